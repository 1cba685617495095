import Casework
import Vault

/// An erasure as it is told: what was asked, and the receipt of what was destroyed.
struct ErasureReport {
  private let words: any Words

  init(_ words: any Words) { self.words = words }

  func report(_ asked: ErasureAsk, _ code: CaseCode) -> Report {
    Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        .init(
          "reason", words.label(.reason),
          .code(asked.reason.code, label: words.name(asked.reason.label))),
        .init("entry", words.label(.entry), .integer(asked.entry)),
      ],
      notes: [
        words.erasureAsked(code: code.text, entry: asked.entry),
        words.waitsFor(roles: words.role("lead")), words.next("approval give \(asked.entry)"),
      ])
  }

  /// The receipt says what was destroyed, and what no program can see to.
  func report(_ done: Erasure, of code: String) -> Report {
    let tally = done.tally
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code)),
        .init("asked", words.label(.answers), .integer(done.asked)),
        .init("approval", words.label(.approved), .integer(done.approval)),
        .init("entry", words.label(.entry), .integer(done.entry)),
        .init(
          "classes", words.erasedClasses,
          .list(done.classes.map { .code($0.name, label: words.fieldClass($0.name)) })),
        .init("records", words.erasedRecords, .integer(tally.records)),
        .init("values", words.erasedValues, .integer(tally.values)),
        .init("keys", words.erasedKeys, .integer(tally.keys)),
        .init("holders", words.erasedHolders, .integer(tally.packs)),
        .init("copies", words.erasedCopies, .integer(tally.copies)),
        .init("restrictions", words.erasedRestrictions, .integer(tally.restrictions)),
        .init("generation", words.label(.generation), .integer(done.generation)),
      ],
      notes: [
        words.erased(code: code, entry: done.entry), words.erasureSearched,
        words.erasureCustodyCopies(generation: done.generation), words.erasureBeyondScan,
        words.erasureElsewhere,
      ])
  }
}
