import ArgumentParser
import Casework
import Vault

/// What the commands have in common that end somebody's access: a plan or the deed, the handle typed again,
/// and the account of what they could read.
struct LeavingOptions: ParsableArguments {
  @Option(help: .of({ $0.optionConfirm }, "handle")) var confirm: String?
  @Flag(help: .of({ $0.optionDryRun })) var dryRun = false
  @Flag(help: .of({ $0.optionVacant })) var vacant = false

  /// - Parameters:
  ///   - role: the role that ends; nil for all of them.
  ///   - unread: also where fields open to nobody any more.
  func run(
    of handle: String, _ role: Role?, unread: Bool = false, at desk: Desk,
    _ body: (Vault, borrowing Session) throws -> Left
  ) throws {
    if !dryRun {
      try desk.confirm(confirm, accepted: [handle], desk.words.typeLeaver(handle: handle))
    }
    let report = LeavingReport(handle: handle, role: role, words: desk.words)
    let isPlan = dryRun
    let shown = try desk.withCasework(fresh: true) { casework, session in
      let vault = casework.vault
      if !isPlan { try confirmVacancies(of: handle, role, unread, at: desk, vault, session) }
      let left =
        isPlan
        ? try vault.planLeaving(of: handle, role: role, unread: unread, as: session)
        : try body(vault, session)
      // A role that was never in force opened nothing.
      guard isPlan || !left.roles.isEmpty || role == nil, vault.mayReport(as: session) else {
        return report.report(left, nil, [])
      }
      var cases: [LeaverCase] = []
      let reach = try casework.reach(of: handle, left, as: session) { cases.append($0) }
      return report.report(left, reach, cases)
    }
    try desk.show(shown)
  }

  /// Somebody without whom too few are left in a role is asked about by that role: the handle alone was typed before
  /// anybody saw that. The look at it is an entry, and refuses what the act itself would.
  private func confirmVacancies(
    of handle: String, _ role: Role?, _ unread: Bool, at desk: Desk, _ vault: Vault,
    _ session: borrowing Session
  ) throws {
    // A handle that is nobody's is refused by the act, with its entry.
    let found = (try? vault.vacancies(after: handle, ending: role)) ?? []
    guard !vacant, !found.isEmpty else { return }
    _ = try vault.planLeaving(of: handle, role: role, unread: unread, as: session)
    guard desk.canAsk else { throw Fault.vacant(found, without: handle) }
    for vacancy in found {
      let words = desk.words
      let name = words.role(vacancy.role.rawValue)
      try desk.confirm(
        nil, accepted: [vacancy.role.rawValue, name],
        words.vacancy(vacancy, without: handle) + "\n" + words.typeVacantRole(vacancy.role.rawValue)
      )
    }
  }
}

extension Fault {
  /// Nobody is there who could be asked.
  fileprivate static func vacant(_ found: [Vacancy], without handle: String) -> Fault {
    Fault(
      .usage, reason: "vacant_role",
      details: [.init("roles", .array(found.map { .string($0.role.rawValue) }))],
      hint: { $0.vacantHint }
    ) { words in
      words.notDone(found.map { words.vacancy($0, without: handle) }.joined(separator: "; "))
    }
  }
}
