import ArgumentParser
import Vault

/// `safekeep key recover HANDLE`: a trustee asks; another one, with two shares, gives back to the member
/// what recovery holds and nobody else is left to give. With `--role admin` two shares of the root seed make an
/// administrator, with `--role auditor` who answers for a vault that was put back (`NewcomerByRoot`).
struct KeyRecover: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .keyRecover, example: "safekeep key recover binh --as lien")

  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String
  @Option(help: .of({ $0.optionRecoveredRole }, "role")) var role: String?
  @Option(help: .of({ $0.optionConfirmFingerprint }, "handle")) var confirm: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (handle, confirm, wanted) = (handle, confirm, try wantedRole())
    if let wanted, [.admin, .auditor].contains(wanted) {
      return try NewcomerByRoot(handle: handle, role: wanted, confirm: confirm, desk: desk).run()
    }
    let report = try desk.withSession(fresh: true) { vault, session in
      // Of a handle that nobody has, the refusal says so and is an entry.
      if let fingerprint = try vault.fingerprint(ofRecovered: handle, as: session) {
        try desk.compare(fingerprint, of: handle, confirm)
      }
      let (step, role) = try ApprovalAnswer.answering(hint: { $0.roleAskLeftHint }) {
        try Self.begin(handle, wanted, vault, session)
      }
      switch step {
      case .asked(let entry): return Self.asked(handle, role, entry, desk.words)
      case .ready:
        let shares = try desk.typedShares(for: .recovery, vault, session)
        var progress = Progress(desk.words.sealingAnew, of: 0, on: desk.terminal)
        let done = try vault.recover(handle, as: role, with: shares, by: session) {
          progress.reached($0)
        }
        return Self.done(handle, role, done, desk.words)
      }
    }
    try desk.show(report)
  }

  /// Whom nobody gave the role is not admitted for that: an administrator gives it, and two trustees its keys.
  private static func begin(
    _ handle: String, _ wanted: Role?, _ vault: Vault, _ session: borrowing Session
  ) throws -> (step: RecoveryStep, role: Role) {
    do { return try vault.beginRecovery(of: handle, as: wanted, by: session) } catch {
      throw told(error, handle, wanted)
    }
  }

  private static func told(_ error: VaultError, _ handle: String, _ wanted: Role?) -> any Error {
    guard case .noted(.roleNotGiven, let entry) = error else { return error }
    let hasKey = wanted.map([Role.lead, .duty, .statistician].contains) ?? false
    let role = hasKey ? wanted?.rawValue : nil
    return Fault(
      .failed, reason: "role_not_given", entry: entry,
      hint: { $0.recoveredRoleNotGivenHint(handle: Escaping.line(handle), role: role) }
    ) { $0.recoveredRoleNotGiven }
  }

  private func wantedRole() throws(Fault) -> Role? {
    guard let role else { return nil }
    guard let wanted = Role(rawValue: role) else { throw .unknownRole }
    return wanted
  }

  private static func asked(
    _ handle: String, _ role: Role, _ entry: Int, _ words: any Words
  ) -> Report {
    report(
      handle, role, [], entry, words,
      notes: [
        words.recoveryAsked(handle: handle, role: words.role(role.rawValue), entry: entry),
        words.nextRecover(handle: handle),
      ])
  }

  private static func done(
    _ handle: String, _ role: Role, _ done: Recovered, _ words: any Words
  ) -> Report {
    let name = words.role(role.rawValue)
    return report(
      handle, role,
      [
        .init("version", words.label(.keyVersion), done.epoch.map(Cell.integer) ?? .none),
        .init("cases", words.label(.cases), .integer(done.cases)),
        .init("altered", words.label(.altered), .integer(done.spoilt)),
      ], done.entry, words,
      notes: [words.recovered(handle: handle, role: name, cases: done.cases, entry: done.entry)]
        + (done.spoilt > 0 ? [words.spoiltCases(done.spoilt)] : [])
        + (role == .lead ? [words.safetyNotRecovered] : [])
        + (done.sharedSeed.map { [words.recoveryShared(entry: $0), words.nextAfterSharing] }
          ?? [words.nextAfterRecovery(handle: handle, isLead: role == .lead)]))
  }

  private static func report(
    _ handle: String, _ role: Role, _ more: [Report.Field], _ entry: Int, _ words: any Words,
    notes: [String]
  ) -> Report {
    let own: [Report.Field] = [
      .init("handle", words.label(.handle), .text(handle)),
      .init("role", words.label(.role), .code(role.rawValue, label: words.role(role.rawValue))),
    ]
    return Report(
      fields: own + more + [.init("entry", words.label(.entry), .integer(entry))], notes: notes)
  }
}
