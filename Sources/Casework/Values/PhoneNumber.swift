/// The form of a telephone number. The number itself is kept as it was given.
enum PhoneNumber {
  /// E.164: plus sign, country code, at most 15 digits in all. Viet Nam's national form: 0 and nine
  /// or ten digits.
  static func isOne(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    switch first {
    case UInt8(ascii: "+"): return (8...16).contains(bytes.count) && bytes[1] != 0x30
    case UInt8(ascii: "0"): return (10...11).contains(bytes.count) && bytes[1] != 0x30
    default: return false
    }
  }
}
