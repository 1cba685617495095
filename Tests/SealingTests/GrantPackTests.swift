import Testing

@testable import Sealing

@Suite struct GrantPackTests {
  let vault = identifier(0xA0)
  let caseID = identifier(0xC0)
  let principal = Principal.member(identifier(0xE0))

  /// The one wrap of ``WrappedKeyTests``, under custody key 3 = 60…7f, nonce 40…57; PyNaCl 1.5.
  static let foreign = """
    03000000404142434445464748494a4b4c4d4e4f50515253545556579b9d18e9c2796558b0034bfa50e366b339d5bb64
    bb44d18c3d0d65ffd3633cc4c504bf5e3b8b1cada126b948af0943ea0ed403d719d1c5810a41fba37c9a4bb3a80326e2
    925c8718ab985c3d60e9e88bca65d4b8ba97753b937927488b51a605d21786e2844651f667c72b95e15e
    """

  private func item(_ keyClass: UInt16, _ keyVersion: UInt32) throws -> GrantPack.Item {
    try #require(
      GrantPack.Item(
        keyClass: keyClass, keyVersion: keyVersion, batch: identifier(0xB0),
        inner: .pattern(WrappedKey.count)))
  }

  private func open(
    _ sealed: [UInt8], key first: UInt8 = 0x60, vault: Identifier? = nil,
    caseID: Identifier? = nil, principal: Principal? = nil
  ) throws -> GrantPack {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    return try GrantPack.open(
      sealed.span, under: key, in: arena, vault: vault ?? self.vault,
      caseID: caseID ?? self.caseID, principal: principal ?? self.principal)
  }

  @Test func opensWhatAnotherProgramSealed() throws {
    let sealed = bytes(hex: Self.foreign)
    let pack = try open(sealed)
    #expect(try GrantPack.number(of: sealed.span) == 3)
    #expect(pack.items.count == 1)
    let item = try #require(pack.item(keyClass: 2, keyVersion: 1))
    #expect(item.batch == identifier(0xB0))
    #expect(item.inner == bytes(hex: WrappedKeyTests.foreign))
    #expect(pack.item(keyClass: 2, keyVersion: 2) == nil)
  }

  @Test func comesBackSorted() throws {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0x60)
    let items = [try item(7, 1), try item(2, 300), try item(2, 2), try item(0x100, 1)]
    let pack = try GrantPack(items)
    let sealed = pack.seal(
      under: key, in: arena, number: 9, vault: vault, caseID: caseID, principal: principal)
    #expect(sealed.count == 4 + 24 + 4 * 94 + 16)
    let opened = try open(sealed)
    #expect(opened == pack)
    #expect(opened.items.map(\.keyClass) == [2, 2, 7, 0x100])
    #expect(opened.items.map(\.keyVersion) == [2, 300, 1, 1])
  }

  @Test func oneVersionOfAClassStandsOnce() throws {
    let twice = [try item(2, 1), try item(2, 1)]
    #expect(throws: SealingError.length) { _ = try GrantPack(twice) }
    #expect(throws: SealingError.length) { _ = try GrantPack([]) }
    #expect(
      GrantPack.Item(keyClass: 1, keyVersion: 1, batch: .zero, inner: .pattern(71)) == nil)
  }

  @Test func opensNowhereElse() throws {
    let sealed = bytes(hex: Self.foreign)
    let role = Principal(unchecked: 2, id: principal.id, epoch: 0)
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, key: 0x61) }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, vault: identifier(1)) }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, caseID: identifier(1)) }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, principal: role) }
  }

  @Test func everyBitAndByteCounts() throws {
    let sealed = bytes(hex: Self.foreign)
    for bit in 0..<sealed.count * 8 {
      #expect(throws: SealingError.doesNotOpen) { try open(sealed.flipping(bit: bit)) }
    }
    for count in [0, 3, 4, 43, 44, 45, sealed.count - 1] {
      #expect(throws: SealingError.doesNotOpen) { try open(Array(sealed[..<count])) }
    }
  }

  /// What is sealed rightly and is yet no pack: wrong order, doubled, cut.
  @Test func theContentMustBeAPack() throws {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0x60)
    let one: [UInt8] = [2, 0, 1, 0, 0, 0] + identifier(0xB0).bytes + .pattern(72)
    let two: [UInt8] = [2, 0, 2, 0, 0, 0] + identifier(0xB0).bytes + .pattern(72)
    let associated =
      Array("safekeep/pack/1".utf8) + vault.bytes + caseID.bytes + principal.bytes + [3, 0, 0, 0]
    for (content, isPack) in [
      (one, true), (one + two, true), (two + one, false), (one + one, false),
      (Array(one.dropLast()), false), (one + [0], false),
    ] {
      let sealed = NumberedSeal.seal(
        content, number: 3, associated: associated, under: key, in: arena)
      let opens = (try? open(sealed)) != nil
      #expect(opens == isPack)
    }
  }
}
