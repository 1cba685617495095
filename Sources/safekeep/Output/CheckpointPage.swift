/// The head of the log as a page to print, sign and put away: text, and the QR code of it where it could be
/// made. It needs nothing from anywhere else, and speaks both languages.
struct CheckpointPage {
  let note: String
  let symbol: QRSymbol?
  let handle: String
  let time: WallTime
  let entry: Int
  /// Entries that the head stands for.
  let size: Int

  var html: String {
    """
    <!doctype html>
    <html lang="vi">
    <meta charset="utf-8">
    <title>\(Vietnamese().checkpointTitle) · \(English().checkpointTitle)</title>
    <style>
    body { font: 12pt/1.4 sans-serif; margin: 2cm auto; max-width: 17cm; color: #000; background: #fff }
    pre { font: 9pt/1.5 monospace; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid; padding: 1em }
    svg { width: 8cm; height: 8cm; display: block; margin: 1em auto }
    footer { font-size: 9pt; border-top: 1px solid }
    @page { size: A4; margin: 1.5cm }
    @media print { body { margin: 0 } }
    </style>
    \(part(Vietnamese(), "vi"))
    \(part(English(), "en"))
    \(symbol?.svg ?? "")
    <pre>\(Self.escaped(note))</pre>
    <footer>
    <p lang="vi">\(stamp(Vietnamese()))</p>
    <p lang="en">\(stamp(English()))</p>
    </footer>
    </html>

    """
  }

  private func part(_ words: any Words, _ language: String) -> String {
    """
    <section lang="\(language)">
    <h1>\(words.checkpointTitle)</h1>
    <p>\(Self.escaped(words.checkpointMeaning(size: size)))</p>
    </section>
    """
  }

  private func stamp(_ words: any Words) -> String {
    Self.escaped(words.checkpointStamp(handle, time: time.forPeople, entry: entry))
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      default: out.append(character)
      }
    }
    return out
  }
}
