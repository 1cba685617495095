import Casework
import Vault

/// The pages of a case that are made of one look: letter, consent sheet, receipt, summary.
struct PaperHTML {
  private let paper: PrintedPaper
  private let book: RuleBook
  private let handle: String
  private let language: Language
  private var code: String { paper.data.code.text }

  init(_ paper: PrintedPaper, _ book: RuleBook, _ desk: Desk) throws(Fault) {
    (self.paper, self.book) = (paper, book)
    (handle, language) = (try desk.handle(), desk.words.language)
  }

  var letter: String {
    page({ $0.letterTitle(code: code) }) { html in
      html.office()
      html.paragraph { $0.letterIntroduction }
      html.table(
        rows([
          "referral.referral_to", "referral.purpose", "referral.basis", "referral.provision",
          "referral.citation", "referral.sent_at", "referral.reply_due_at",
        ]))
      html.heading(2) { $0.whatIsHandedOver }
      addValues(&html)
      html.paragraph { $0.letterDuty }
      if isByConsent { html.paragraph { $0.letterWithdrawal } }
      html.paragraph { $0.letterReply }
      html.signatures([{ $0.signOfficer }, { $0.signReceiver }])
    }
  }

  var consent: String {
    page({ $0.consentTitle(code: code) }) { html in
      html.office()
      html.paragraph { $0.consentIntroduction }
      let names = [
        "consent.recipient", "consent.purpose", "consent.how", "consent.language",
        "consent.given_at", "consent.expires_at",
      ]
      // On a sheet that is filled in by hand the questions stand with room beside them.
      html.table(paper.record == nil ? blank(names) : rows(names))
      html.heading(2) { $0.consentCovers }
      addNames(&html)
      html.paragraph { $0.consentSensitive(told: isSensitiveTold) }
      html.paragraph { $0.consentRights }
      html.signatures([
        { $0.signPerson }, { $0.signRepresentative }, { $0.signInterpreter }, { $0.signOfficer },
      ])
    }
  }

  var receipt: String {
    page({ $0.receiptTitle(code: code) }) { html in
      html.office()
      html.paragraph { $0.receiptIntroduction }
      html.table(
        rows([
          "request.kind", "request.requester", "request.received", "request.ack_due",
          "request.due", "request.extended_to",
        ]))
      html.paragraph { $0.receiptRights }
      html.signatures([{ $0.signOfficer }])
    }
  }

  var summary: String {
    page({ $0.summaryTitle(code: code) }) { html in
      html.paragraph { $0.summaryIntroduction }
      html.table(rows(paper.data.fields.filter(isTold)))
      for record in paper.data.records {
        let told = record.fields.filter(isTold)
        guard !told.isEmpty else { continue }
        html.heading(2) { $0.name(record.entity.label) }
        html.table(rows(told))
      }
      let hidden = paper.data.hidden
      if !hidden.isEmpty {
        html.paragraph { words in
          words.hiddenWaits(hidden.map { words.name($0.entity.label) }.joined(separator: ", "))
        }
      }
      if !paper.data.clocks.isEmpty {
        html.heading(2) { $0.clocksTitle }
        html.table(paper.data.clocks.map(row))
      }
      if !paper.data.missing.isEmpty {
        html.heading(2) { $0.label(.missing) }
        html.list(paper.data.missing.map { field in { $0.name(field.label) } })
      }
    }
  }

  // MARK: Parts

  private func page(
    _ title: @escaping (any Words) -> String, _ fill: (inout HTMLPage) -> Void
  ) -> String {
    var html = HTMLPage(in: language)
    html.runningHead(title, isConfidential: true, by: handle, entry: paper.entry)
    html.heading(1, title)
    html.paragraph { $0.keepPage }
    fill(&html)
    html.stamp(by: handle, entry: paper.entry)
    return html.text(title: title)
  }

  /// A limit with how it stands and the article behind it, as on the screen.
  private func row(_ clock: DueLine) -> HTMLPage.Row {
    (
      { words in
        (clock.rule.map { words.name($0.label) } ?? clock.item.clock)
          + (clock.rule.map { ", " + words.cited($0.citation) } ?? "")
      },
      { words in
        (clock.item.end.map { Cell.limit(WallTime($0)) } ?? .none).shown(in: words) + " ("
          + words.standing(clock.standing) + ")"
      }
    )
  }

  /// Whether the person or who stands for them said yes: what rests on a provision cannot be withdrawn.
  private var isByConsent: Bool {
    guard case .text(let basis) = paper["referral.basis"]?.value else { return false }
    return basis.hasPrefix("consent_")
  }

  /// What is recorded of the consent stands ticked on its sheet; nil where nothing is.
  private var isSensitiveTold: Bool? {
    switch paper["consent.sensitive_told"]?.value {
    case .bool(.yes): true
    case .bool(.no): false
    default: nil
    }
  }

  /// What of the case itself is handed over, and then record by record.
  private func addValues(_ html: inout HTMLPage) {
    html.table(rows(paper.data.fields))
    for record in paper.data.records {
      html.heading(3) { $0.name(record.entity.label) }
      html.table(rows(record.fields))
    }
  }

  private func addNames(_ html: inout HTMLPage) {
    guard paper.record != nil else { return html.room(lines: 4) }
    html.list(
      paper.classes.map { fieldClass in { $0.fieldClass(fieldClass.name) } }
        + paper.named.map { field in { $0.name(field.label) } })
  }

  private func rows(_ names: [String]) -> [HTMLPage.Row] {
    rows(names.compactMap { paper[$0] }.filter(isTold))
  }

  /// What nobody asked about takes no room, nor does when something was typed.
  private func isTold(_ field: PageField) -> Bool {
    field.value != .absent(.notAsked) && field.definition.name != "entered_at"
  }

  private func rows(_ fields: [PageField]) -> [HTMLPage.Row] {
    fields.map { field in
      (
        { $0.name(field.definition.label) },
        { FieldCells(book: book, words: $0).cell(field).shown(in: $0) }
      )
    }
  }

  private func blank(_ names: [String]) -> [HTMLPage.Row] {
    names.compactMap { book[$0] }.map { field in ({ $0.name(field.label) }, { _ in "" }) }
  }
}
