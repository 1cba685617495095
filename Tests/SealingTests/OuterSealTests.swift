import Testing

@testable import Sealing

@Suite struct OuterSealTests {
  let vault = identifier(0xA0)
  let caseID = identifier(0xC0)

  /// "inner blob" under custody key 3 = 60…7f, nonce 40…57; made with PyNaCl 1.5.
  static let foreign = """
    03000000404142434445464748494a4b4c4d4e4f5051525354555657f0f3778cb059b7846fd19c596c339944663fbbf0
    9e653f4ca91d
    """

  private func open(
    _ sealed: [UInt8], key first: UInt8 = 0x60, label: String = OuterSeal.operationsLabel,
    vault: Identifier? = nil, caseID: Identifier? = nil
  ) throws -> [UInt8] {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    return try OuterSeal.open(
      sealed.span, label: label, vault: vault ?? self.vault, caseID: caseID ?? self.caseID,
      under: key, in: arena)
  }

  @Test func opensWhatAnotherProgramSealed() throws {
    let sealed = bytes(hex: Self.foreign)
    #expect(try open(sealed) == Array("inner blob".utf8))
    #expect(try OuterSeal.number(of: sealed.span) == 3)
  }

  @Test(arguments: [1, 31, 32, 33, 1 << 20]) func comesBack(count: Int) throws {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0x60)
    let content = [UInt8].pattern(count)
    let sealed = try OuterSeal.seal(
      content, label: OuterSeal.operationsLabel, vault: vault, caseID: caseID, number: 70000,
      under: key, in: arena)
    #expect(sealed.count == count + 44)
    #expect(try OuterSeal.number(of: sealed.span) == 70000)
    #expect(try open(sealed) == content)
  }

  @Test func nothingIsNotSealed() throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    #expect(throws: SealingError.length) {
      _ = try OuterSeal.seal(
        [], label: "x", vault: vault, caseID: caseID, number: 1, under: key, in: arena)
    }
  }

  @Test func opensNowhereElse() throws {
    let sealed = bytes(hex: Self.foreign)
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, key: 0x61) }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, label: "safekeep/other/1") }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, vault: caseID) }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, caseID: vault) }
  }

  @Test func everyBitAndByteCounts() throws {
    let sealed = bytes(hex: Self.foreign)
    for bit in 0..<sealed.count * 8 {
      #expect(throws: SealingError.doesNotOpen) { try open(sealed.flipping(bit: bit)) }
    }
    for count in 0..<sealed.count {
      #expect(throws: SealingError.doesNotOpen) { try open(Array(sealed[..<count])) }
    }
  }
}
