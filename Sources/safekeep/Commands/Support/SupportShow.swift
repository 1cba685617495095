import ArgumentParser
import Casework
import Vault

/// `safekeep support show CASE`: the records, and what they come to: what the person has had by regime,
/// which limits run, and what is open to them that nobody has offered.
struct SupportShow: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .stageShow, example: "safekeep support show K7M-2QX-9T8 --as lan")

  @OptionGroup var argument: CaseArgument
  @OptionGroup var classes: ClassOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let named = try classes.classes()
    try desk.showPage(
      restricted: named.contains(where: \.isRestricted), fresh: named.contains(.clinical)
    ) {
      casework, session, purpose in
      let (page, overview) = try casework.showSupport(
        of: code, classes: named, for: purpose, as: session)
      let report = PageReport(page, casework.book, desk.words).report
      return overview.map { SupportReport(words: desk.words).report($0, after: report) } ?? report
    }
  }
}
