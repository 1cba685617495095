import Casework
import Vault

/// The person's own account of who looked, as a page.
struct AccessHTML {
  private let accesses: [ReportedAccess]
  private let code: CaseCode
  private let book: RuleBook
  private let putBack: [Int]
  private let origin: CameFrom?
  private let entry: Int
  private let handle: String
  private let language: Language

  init(
    _ accesses: [ReportedAccess], of code: CaseCode, _ book: RuleBook, putBack: [Int],
    from origin: CameFrom?, entry: Int, _ desk: Desk
  ) throws(Fault) {
    (self.putBack, self.origin) = (putBack, origin)
    (self.accesses, self.code, self.book, self.entry) = (accesses, code, book, entry)
    (handle, language) = (try desk.handle(), desk.words.language)
  }

  var text: String {
    var html = HTMLPage(in: language)
    html.runningHead(
      { $0.accessTitle + ", " + $0.accessOf(code: code.text) }, isConfidential: true, by: handle,
      entry: entry)
    html.heading(1) { $0.accessTitle }
    html.office()
    html.paragraph { $0.accessOf(code: code.text) }
    html.addAccountHead(putBack, from: origin)
    if accesses.isEmpty { html.paragraph { $0.accessNone } }
    html.add(accesses, book)
    html.paragraph { $0.accessClosing }
    html.stamp(by: handle, entry: entry)
    return html.text { $0.accessTitle }
  }
}

extension HTMLPage {
  /// What the account is, and what may be missing from it.
  ///
  /// - Parameter isWhole: or for somebody who is not told all of it.
  mutating func addAccountHead(
    _ putBack: [Int], from origin: CameFrom?, isWhole: Bool = true
  ) {
    paragraph { isWhole ? $0.accessIntroduction : $0.accessIntroductionInPart }
    if let origin { paragraph { AccessPage.told(origin, $0) } }
    if !putBack.isEmpty { paragraph { $0.accessPutBack(putBack) } }
  }

  /// One entry a paragraph.
  mutating func add(_ accesses: [ReportedAccess], _ book: RuleBook) {
    for access in accesses {
      paragraph { words in
        AccessPage(words: words, book: book).lines(access).filter { !$0.isEmpty }
          .joined(separator: "\n")
      }
    }
  }

  /// Who printed it, when, and the entry of the log.
  mutating func stamp(by handle: String, entry: Int) {
    let now = WallTime(milliseconds: Desk.now()).forPeople
    paragraph { $0.printedBy(Escaping.line(handle), at: now, entry: entry) }
  }
}
