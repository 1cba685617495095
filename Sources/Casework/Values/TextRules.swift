/// What any text must keep to, whoever typed it and whatever for. Text is otherwise kept byte for
/// byte; normal forms serve search only.
public enum TextRules {
  /// 1 MiB of UTF-8.
  static let longest = 1 << 20
  /// Names that somebody goes by, and whatever else is a list of texts.
  static let mostItems = 64

  /// What is wrong with a text; lines and tabs may stand in a long one.
  static func fault(in text: String, isLong: Bool) -> ValueFault? {
    if text.utf8.count > longest { return .tooLong }
    return hasControl(text, isLong: isLong) ? .controlCharacter : nil
  }

  /// Whether nobody could read anything of it: blanks of every width, those that do not break, and what has no
  /// width or picture at all. An empty text is blank.
  public static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
        || invisible.contains(properties.generalCategory) || scalar == Self.brailleBlank
    }
  }

  private static let invisible: Set<Unicode.GeneralCategory> = [.format, .control]
  private static let brailleBlank: Unicode.Scalar = "\u{2800}"

  /// C0, delete, and C1: any of them could drive the terminal of the next reader. C1 is U+0080 to
  /// U+009F, in UTF-8 the byte C2 and one from 80 to 9F.
  private static func hasControl(_ text: String, isLong: Bool) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20, !(isLong && (byte == 0x0A || byte == 0x09)) { return true }
      if byte == 0x7F { return true }
      if previous == 0xC2, (0x80...0x9F).contains(byte) { return true }
      previous = byte
    }
    return false
  }
}
