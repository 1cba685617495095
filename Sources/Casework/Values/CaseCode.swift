/// What staff call a case in daily work: random and without meaning, so that a code on a list, in a
/// queue or on a folder says nothing of the person. A check symbol catches a slip of the hand, so
/// that the wrong file is not opened.
public struct CaseCode: Hashable, Comparable, Sendable {
  /// Eight symbols and their check symbol, upper case, without hyphens.
  public let symbols: String

  /// Without 0, 1, I, L and O, which handwriting confuses. 31 of them: a prime, so that the check
  /// finds every wrong symbol and every two neighbours exchanged.
  static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ".utf8)

  /// - Throws: `.value(.notACaseCode)` for another length, a strange symbol, a wrong check.
  public init(_ text: String) throws(CaseworkError) {
    var values: [Int] = []
    values.reserveCapacity(9)
    for byte in text.utf8 where byte != UInt8(ascii: "-") {
      guard values.count < 9, let value = Self.alphabet.firstIndex(of: Self.upperCased(byte))
      else { throw .value(.notACaseCode) }
      values.append(value)
    }
    guard values.count == 9, values[8] == Self.check(values.dropLast()) else {
      throw .value(.notACaseCode)
    }
    self.init(values: values.dropLast())
  }

  /// A new code: 31⁸ of them, some 850 thousand million. The caller makes sure that it is not taken.
  public static func makeRandom() -> CaseCode {
    var generator = SystemRandomNumberGenerator()
    return makeRandom(using: &generator)
  }

  static func makeRandom(using generator: inout some RandomNumberGenerator) -> CaseCode {
    let values = (0..<8).map { _ in Int.random(in: 0..<alphabet.count, using: &generator) }
    return CaseCode(values: values[...])
  }

  /// As people see it: XXX-XXX-XXX.
  public var text: String {
    var text = Array(symbols.utf8)
    for place in [6, 3] { text.insert(UInt8(ascii: "-"), at: place) }
    return String(decoding: text, as: UTF8.self)
  }

  public static func < (left: Self, right: Self) -> Bool { left.symbols < right.symbols }

  private init(values: ArraySlice<Int>) {
    let bytes = (values + [Self.check(values)]).map { Self.alphabet[$0] }
    symbols = String(decoding: bytes, as: UTF8.self)
  }

  /// The sum of i·value(i) modulo 31, for i from 1 to 8.
  private static func check(_ values: ArraySlice<Int>) -> Int {
    zip(1..., values).reduce(0) { $0 + $1.0 * $1.1 } % alphabet.count
  }

  private static func upperCased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
  }
}
