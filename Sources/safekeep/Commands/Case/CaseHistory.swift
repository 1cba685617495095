import ArgumentParser
import Casework
import Vault

/// `safekeep case history CASE`: what fields of a case were before, newest first.
struct CaseHistory: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseHistory, example: "safekeep case history K7M-2QX-9T8 --form person --as mai")

  @OptionGroup var argument: CaseArgument
  @Option(help: .of({ $0.optionHistoryForm }, "stage"), completion: .stages)
  var form: String?
  @Option(help: .of({ $0.optionHistoryRecord }, "record")) var record: String?
  @OptionGroup var classes: ClassOption
  @Option(parsing: .unconditional, help: .of({ $0.optionSkip }, "n")) var skip: Int?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, classes) = (try argument.caseCode(), try classes.classes())
    let record = try record.map { name throws(Fault) in try RecordArgument.id(name) }
    let skip = skip ?? 0
    guard skip >= 0 else { throw Fault.badSkip }
    try desk.showPage(
      restricted: classes.contains(where: \.isRestricted), fresh: classes.contains(.clinical)
    ) { casework, session, purpose in
      try checkForm(casework.book)
      let history = try Fault.doing(.reading) {
        try casework.history(
          form, of: code, record: record, classes: classes, for: purpose, skipping: skip,
          as: session)
      }
      return HistoryReport(history, casework.book, desk.words).report(for: desk.format)
    }
  }
}

extension CaseHistory {
  /// - Throws: 64 for what is no form of the adopted rule book.
  private func checkForm(_ book: RuleBook) throws(Fault) {
    guard let form, book.fields(ofForm: form).isEmpty else { return }
    let forms = Set(book.fields.map(\.form)).sorted().joined(separator: " ")
    throw Fault(.usage, reason: "unknown_form") { $0.notAChoice(forms) }
  }
}

extension Fault {
  fileprivate static let badSkip = Fault(.usage, reason: "bad_skip") { $0.badSkip }
}
