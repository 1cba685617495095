import Testing

@testable import Sealing

@Suite struct InvitationCodeTests {
  static let code = [UInt8](0x10...0x1F)
  static let text = "208H4-4RM2M-B1E60-S38DH-R78Y3-ZPQZT"

  private func read(_ text: String) throws -> [UInt8] {
    revealed(try InvitationCode.code(from: try secret(text)))
  }

  @Test func writesWhatTheFormatSays() throws {
    let text = try InvitationCode.text(of: try secret(Self.code))
    #expect(String(decoding: revealed(text), as: UTF8.self) == Self.text)
  }

  @Test func readsItHoweverItWasTyped() throws {
    #expect(try read(Self.text) == Self.code)
    #expect(try read(Self.text.lowercased()) == Self.code)
    #expect(try read(Self.text.replacing("-", with: " ") + "\n") == Self.code)
    #expect(try read(Self.text.replacing("0", with: "O").replacing("1", with: "l")) == Self.code)
    #expect(try read(Self.text.replacing("0", with: "o").replacing("1", with: "I")) == Self.code)
  }

  @Test func randomCodesComeBack() throws {
    for _ in 0..<20 {
      let code = try InvitationCode.makeRandom()
      let again = try InvitationCode.code(from: try InvitationCode.text(of: code))
      let isSame = code == again
      #expect(isSame)
    }
  }

  @Test func everyCharacterCounts() {
    let characters = Array(Self.text.utf8)
    for index in characters.indices where characters[index] != UInt8(ascii: "-") {
      var wrong = characters
      wrong[index] = characters[index] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
      #expect(throws: SealingError.doesNotOpen) {
        try read(String(decoding: wrong, as: UTF8.self))
      }
    }
  }

  @Test(arguments: ["", "208H4", text + "0", String(text.dropLast()), "U" + text.dropFirst(), "é"])
  func whatIsNoCodeIsRefused(text: String) {
    #expect(throws: SealingError.doesNotOpen) { try read(text) }
  }

  @Test func theKeyIsOfTheCodeAndTheVault() throws {
    // BLAKE2b by Python's hashlib, Ed25519 by its cryptography package.
    let expected = "2e50c4569ef9175930e0543d21e31dde12fd29c31073d7f2ad44bcd15d7efd04"
    let code = try secret(Self.code)
    let key = try InvitationCode.signingKey(for: code, vault: identifier(0xA0))
    #expect(hex(key.publicKey.bytes) == expected)
    let elsewhere = try InvitationCode.signingKey(for: code, vault: identifier(0xA1))
    #expect(elsewhere.publicKey != key.publicKey)
  }

  @Test func codesHaveOneLength() {
    #expect(throws: SealingError.length) { _ = try InvitationCode.text(of: try secret([1, 2])) }
    #expect(throws: SealingError.length) {
      _ = try InvitationCode.signingKey(for: try secret([1, 2]), vault: .zero)
    }
  }
}
