import Vault

extension VaultError {
  /// What stands in the way of somebody's leaving, or of a further role.
  var leavingFault: Fault {
    switch self {
    case .lastAdministrator(let entry):
      Fault(
        .denied, reason: "last_administrator", entry: entry,
        details: [.init("why", .string(Refusal.state.rawValue))],
        hint: { $0.lastAdministratorHint }
      ) { $0.lastAdministrator(entry: entry) }
    case .lastHolder(let role, let fieldClass, let entry):
      Fault(
        .denied, reason: "last_holder", entry: entry,
        details: [
          .init("why", .string(Refusal.state.rawValue)), .init("role", .string(role.rawValue)),
          .init("class", .string(fieldClass.name)),
        ], hint: { $0.lastHolderHint(role: $0.role(role.rawValue)) }
      ) {
        $0.lastHolder(
          role: $0.role(role.rawValue), fieldClass: $0.fieldClass(fieldClass.name), entry: entry)
      }
    case .rolesExclude(let role, let other, let entry):
      Fault(
        .denied, reason: "roles_exclude", entry: entry,
        details: [.init("why", .string(Refusal.role.rawValue))]
      ) {
        $0.rolesExclude($0.role(role.rawValue), $0.role(other.rawValue), entry: entry)
      }
    default: Fault(.failed, reason: "entry_refused") { $0.entryRefused }
    }
  }
}
