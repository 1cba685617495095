import AuditLog
import Sealing

extension Vault {
  /// The forms in which the log goes to other systems.
  public static var eventForms: [String] { EventForm.allCases.map(\.rawValue) }

  /// Hands over the log in the form of another system, line by line; its entry comes first, and is the
  /// last line.
  ///
  /// - Parameters:
  ///   - form: one of ``eventForms``; nil is returned for any other.
  ///   - first: the first entry.
  ///   - withHandles: who acted, by name; the entry says so (`kind` ends in `.handles`).
  /// - Returns: the entry.
  /// - Throws: `noSuchEntry` where the log does not reach the first one.
  public func exportEvents(
    _ form: String, from first: Int, withHandles: Bool, as session: borrowing Session,
    _ write: ([UInt8]) throws(VaultError) -> Void
  ) throws(VaultError) -> Receipt? {
    guard let known = EventForm(rawValue: form) else { return nil }
    let entry = try stateExport(
      form + (withHandles ? ".handles" : ""), of: first, as: .readLog, session)
    let people = PersonBook(self, session.keyring, withHandles: withHandles)
    let export = EventExport(known, under: Checkpoint(origin: origin, ledger.frontier))
    let head = export.head
    if !head.isEmpty { try write(head) }
    try eachLeaf(below: entry + 1) { leaf throws(VaultError) in
      guard leaf.entry.seq >= first else { return }
      let tried = try leaf.entry.who.flatMap { who throws(VaultError) in
        leaf.entry.act == Act.authFail ? try people.person(who: who)?.handle : nil
      }
      let names = EventNames(actor: try people.person(leaf.entry.actor).handle, tried: tried)
      try write(export.line(of: leaf, names))
    }
    return Receipt(entry: entry)
  }
}
