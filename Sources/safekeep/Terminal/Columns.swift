import CLinux

/// How many columns of a terminal a text takes, and how to make it take no more.
///
/// A Vietnamese letter is one column whether it is stored in one scalar or in three; Chinese and
/// Korean take two. Counting characters gets the second wrong, counting scalars the first.
enum Columns {
  /// Columns of one line of text that holds no controls (see `Escaping`).
  static func width(_ text: String) -> Int {
    // ASCII needs neither the locale nor the segmentation of characters.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// The text, or as much of it as fits with an ellipsis; never half a character.
  static func truncate(_ text: String, to limit: Int) -> String {
    guard width(text) > limit else { return text }
    guard limit > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let next = width(character)
      // One column is kept free for the ellipsis itself.
      if used + next > limit - 1 { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }

  /// Blanks on the right (or the left, for numbers) up to the width of the column.
  static func pad(_ text: String, to limit: Int, left: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, limit - width(text)))
    return left ? blanks + text : text + blanks
  }

  /// The text in lines that fit, broken between words. A word that is wider than a line stays whole, so that it can
  /// be copied; Chinese and Korean, which have no blanks, break between letters.
  static func wrap(_ text: String, to limit: Int) -> [String] {
    guard limit > 0, width(text) > limit else { return [text] }
    var lines: [String] = []
    var (line, used) = ("", 0)
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      for (number, part) in parts(word, limit).enumerated() {
        let (blank, taken) = (number == 0 && !line.isEmpty ? " " : "", width(part))
        if !line.isEmpty, number > 0 || used + 1 + taken > limit {
          lines.append(line)
          (line, used) = (part, taken)
        } else {
          line += blank + part
          used += blank.count + taken
        }
      }
    }
    return lines + [line]
  }

  /// A word as it may be broken: at no place, unless it has letters of two columns and does not fit.
  private static func parts(_ word: Substring, _ limit: Int) -> [String] {
    guard width(String(word)) > limit, word.contains(where: { width($0) > 1 }) else {
      return [String(word)]
    }
    var parts: [String] = []
    var (part, used) = ("", 0)
    for character in word {
      let next = width(character)
      if used + next > limit, !part.isEmpty {
        parts.append(part)
        (part, used) = ("", 0)
      }
      part.append(character)
      used += next
    }
    return parts + [part]
  }

  /// The sum over the scalars: a base letter counts, the marks on it count nothing.
  private static func width(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    guard knowsWidths else { return widthWithoutLocale(scalar) }
    // -1 is a scalar that this libc does not know; one column is what terminals then draw.
    let columns = Int(clinux_column_width(scalar.value))
    return columns < 0 ? 1 : columns
  }

  /// Set on the first letter beyond ASCII, not at the start: most runs never need it.
  private static let knowsWidths = clinux_use_utf8_widths() != 0

  /// On a system without even C.UTF-8: marks still take nothing, and the large blocks of wide
  /// letters (East Asian Width W and F, Unicode Standard Annex 11) still take two.
  static func widthWithoutLocale(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
