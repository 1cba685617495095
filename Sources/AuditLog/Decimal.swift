/// Plain decimal, as sizes and indexes are written: no sign, no zero in front.
enum Decimal {
  /// The value of some digits, at most 2^53 − 1; nil where they are not plain decimal.
  static func value(of digits: some Collection<UInt8>) -> Int? {
    guard (1...16).contains(digits.count), digits.first != 0x30 || digits.count == 1,
      digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value <= Entry.largestInteger ? value : nil
  }
}
