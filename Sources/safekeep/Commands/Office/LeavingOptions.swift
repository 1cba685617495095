import ArgumentParser
import Casework
import Vault

/// What the commands have in common that end somebody's access: a plan or the deed, the handle typed again,
/// and the account of what they could read.
struct LeavingOptions: ParsableArguments {
  @Option(help: .of({ $0.optionConfirm }, "handle")) var confirm: String?
  @Flag(help: .of({ $0.optionDryRun })) var dryRun = false

  /// - Parameter role: the role that ends; nil for all of them.
  func run(
    of handle: String, _ role: Role?, at desk: Desk,
    _ body: (Vault, borrowing Session) throws -> Left
  ) throws {
    if !dryRun {
      try desk.confirm(confirm, accepted: [handle], desk.words.typeLeaver(handle: handle))
    }
    let report = LeavingReport(handle: handle, role: role, words: desk.words)
    let isPlan = dryRun
    let shown = try desk.withCasework(fresh: true) { casework, session in
      let vault = casework.vault
      let left =
        isPlan
        ? try vault.planLeaving(of: handle, role: role, as: session) : try body(vault, session)
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
}
