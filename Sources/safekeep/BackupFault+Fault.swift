import Vault

extension BackupFault {
  /// Why nothing was made, or nothing was restored.
  var fault: Fault {
    Fault(status, reason: "backup_" + code, details: details, hint: { $0.hint(self) }) {
      $0.reason(self)
    }
  }

  private var details: [JSONValue.Member] {
    switch self {
    case .keysMissing(let cases): [.init("cases", .integer(cases))]
    case .custodyBehind(let custody, let records, let cases):
      [
        .init("custody", .integer(custody)), .init("records", .integer(records)),
        .init("cases", .integer(cases)),
      ]
    case .notAdministrator: [.init("why", .string(Refusal.role.rawValue))]
    default: []
    }
  }

  private var status: ExitStatus {
    switch self {
    case .missing, .strange: .notFound
    case .unreadable, .integrity, .notWritten: .storage
    case .exists, .unwritable: .cannotCreate
    case .notAdministrator: .denied
    case .form, .damaged, .unsigned, .kind, .otherVault, .custodyApart, .keysMissing,
      .custodyBehind, .newerLog:
      .badData
    }
  }
}
