import ArgumentParser
import Casework
import Vault

/// `safekeep approval give ENTRY...`: the second person makes what entries ask for take effect, after they
/// were shown what each is.
///
/// Of several each is carried out by itself, in the order of the line, and ends at the first that is refused. Erasures
/// that stand one behind the other are one act (`ErasuresAnswer`). What they destroyed is looked for once, behind the
/// last entry: that reads every byte of the vault.
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
      let erasures = ErasuresAnswer(search: search, desk: desk, confirm: confirmed)
      var reports: [ErasuresAnswer.Receipt] = []
      // What is named twice is answered once: a second look would find nothing there any more.
      var line = ApprovalLine(entries.uniqued())
      do {
        while let part = try line.next(casework, session) {
          do {
            switch part {
            case .erasures(let asks): reports += try erasures.give(asks, casework, session)
            case .unseen(let entries):
              reports += try erasures.giveUnseen(entries, casework, session)
            case .other(let entry, let kind):
              let answer = ApprovalAnswer(
                entry, confirm: confirmed(entry), among: line.waiting, at: desk)
              let report = try give(kind, answer, casework, session)
              reports.append { _ in report }
            }
          } catch let fault as Fault where fault.isNotConfirmed && !reports.isEmpty {
            throw Fault.restNotConfirmed(from: part.first)
          }
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
  ) throws -> Report {
    switch kind {
    case .inCase, .erasure: try answer.answerCase(.approvalGive, casework, session)
    case .rules: try answer.giveRules(casework, session)
    case .emergency: try answer.giveEmergency(casework, session)
    case .rollback: try answer.givePutBack(casework.vault, session)
    }
  }
}
