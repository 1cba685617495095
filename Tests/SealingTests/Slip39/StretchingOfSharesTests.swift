import Testing

@testable import Sealing

@Suite("PBKDF2 and the HMAC it is made of") struct StretchingOfSharesTests {
  private func code(_ key: [UInt8], _ message: [UInt8]) throws -> String {
    var hmac = try SecretHMAC(key: key.span)
    var code = [UInt8](repeating: 0, count: SecretHMAC.codeLength)
    unsafe hmac.authenticate(message, count: message.count, to: &code)
    // A second time, for the state that has taken the key must not have changed.
    unsafe hmac.authenticate(message, count: message.count, to: &code)
    return hex(code)
  }

  /// RFC 4231, cases 1, 2 and 6.
  @Test func codes() throws {
    #expect(
      try code([UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8))
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      try code(Array("Jefe".utf8), Array("what do ya want for nothing?".utf8))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = "Test Using Larger Than Block-Size Key - Hash Key First"
    #expect(
      try code([UInt8](repeating: 0xAA, count: 131), Array(long.utf8))
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  private func derive(
    _ count: Int, _ password: String, _ salt: String, _ iterations: Int
  ) throws -> String {
    let (password, salt) = (Array(password.utf8), Array(salt.utf8))
    return hex(
      revealed(
        try PBKDF2.deriveBytes(
          count, from: password.span, salt: salt.span, iterations: iterations)))
  }

  /// RFC 7914, section 11, of whose 64 bytes the first block is made here.
  @Test func keys() throws {
    let one = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
    #expect(try derive(32, "passwd", "salt", 1) == one)
    #expect(try derive(16, "passwd", "salt", 1) == String(one.prefix(32)))
    #expect(
      try derive(32, "Password", "NaCl", 80_000)
        == "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56")
  }

  @Test func moreThanOneBlockIsRefused() {
    for (count, iterations) in [(0, 1), (33, 1), (32, 0)] {
      #expect(throws: SealingError.length) { try derive(count, "a", "b", iterations) }
    }
  }
}
