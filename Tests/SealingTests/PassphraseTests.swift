import Foundation
import Testing

@testable import Sealing

/// Argon2id takes its cost each time, so there are few of these and all at the lowest cost.
@Suite struct PassphraseTests {
  let vault = identifier(0xA0)
  let member = identifier(0xE0)
  static let phrase = "mật khẩu của nhà"

  @Test func stretchesAsOthersDo() throws {
    // argon2-cffi 25.1: Argon2id 1.3, salt 00…0f, 3 passes, 64 MiB, one lane.
    var arena = try KeyArena(capacity: 1)
    let apart = Self.phrase.decomposedStringWithCanonicalMapping
    let key = try PassphraseStretching.deriveKey(
      from: try secret(apart), salt: [UInt8](0...15), cost: .low, into: &arena)
    #expect(
      hex(arena.revealed(key)) == "49ab203da9a93ae52372d85bf4b903036bbf171a759bb7df6c47fc0ff28b1324"
    )
  }

  @Test(arguments: [0, 15, 17]) func saltHasOneLength(count: Int) throws {
    #expect(throws: SealingError.length) {
      var arena = try KeyArena(capacity: 1)
      _ = try PassphraseStretching.deriveKey(
        from: try secret("x"), salt: [UInt8](repeating: 0, count: count), cost: .low, into: &arena)
    }
  }

  @Test(arguments: [
    (2, 64 << 20), (17, 64 << 20), (3, (64 << 20) - 1024), (3, (4096 << 20) + 1024), (0, 0),
    (-3, 64 << 20), (3, -1), (3, (64 << 20) + 1), (3, 0), (Int.max, Int.max),
  ])
  func costsOutOfRange(passes: Int, memory: Int) {
    #expect(throws: SealingError.cost) { _ = try StretchingCost(passes: passes, memory: memory) }
  }

  @Test func costsInRange() throws {
    #expect(try StretchingCost(passes: 3, memory: 64 << 20) == .low)
    #expect(try StretchingCost(passes: 3, memory: 256 << 20) == .member)
    #expect(try StretchingCost(passes: 4, memory: 1 << 30) == .keeper)
    _ = try StretchingCost(passes: 16, memory: 4 << 30)
  }

  /// Slot 2 of the member, bundle key 80…9f, salt 00…0f, nonce 40…57; argon2-cffi and PyNaCl.
  static let foreign = """
    0102000000030000000000000400000000000102030405060708090a0b0c0d0e0f404142434445464748494a4b4c4d4e
    4f50515253545556575764fcb18099847cfde27dec8b9e259833829f6f42560f55122484ab539d90098dca812b94169d
    1af7f9d9b4541ee983
    """

  private func open(
    _ slot: [UInt8], phrase: String = phrase, vault: Identifier? = nil, member: Identifier? = nil
  ) throws -> [UInt8] {
    var arena = try KeyArena(capacity: 1)
    let key = try PassphraseSlot(bytes: slot).open(
      try secret(phrase), vault: vault ?? self.vault, member: member ?? self.member, into: &arena)
    return arena.revealed(key)
  }

  @Test func opensWhatAnotherProgramSealed() throws {
    let slot = bytes(hex: Self.foreign)
    #expect(slot.count == PassphraseSlot.count)
    #expect(try open(slot) == (0..<32).map { 0x80 + $0 })
    #expect(try PassphraseSlot(bytes: slot).bytes == slot)
    #expect(try PassphraseSlot(bytes: slot).number == 2)
  }

  @Test func opensForNobodyElse() {
    let slot = bytes(hex: Self.foreign)
    #expect(throws: SealingError.doesNotOpen) { try open(slot, phrase: "mật khẩu của nha") }
    #expect(throws: SealingError.doesNotOpen) { try open(slot, vault: member) }
    #expect(throws: SealingError.doesNotOpen) { try open(slot, member: vault) }
    // Number, passes, salt and the sealed key; each run costs, so one bit of each.
    for byte in [1, 5, 17, 33, 104] {
      #expect(throws: SealingError.doesNotOpen) {
        var forged = slot
        // Three passes become four: a cost still accepted, and not the slot's.
        forged[byte] = byte == 5 ? 4 : forged[byte] ^ 1
        _ = try open(forged)
      }
    }
  }

  @Test func comesBackThroughItsBytes() throws {
    var arena = try KeyArena(capacity: 2)
    let bundleKey = arena.makeRandom()
    let slot = try PassphraseSlot.make(
      number: 7, bundleKey: bundleKey, in: arena, passphrase: try secret(Self.phrase), cost: .low,
      vault: vault, member: member)
    let stored = try PassphraseSlot(bytes: slot.bytes)
    #expect(stored == slot && stored.cost == .low && stored.number == 7)
    let opened = try stored.open(
      try secret(Self.phrase), vault: vault, member: member, into: &arena)
    let areEqual = arena.areEqual(bundleKey, opened)
    #expect(areEqual)
  }

  @Test func slotsOfAnotherShapeOrCostAreRefusedBeforeAnyWork() {
    let slot = bytes(hex: Self.foreign)
    #expect(throws: SealingError.doesNotOpen) { _ = try PassphraseSlot(bytes: []) }
    #expect(throws: SealingError.doesNotOpen) { _ = try PassphraseSlot(bytes: slot + [0]) }
    #expect(throws: SealingError.doesNotOpen) {
      _ = try PassphraseSlot(bytes: Array(slot.dropLast()))
    }
    #expect(throws: SealingError.doesNotOpen) { _ = try PassphraseSlot(bytes: [2] + slot[1...]) }
    for (byte, value) in [(5, UInt8(2)), (5, 17), (8, 1), (12, 3), (14, 1), (16, 0x80)] {
      var forged = slot
      forged[byte] = value
      #expect(throws: SealingError.cost) { _ = try PassphraseSlot(bytes: forged) }
    }
  }
}
