import Vault

extension Casework {
  /// Classes of some fields of which nobody has given this member the key. Nothing is on a page in their place, and without
  /// a word nothing would be taken for that there is nothing.
  func ungiven(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, _ session: borrowing Session
  ) throws(VaultError) -> [FieldClass] {
    let found = try vault.ungiven(
      fields, of: id, for: purpose ?? .careManagement, as: session)
    return Set(found.compactMap { book[$0]?.fieldClass }).sorted()
  }

  /// Emergencies of this member that open some fields no more, because another key came since they were given.
  func outgrown(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, _ session: borrowing Session
  ) throws(VaultError) -> [OutgrownEmergency] {
    try vault.outgrown(fields, of: id, for: purpose ?? .careManagement, as: session)
      .sorted { $0.key < $1.key }.flatMap { entry, fields in
        Set(fields.compactMap { book[$0]?.fieldClass }).sorted().map {
          OutgrownEmergency(entry: entry, fieldClass: $0)
        }
      }
  }
}
