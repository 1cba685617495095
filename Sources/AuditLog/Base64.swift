import Sealing

/// Base64 in the one spelling that every value has (RFC 4648, sections 4, 5 and 3.5).
///
/// Decoders that let the unused bits of the last character be anything give one value several texts,
/// and a signature line or an entry could then be rewritten without anyone noticing.
enum Base64 {
  /// The two forms that the log uses.
  enum Form {
    /// `+` and `/`, padded: what C2SP notes use.
    case standard
    /// `-` and `_`, not padded: what entries use for hashes and pseudonyms.
    case url
  }

  private static let standardDigits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let urlDigits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let standardValues = values(of: standardDigits)
  private static let urlValues = values(of: urlDigits)

  /// For every byte its six bits, or 255 where it is no digit.
  private static func values(of digits: [UInt8]) -> [UInt8] {
    var table = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { table[Int(digit)] = UInt8(value) }
    return table
  }

  /// How many characters so many bytes take.
  static func length(of count: Int, _ form: Form) -> Int {
    form == .standard ? (count + 2) / 3 * 4 : (count * 4 + 2) / 3
  }

  /// Appends the text of some bytes.
  static func append(_ input: [UInt8], to output: inout [UInt8], _ form: Form) {
    let digits = form == .standard ? standardDigits : urlDigits
    var bits: UInt32 = 0
    var held = 0
    for byte in input {
      bits = bits << 8 | UInt32(byte)
      held += 8
      while held >= 6 {
        held -= 6
        output.append(digits[Int(bits >> UInt32(held) & 63)])
      }
    }
    guard held > 0 else { return }
    output.append(digits[Int(bits << UInt32(6 - held) & 63)])
    guard form == .standard else { return }
    for _ in 0..<(held == 4 ? 1 : 2) { output.append(0x3d) }
  }

  /// The text of some bytes.
  static func text(_ input: [UInt8], _ form: Form = .standard) -> String {
    var output: [UInt8] = []
    append(input, to: &output, form)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the bytes that part of a text stands for. False where it is not canonical base64; the
  /// output is then to be thrown away.
  static func decode(
    _ text: [UInt8], _ range: Range<Int>, to output: inout [UInt8], _ form: Form
  ) -> Bool {
    var end = range.upperBound
    if form == .standard {
      guard range.count % 4 == 0 else { return false }
      // At most two characters of padding; that they fit the rest is checked by the bits left over.
      for _ in 0..<2 where end > range.lowerBound && text[end - 1] == 0x3d { end -= 1 }
    }
    let table = form == .standard ? standardValues : urlValues
    var bits: UInt32 = 0
    var held = 0
    for index in range.lowerBound..<end {
      let value = table[Int(text[index])]
      guard value < 64 else { return false }
      bits = bits << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    // Six bits left over would be a character that says nothing; others left over must be zero.
    return held < 6 && bits & (1 << UInt32(held) - 1) == 0
  }

  /// The bytes of a whole text, or nil.
  static func bytes(of text: [UInt8], _ form: Form = .standard) -> [UInt8]? {
    var output: [UInt8] = []
    guard decode(text, 0..<text.count, to: &output, form) else { return nil }
    return output
  }

  /// The hash that a whole standard text stands for, or nil.
  static func digest(of text: [UInt8]) -> Digest? {
    bytes(of: text).flatMap { Digest($0) }
  }
}
