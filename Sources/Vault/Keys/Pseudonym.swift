import Sealing

/// What the log calls a case and a record: keyed hashes under a key that custody keeps for the case.
/// When that key is destroyed, nobody can tell any more whose entries these were, not even somebody
/// who knows the case id.
enum Pseudonym {
  static func ofCase(_ key: KeyHandle, in arena: borrowing KeyArena) -> Identifier {
    KeyedHash.hmacSHA256(Array("audit-rec/v1".utf8), key: key, in: arena).identifier
  }

  static func ofRecord(
    _ record: RecordID, _ key: KeyHandle, in arena: borrowing KeyArena
  ) -> Identifier {
    var message = Array("audit-item/v1".utf8)
    record.identifier.append(to: &message)
    return KeyedHash.hmacSHA256(message, key: key, in: arena).identifier
  }

  /// The sixteen bytes of a pseudonym as it is written: 32 hexadecimal digits, or 22 characters of
  /// base64url; nil for anything else.
  static func bytes(of text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    if digits.count == 32 {
      let values = digits.map { UInt8(String(UnicodeScalar($0)), radix: 16) }
      guard !values.contains(nil) else { return nil }
      let nibbles = values.compactMap { $0 }
      return stride(from: 0, to: 32, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }
    guard digits.count == 22 else { return nil }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var (bits, width, bytes): (Int, Int, [UInt8]) = (0, 0, [])
    for digit in digits {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      (bits, width) = ((bits & 0xFFFF) << 6 | value, width + 6)
      guard width >= 8 else { continue }
      width -= 8
      bytes.append(UInt8(bits >> width & 0xFF))
    }
    // Sixteen bytes are 128 bits, 22 digits 132: the four that are left over are zero.
    return bits & 15 == 0 ? bytes : nil
  }
}
