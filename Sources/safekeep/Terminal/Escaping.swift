/// Stored text made harmless before it is shown: a note must not drive the terminal.
///
/// Whoever wrote a field is not whoever reads it. A C0 or C1 control can move the cursor, rewrite
/// what stands above, or answer as if typed; a bidi control can show a text in another order than
/// the one it is stored in (Unicode Technical Report 36, "Bidirectional Text Spoofing").
enum Escaping {
  /// Text for a place of one line: every control is shown, line feeds and tabs among them.
  static func line(_ text: String) -> String { escaped(text) { _ in false } }

  /// Text that may have lines, such as a statement: line feed and tab stay, all else is shown.
  static func lines(_ text: String) -> String { escaped(text) { $0 == "\n" || $0 == "\t" } }

  /// A value for a program that reads tab-separated lines: `\t`, `\n`, `\r`, `\\` and `\u001B`.
  ///
  /// The backslash is escaped here and not for people: only here does anybody undo it.
  static func field(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) {
      return text
    }
    guard text.unicodeScalars.contains(where: { $0 == "\\" || isControl($0) }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case _ where isControl(scalar): out += hexadecimal(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// True for what a terminal would act on instead of showing.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true  // C0, delete, C1
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidi
    case 0x2028, 0x2029: true  // some terminals and most readers of a file break the line here
    default: false
    }
  }

  private static func escaped(
    _ text: String, keeping isKept: (Unicode.Scalar) -> Bool
  ) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    guard text.unicodeScalars.contains(where: { isControl($0) && !isKept($0) }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) && !isKept(scalar) {
        out += hexadecimal(scalar)
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// `\u001B`: the form of JSON, which most who will see it have seen before.
  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
