import AuditLog
import Sealing

/// The right to open some sealed fields, once. Only the gate makes one, after its entry is committed;
/// opening consumes it. There is no other way to `opened`.
struct Admission: ~Copyable {
  let entry: Int
  fileprivate let drawer: Drawer

  fileprivate init(entry: Int, drawer: Drawer) {
    self.entry = entry
    self.drawer = drawer
  }

  /// What is sealed and was asked for.
  consuming func opened() -> Drawer { drawer }
}

extension Vault {
  /// The read journey's first half: decide, write down. A refusal is thrown with its entry.
  func admit(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> Admission {
    let (entry, drawer) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, Drawer)> in
      try context.rule(on: fields, of: id, purpose)
    }
    return Admission(entry: entry, drawer: drawer)
  }
}
