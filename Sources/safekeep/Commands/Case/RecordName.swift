/// Sixteen bytes as people type them: thirty-two hexadecimal digits.
enum RecordName {
  static func text(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
