import Vault

extension BackupFault {
  /// Why nothing was made, or nothing was restored.
  var fault: Fault {
    Fault(status, reason: "backup_" + code, details: details, hint: { $0.hint(self) }) {
      $0.reason(self)
    }
  }

  private var details: [JSONValue.Member] {
    if case .keysMissing(let cases) = self { [.init("cases", .integer(cases))] } else { [] }
  }

  private var status: ExitStatus {
    switch self {
    case .missing, .strange: .notFound
    case .unreadable, .integrity, .notWritten: .storage
    case .exists, .unwritable: .cannotCreate
    case .notAdministrator: .failed
    case .form, .damaged, .unsigned, .kind, .otherVault, .custodyApart, .keysMissing, .newerLog:
      .badData
    }
  }
}
