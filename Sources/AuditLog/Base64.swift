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

  /// The digits of both forms, and for every byte its six bits, or 255 where it is no digit.
  ///
  /// One object for all: a lookup of each table for each value costs more than the value.
  final class Tables: Sendable {
    let standardDigits: [UInt8]
    let urlDigits: [UInt8]
    let standardValues: [UInt8]
    let urlValues: [UInt8]

    init() {
      let common = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
      standardDigits = common + Array("+/".utf8)
      urlDigits = common + Array("-_".utf8)
      standardValues = Self.values(of: standardDigits)
      urlValues = Self.values(of: urlDigits)
    }

    private static func values(of digits: [UInt8]) -> [UInt8] {
      var table = [UInt8](repeating: 255, count: 256)
      for (value, digit) in digits.enumerated() { table[Int(digit)] = UInt8(value) }
      return table
    }
  }

  static let tables = Tables()

  /// How many characters so many bytes take.
  static func length(of count: Int, _ form: Form) -> Int {
    form == .standard ? (count + 2) / 3 * 4 : (count * 4 + 2) / 3
  }

  /// Appends the text of some bytes.
  static func append(_ input: [UInt8], to output: inout [UInt8], _ form: Form) {
    let digits = form == .standard ? tables.standardDigits : tables.urlDigits
    let whole = input.count - input.count % 3
    for index in stride(from: 0, to: whole, by: 3) {
      let bits = Int(input[index]) << 16 | Int(input[index + 1]) << 8 | Int(input[index + 2])
      output.append(digits[bits >> 18])
      output.append(digits[bits >> 12 & 63])
      output.append(digits[bits >> 6 & 63])
      output.append(digits[bits & 63])
    }
    guard whole < input.count else { return }
    let hasTwo = whole + 1 < input.count
    let bits = Int(input[whole]) << 16 | (hasTwo ? Int(input[whole + 1]) << 8 : 0)
    output.append(digits[bits >> 18])
    output.append(digits[bits >> 12 & 63])
    if hasTwo { output.append(digits[bits >> 6 & 63]) }
    guard form == .standard else { return }
    for _ in 0..<(hasTwo ? 1 : 2) { output.append(0x3d) }
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
    _ text: [UInt8], _ range: Range<Int>, to output: inout [UInt8], _ form: Form,
    _ tables: Tables = Base64.tables
  ) -> Bool {
    var end = range.upperBound
    if form == .standard {
      guard range.count % 4 == 0 else { return false }
      // At most two characters of padding; that they fit the rest shows in what is left over.
      for _ in 0..<2 where end > range.lowerBound && text[end - 1] == 0x3d { end -= 1 }
    }
    let values = form == .standard ? tables.standardValues : tables.urlValues
    var index = range.lowerBound
    while index + 4 <= end {
      let first = values[Int(text[index])]
      let second = values[Int(text[index + 1])]
      let third = values[Int(text[index + 2])]
      let fourth = values[Int(text[index + 3])]
      guard first | second | third | fourth < 64 else { return false }
      output.append(first << 2 | second >> 4)
      output.append(second << 4 | third >> 2)
      output.append(third << 6 | fourth)
      index += 4
    }
    return decodeRest(text, index..<end, to: &output, values)
  }

  /// Two characters for one byte, three for two; the bits that are left over must be zero.
  private static func decodeRest(
    _ text: [UInt8], _ range: Range<Int>, to output: inout [UInt8], _ values: [UInt8]
  ) -> Bool {
    guard !range.isEmpty else { return true }
    guard range.count > 1 else { return false }
    let first = values[Int(text[range.lowerBound])]
    let second = values[Int(text[range.lowerBound + 1])]
    let third = range.count > 2 ? values[Int(text[range.lowerBound + 2])] : 0
    guard first | second | third < 64 else { return false }
    output.append(first << 2 | second >> 4)
    guard range.count > 2 else { return second & 15 == 0 }
    output.append(second << 4 | third >> 2)
    return third & 3 == 0
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
