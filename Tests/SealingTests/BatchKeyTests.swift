import Testing

@testable import Sealing

@Suite struct BatchKeyTests {
  let vault = identifier(0xA0)
  let batch = identifier(0xB0)
  let principal = Principal.member(identifier(0xE0))

  /// Sealed by PyNaCl 1.5 (`crypto_box_seal`) to the key of seed 90…af.
  static let foreign = """
    2118eb2b1f6f6534d61acc0670e604d080302430ff2b7b2879c3763d567236059a1835add2bfbcb64f3bfff7e42b4e13
    a86f69dd687ef486f549f6f37c03987e5aaf7eb16338387c9f87be72582e7a12ca89c4a6ffe0a7f89a01a9169d720e3d
    ca8c91c684afbc80e52a98a7a0dbec91
    """

  @Test func opensWhatAnotherProgramSealed() throws {
    var arena = try KeyArena(capacity: 2)
    let box = try BoxKey(seed: try arena.counting(from: 0x90), in: arena)
    let sealed = bytes(hex: Self.foreign)
    let key = try BatchKey.open(
      sealed.span, vault: vault, batch: batch, principal: principal, with: box, into: &arena)
    #expect(arena.revealed(key) == [UInt8](0...31))
  }

  @Test func comesBack() throws {
    var arena = try KeyArena(capacity: 2)
    let box = try BoxKey.makeRandom()
    let key = arena.makeRandom()
    let sealed = try BatchKey.seal(
      key, in: arena, vault: vault, batch: batch, to: principal, box.publicKey)
    #expect(sealed.count == 112)
    let opened = try BatchKey.open(
      sealed.span, vault: vault, batch: batch, principal: principal, with: box, into: &arena)
    let areEqual = arena.areEqual(key, opened)
    #expect(areEqual)
  }

  /// What opening a sealed key with these circumstances throws; the arena must be as it was.
  private func failure(
    _ sealed: [UInt8], vault: Identifier, batch: Identifier, principal: Principal,
    with box: borrowing BoxKey
  ) throws -> SealingError? {
    var arena = try KeyArena(capacity: 1)
    do throws(SealingError) {
      _ = try BatchKey.open(
        sealed.span, vault: vault, batch: batch, principal: principal, with: box, into: &arena)
    } catch {
      #expect(arena.room == 1)
      return error
    }
    return nil
  }

  @Test func opensNowhereElse() throws {
    let box = try BoxKey(seed: try secret((0..<32).map { 0x90 + $0 }))
    let other = try BoxKey.makeRandom()
    let sealed = bytes(hex: Self.foreign)
    let role = Principal(unchecked: 2, id: principal.id, epoch: 0)
    let epoch = Principal(unchecked: 1, id: principal.id, epoch: 1)
    #expect(
      try failure(sealed, vault: vault, batch: batch, principal: principal, with: box) == nil)
    #expect(
      try failure(sealed, vault: batch, batch: batch, principal: principal, with: box)
        == .doesNotOpen)
    #expect(
      try failure(sealed, vault: vault, batch: vault, principal: principal, with: box)
        == .doesNotOpen)
    #expect(
      try failure(sealed, vault: vault, batch: batch, principal: role, with: box) == .doesNotOpen)
    #expect(
      try failure(sealed, vault: vault, batch: batch, principal: epoch, with: box) == .doesNotOpen)
    #expect(
      try failure(sealed, vault: vault, batch: batch, principal: principal, with: other)
        == .doesNotOpen)
  }

  @Test func everyBitCounts() throws {
    let box = try BoxKey(seed: try secret((0..<32).map { 0x90 + $0 }))
    let sealed = bytes(hex: Self.foreign)
    // X25519 ignores the top bit of a point, but the box's nonce is a hash of its bytes.
    for bit in 0..<sealed.count * 8 {
      #expect(
        try failure(
          sealed.flipping(bit: bit), vault: vault, batch: batch, principal: principal, with: box)
          == .doesNotOpen)
    }
    for count in [0, 47, 48, 111, 113] {
      let cut = Array((sealed + [0]).prefix(count))
      #expect(
        try failure(cut, vault: vault, batch: batch, principal: principal, with: box)
          == .doesNotOpen)
    }
  }
}
