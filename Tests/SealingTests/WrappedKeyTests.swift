import Testing

@testable import Sealing

@Suite struct WrappedKeyTests {
  static let context = GrantContext(
    vault: identifier(0xA0), caseID: identifier(0xC0), keyClass: 2, keyVersion: 1,
    principal: .member(identifier(0xE0)), batch: identifier(0xB0))

  /// Key 20…3f under batch key 00…1f, nonce 40…57; made with PyNaCl 1.5.
  static let foreign = """
    404142434445464748494a4b4c4d4e4f5051525354555657f4182753f4c55f31a7ddad9583b14bbda28b9ff7276c65ad
    5208c77e35391dafd05f917c0458d469d5572cecaeb93681
    """

  /// Contexts that differ from ``context`` in one item each.
  static let otherContexts: [GrantContext] = {
    var contexts = [GrantContext](repeating: context, count: 8)
    contexts[0].vault = identifier(0xA1)
    contexts[1].caseID = identifier(0xC1)
    contexts[2].keyClass = 3
    contexts[3].keyVersion = 2
    contexts[4].principal = .member(identifier(0xE1))
    contexts[5].principal = Principal(unchecked: 2, id: identifier(0xE0), epoch: 0)
    contexts[6].principal = Principal(unchecked: 1, id: identifier(0xE0), epoch: 1)
    contexts[7].batch = identifier(0xB1)
    return contexts
  }()

  @Test func contextHasTheBytesOfTheFormat() {
    let expected =
      hex(Array("safekeep/grant/1".utf8)) + String(repeating: "a0", count: 16)
      + String(repeating: "c0", count: 16) + "0200" + "01000000" + "01"
      + String(repeating: "e0", count: 16) + "00000000" + String(repeating: "b0", count: 16)
    #expect(hex(Self.context.bytes) == expected)
    #expect(Self.context.bytes.count == GrantContext.count)
    let bytes = Self.context.bytes
    #expect(GrantContext(reading: bytes.span, at: 0) == Self.context)
  }

  private func failure(
    _ inner: [UInt8], key first: UInt8 = 0, context: GrantContext = context
  ) throws -> SealingError? {
    var arena = try KeyArena(capacity: 2)
    let batch = try arena.counting(from: first)
    do throws(SealingError) {
      let key = try WrappedKey.unwrap(inner.span, under: batch, in: &arena, context: context)
      #expect(arena.revealed(key) == [UInt8](0x20...0x3F))
    } catch {
      #expect(arena.room == 1)
      return error
    }
    return nil
  }

  @Test func opensWhatAnotherProgramWrapped() throws {
    #expect(try failure(bytes(hex: Self.foreign)) == nil)
  }

  @Test func comesBackUnderAFreshNonce() throws {
    var arena = try KeyArena(capacity: 3)
    let batch = arena.makeRandom()
    let key = arena.makeRandom()
    let inner = WrappedKey.wrap(key, under: batch, in: arena, context: Self.context)
    #expect(inner.count == WrappedKey.count && inner.count == 72)
    #expect(inner != WrappedKey.wrap(key, under: batch, in: arena, context: Self.context))
    let opened = try WrappedKey.unwrap(
      inner.span, under: batch, in: &arena, context: Self.context)
    let areEqual = arena.areEqual(key, opened)
    #expect(areEqual)
  }

  @Test func opensInNoOtherContext() throws {
    for context in Self.otherContexts {
      #expect(try failure(bytes(hex: Self.foreign), context: context) == .doesNotOpen)
    }
    #expect(try failure(bytes(hex: Self.foreign), key: 1) == .doesNotOpen)
  }

  @Test func everyBitAndByteCounts() throws {
    let inner = bytes(hex: Self.foreign)
    for bit in 0..<inner.count * 8 {
      #expect(try failure(inner.flipping(bit: bit)) == .doesNotOpen)
    }
    for count in [0, 1, 39, 40, 71] {
      #expect(try failure(Array(inner[..<count])) == .doesNotOpen)
    }
    #expect(try failure(inner + [0]) == .doesNotOpen)
  }
}
