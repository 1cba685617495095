import AuditLog
import FoundationEssentials
import Sealing

/// Who really holds the class keys of a case: packs count, and not roles. After a recovery the epoch of the leads lacks
/// the keys that no trustee opens, so that the last member who has the case may be the last who opens them.
struct ClassHolders {
  let context: ActContext
  /// The standing epochs that somebody holds who stays.
  private let standing: [Principal]

  typealias KeyVersion = StatedGrants.KeyVersion

  /// - Parameter stays: whether a member keeps a standing role.
  init(
    _ context: ActContext, where stays: (RosterMember, StandingRole) -> Bool = { _, _ in true }
  ) throws(VaultError) {
    self.context = context
    standing = try SeedHolders(directory: context.directory, tx: context.tx).epochs(where: stays)
  }

  /// A class of which something lies under a key that nobody holds any more but recovery once some assignments end.
  ///
  /// - Parameter passed: what whoever takes over is given by the same act.
  func lost(
    by gone: [Transaction.AssignmentRow], to left: [Transaction.AssignmentRow],
    passing passed: Set<KeyVersion> = [], of file: Transaction.File
  ) throws(VaultError) -> FieldClass? {
    var only: Set<KeyVersion> = []
    for row in gone { only.formUnion(try held(by: row, file)) }
    only.subtract(passed)
    for principal in standing where !only.isEmpty {
      only.subtract(try items(of: principal, file))
    }
    for row in left where !only.isEmpty { only.subtract(try held(by: row, file)) }
    return only.isEmpty ? nil : try inUse(only, file)
  }

  /// What is kept from a role has a key of its own, and is asked for by field (`CaseAssigner`).
  private func held(
    by row: Transaction.AssignmentRow, _ file: Transaction.File
  ) throws(VaultError) -> Set<KeyVersion> {
    let classes = FieldClass.keyed.filter {
      KeyTable.access(row.role, row.relation, to: $0) == .key
    }
    let member = try context.tx.memberID(row.member)
    return try items(of: .member(member.identifier), file).filter { item in
      classes.contains { $0.rawValue == item.keyClass }
    }
  }

  private func items(
    of principal: Principal, _ file: Transaction.File
  ) throws(VaultError) -> Set<KeyVersion> {
    let pack = try context.pack(of: principal, in: file)
    return Set(
      (pack?.items ?? []).map { KeyVersion(keyClass: $0.keyClass, version: $0.keyVersion) })
  }

  private func inUse(
    _ keys: Set<KeyVersion>, _ file: Transaction.File
  ) throws(VaultError) -> FieldClass? {
    for record in try context.tx.records(of: file.key) {
      for field in try context.tx.fields(of: record.key) {
        guard let rule = context.vault.fields[field.id], rule.entity == record.kind,
          keys.contains(where: { $0.keyClass == rule.fieldClass.rawValue }),
          let version = try? SealedField.keyVersion(of: field.blob.span)
        else { continue }
        let key = KeyVersion(keyClass: rule.fieldClass.rawValue, version: version)
        if keys.contains(key) { return rule.fieldClass }
      }
    }
    return nil
  }
}
