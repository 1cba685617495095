import ArgumentParser
import Casework
import Vault

/// `safekeep approval give ENTRY...`: the second person makes what entries ask for take effect, after they
/// were shown what each is.
///
/// Of several each is carried out by itself, in the order of the line, and ends at the first that is refused. What
/// erasures among them destroyed is looked for once, behind the last: that reads every byte of the vault.
struct ApprovalGive: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .approvalGive, example: "safekeep approval give 412 --as lan")

  @Argument(help: .of({ $0.argumentAskedMany }, "entry")) var entries: [Int]
  @Option(help: .of({ $0.optionConfirmAsked }, "entry")) var confirm: [Int] = []
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    try desk.vault().answers = Set(entries)
    var failures: [any Error] = []
    let reports = try desk.withCasework(fresh: true) { casework, session in
      let search = ErasureSearch()
      var (reports, waiting): ([(SearchedFiles?) -> Report], [WaitingAsk]?) = ([], nil)
      do {
        for entry in entries {
          let kind = try casework.vault.asked(by: entry, answering: .approvalGive, as: session)
          if kind == .inCase, waiting == nil { waiting = try casework.approvals(as: session).asks }
          let answer = ApprovalAnswer(
            entry, confirm: confirmed(entry), among: waiting, searching: search, at: desk)
          do { reports.append(try give(kind, answer, casework, session)) } catch let fault as Fault
            where fault.isNotConfirmed && !reports.isEmpty
          { throw Fault.restNotConfirmed(from: entry) }
        }
      } catch { failures.append(error) }
      // Before any receipt says that nothing is left. What is destroyed has its receipt also where something is.
      do { try casework.vault.finish(search, as: session) } catch {
        guard search.searched != nil else { throw error }
        failures.append(error)
      }
      return reports.map { $0(search.searched) }
    }
    for report in reports { try desk.show(report) }
    try fail(failures, desk)
  }

  /// The command ends by the last, and with what is left of an erasure before anything else.
  private func fail(_ failures: [any Error], _ desk: Desk) throws(Fault) {
    for failure in failures.dropLast() {
      Fault.of(failure).tell(on: desk.terminal, in: desk.words, format: desk.format)
    }
    if let last = failures.last { throw Fault.of(last) }
  }

  /// What was given for this one; of another number the first, which confirms nothing.
  private func confirmed(_ entry: Int) -> Int? {
    confirm.contains(entry) ? entry : confirm.first
  }

  private func give(
    _ kind: AskedAct, _ answer: ApprovalAnswer, _ casework: Casework, _ session: borrowing Session
  ) throws -> (SearchedFiles?) -> Report {
    let report: Report
    switch kind {
    case .inCase: return try answer.answerCase(.approvalGive, casework, session)
    case .erasure: return try answer.eraseUnseen(casework, session)
    case .rules: report = try answer.giveRules(casework, session)
    case .emergency: report = try answer.giveEmergency(casework, session)
    case .rollback: report = try answer.givePutBack(casework.vault, session)
    }
    return { _ in report }
  }
}
