/// The name a member is called by at this vault: 2 to 32 of a–z, 0–9, dot, hyphen, underscore,
/// beginning with a letter or digit. It is typed on command lines, so it must not be a person's name
/// with marks that two keyboards write differently.
public enum Handle {
  public static func isWellFormed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (2...32).contains(bytes.count), let first = bytes.first, isAlphanumeric(first)
    else { return false }
    return bytes.allSatisfy { isAlphanumeric($0) || [0x2d, 0x2e, 0x5f].contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
  }
}
