import AuditLog

@testable import Vault

extension Vault {
  /// Gives copies without a record of why, as the rules of the work never let it happen: what the tests of
  /// excerpts need is the excerpt alone.
  func share(
    _ fields: Set<FieldID>, of id: CaseID, with handle: String, until: Int, for purpose: Purpose?,
    as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let member = try member(named: handle)
    guard until > now() else { throw .nothingToDo }
    let disclosure = try readToGive(fields, of: id, to: member, for: purpose, as: session)
    return try noting(Act.excerptGive, id, session) { session throws(VaultError) in
      let seq = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let role = context.role(for: .shareExcerpt) else {
          return try context.refuse(Act.excerptGive, .role)
        }
        return .allowed(
          try CaseWriter(context, id).give(
            disclosure.records.filter { !$0.fields.isEmpty }, to: member, until: until, role: role))
      }
      return Receipt(entry: seq)
    }
  }
}
