import ArgumentParser
import Casework

/// What is to become of rows that are likely to be of people who have a file.
struct LikenessOptions: ParsableArguments {
  @Flag(help: .of({ $0.optionImportLink })) var link = false
  @Flag(help: .of({ $0.optionImportNew })) var new = false
  @Option(help: .of({ $0.optionLikelyTo }, "file.csv"), completion: .file()) var to: String?

  /// - Throws: 64 for both, and for a list of what is not only looked at: who has to decide had none yet.
  func check(isDry: Bool) throws(Fault) {
    guard !(link && new) else { throw .linkOrNew }
    guard to == nil || isDry else {
      throw Fault(.usage, reason: "to_of_check") { $0.likelyToOfCheck }
    }
  }

  /// As the options say; else as somebody at the terminal says.
  ///
  /// - Parameter stop: why nothing is imported, where it is not what was found alone.
  func decision(
    _ likeness: RegisterLikeness, _ desk: Desk, _ stop: inout Fault?
  ) -> RegisterDecision {
    if new { return .new }
    if link { return .link }
    guard !likeness.isEmpty, desk.canAsk else { return .stop }
    do {
      let tty = try desk.seat()
      let report = LikenessReport(likeness, desk.words)
      let lines = report.lines + report.notes
      try tty.write(lines.map { $0 + "\n" }.joined())
      if try FormDialogue.isConfirmed(desk.words.importAnywayQuestion, tty, desk.words) {
        return .new
      }
      stop = .declined
    } catch { stop = Fault.of(error) }
    return .stop
  }

  /// - Returns: what is to be said of the list.
  func write(
    _ likeness: RegisterLikeness?, into file: NewFile, _ desk: Desk
  ) throws(Fault) -> String {
    let likeness = likeness ?? RegisterLikeness()
    try file.write(LikenessReport(likeness, desk.words).csv)
    try file.finish()
    return desk.words.likelyWritten(likeness.count)
  }
}
