import ArgumentParser
import Casework

/// What is to become of rows that are likely to be of people who have a file.
struct LikenessOptions: ParsableArguments {
  @Flag(help: .of({ $0.optionImportLink })) var link = false
  @Flag(help: .of({ $0.optionImportNew })) var new = false

  /// - Throws: 64 for both.
  func check() throws(Fault) {
    guard !(link && new) else { throw .linkOrNew }
  }

  /// As the options say; else as somebody at the terminal says.
  ///
  /// - Parameter stop: why nothing is imported, where it is not what was found alone.
  func decision(
    _ likeness: RegisterLikeness, _ desk: Desk, _ stop: inout Fault?
  ) -> RegisterDecision {
    if new { return .new }
    if link {
      if likeness.isCut { stop = .likelySameRows(likeness, isLink: true) }
      return .link
    }
    guard !likeness.isEmpty, desk.canAsk else { return .stop }
    do {
      let tty = try desk.seat()
      let report = LikenessReport(likeness, desk.words)
      let lines = report.lines + desk.words.found(likeness)
      try tty.write(lines.map { $0 + "\n" }.joined())
      if try FormDialogue.isConfirmed(desk.words.importAnywayQuestion, tty, desk.words) {
        return .new
      }
      stop = Fault(.failed, reason: "not_confirmed") { $0.notConfirmed }
    } catch { stop = Fault.of(error) }
    return .stop
  }
}

extension Words {
  /// How many rows may be of people who have a file, and how many files nobody looked through.
  func found(_ likeness: RegisterLikeness) -> [String] {
    (likeness.count > 0 ? [possibleDuplicates(likeness.count)] : [])
      + (likeness.unsearched > 0 ? [notSearched(likeness.unsearched)] : [])
  }
}
