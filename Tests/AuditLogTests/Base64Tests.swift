import Testing

@testable import AuditLog

@Suite struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func vectorsOfRFC4648(plain: String, encoded: String) {
    #expect(Base64.text(bytes(plain)) == encoded)
    #expect(Base64.bytes(of: bytes(encoded)) == bytes(plain))
    let unpadded = encoded.filter { $0 != "=" }
    #expect(Base64.text(bytes(plain), .url) == unpadded)
    #expect(Base64.bytes(of: bytes(unpadded), .url) == bytes(plain))
  }

  @Test func everyLengthComesBackInBothForms() {
    var random = SplitMix(state: 1)
    for count in 0...100 {
      let plain = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      for form in [Base64.Form.standard, .url] {
        let encoded = bytes(Base64.text(plain, form))
        #expect(encoded.count == Base64.length(of: count, form))
        #expect(Base64.bytes(of: encoded, form) == plain)
      }
      #expect(Base64.text(plain) == base64(plain))
    }
  }

  /// Other spellings of what somebody else would read as the same bytes.
  @Test(arguments: [
    "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8", "Zm9v=", "Zm9vYg", "Z", "=", "==", "====", "Zm=v",
    "Zm9v\n", " Zm9v", "Zm9v ", "Zm-v", "Zm_v", "Zg==Zg==", "Z===", "Zm9é",
  ])
  func otherSpellingsAreRefused(encoded: String) {
    #expect(Base64.bytes(of: bytes(encoded)) == nil)
  }

  @Test(arguments: ["Zg==", "Zh", "Zm9", "Z", "Zm+v", "Zm/v", "Zm9v=", "Zm9vY"])
  func otherSpellingsWithoutPaddingAreRefused(encoded: String) {
    #expect(Base64.bytes(of: bytes(encoded), .url) == nil)
  }

  /// Every text of four characters over a few: one that is read is the one that is written.
  @Test func nothingIsReadThatWouldNotBeWritten() {
    let letters = bytes("AQgw/_=\n")
    for one in letters {
      for two in letters {
        for three in letters {
          for four in letters {
            let encoded = [one, two, three, four]
            for form in [Base64.Form.standard, .url] {
              guard let plain = Base64.bytes(of: encoded, form) else { continue }
              #expect(bytes(Base64.text(plain, form)) == encoded)
            }
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("10", 10), ("9007199254740991", 9_007_199_254_740_991),
  ])
  func decimalIsPlain(text: String, value: Int) {
    #expect(Decimal.value(of: bytes(text)) == value)
  }

  @Test(arguments: [
    "", "00", "01", "-1", "+1", "1 ", " 1", "1.0", "1e3", "0x1", "9007199254740992",
    "99999999999999999", "１",
  ])
  func otherDecimalsAreRefused(text: String) {
    #expect(Decimal.value(of: bytes(text)) == nil)
  }
}
