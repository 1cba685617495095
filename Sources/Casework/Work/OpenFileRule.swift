import Vault

/// A file that was closed, or that another office has now, takes nothing until a lead opens it again: two
/// people said that it is complete, and what came later would stand in it unseen by either (design, "Two
/// people"). What the person asks of their own data is not among it: a request and its answer, a
/// restriction and the withdrawal of a consent are recorded in every file, as the law gives them no end.
struct OpenFileRule: FormRule {
  let looksAt: [String] = []

  private static let ended: Set<String> = ["closed", "transferred"]

  /// How the file is closed or opened again is recorded while it stands there; and of a consent that stands
  /// already only what the law asks for afterwards is ever written (`ConsentRule`).
  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    let closure = book.entity(named: "closure")?.number
    let consent = book.entity(named: "consent")?.number
    return !changes.operations.isEmpty
      || changes.records.contains { change in
        change.entity != closure && (change.entity != consent || change.target == .new)
      }
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    if let stop = Self.stop(of: form.look) { throw .stopped(stop) }
  }

  /// Why the file takes nothing, or nil.
  static func stop(of look: CaseLook) -> RuleStop? {
    guard let status = look.code("case.status"), ended.contains(status) else { return nil }
    return look.book.stop(.fileClosed, about: "case.status")
  }
}
