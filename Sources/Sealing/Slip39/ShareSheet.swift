/// All shares of a secret on one sheet, to be cut apart and handed to one person each.
///
/// Before each share a line with its number and how many there are (`1/3`), then its words, three a line,
/// then an empty line. Whoever has the words needs no program of this project to put them together.
public enum ShareSheet {
  private static let wordsPerLine = 3

  /// The sheet, ASCII, each line ended by a line feed.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func text(of shares: [Slip39Share]) throws(SealingError) -> SecretBytes {
    var sheet = try SecretBytes(capacity: 0) { _ in }
    for (index, share) in shares.enumerated() {
      let words = try text(of: share)
      let title =
        Array((index == 0 ? "" : "\n").utf8) + Array("\(index + 1)/\(shares.count)\n".utf8)
      let before = consume sheet
      sheet = try SecretBytes(capacity: before.count + title.count + words.count) { output in
        output.append(before)
        for byte in title { output.append(byte) }
        output.append(words)
      }
    }
    return sheet
  }

  /// The words of one share, three a line.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func text(of share: Slip39Share) throws(SealingError) -> SecretBytes {
    let text = try share.text()
    return try SecretBytes(capacity: text.count + 1) { output in
      text.withSpan { text in
        var words = 0
        for index in text.indices {
          let isSpace = text[index] == 0x20
          words += isSpace ? 1 : 0
          output.append(isSpace && words % wordsPerLine == 0 ? 0x0A : text[index])
        }
      }
      output.append(0x0A)
    }
  }
}
