import AuditLog
import Sealing

extension Vault {
  /// Does what changes somebody's standing; where that person, or what was to change, is not as it was said,
  /// the refusal is an entry like any other: who tries handles to learn which there are leaves a trace.
  func notingStaff<Value>(
    _ act: String, kind: String? = nil, for office: OfficeAct, role: Role? = nil,
    _ session: borrowing Session,
    _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do { return try body(session) } catch {
      switch error {
      case .noSuchMember, .nothingToDo, .roleNotGiven, .handleTaken: break
      default: throw error
      }
      let noted = try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let own = context.role(for: office) else {
          return try context.refuse(act, .role) { entry in
            (entry.kind, entry.grole) = (kind, role?.rawValue)
          }
        }
        return .allowed(
          try context.append(act, .denied) { entry in
            (entry.kind, entry.why, entry.grole) = (kind, .state, role?.rawValue)
            entry.role = own.rawValue
          })
      }
      throw .noted(error, entry: noted)
    }
  }
}
