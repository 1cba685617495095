import AuditLog

/// How a run ends. Everything but a verdict ends it early, so it is thrown too.
enum Outcome: Error {
  /// What the auditor brings beside the export.
  enum Brought: String {
    case pin, policy
    case authority = "tsa_ca"

    /// More bytes than such a file has.
    var limit: Int {
      switch self {
      case .pin: PinBook.maximumLength
      case .policy: 1 << 20
      case .authority: 1 << 18
      }
    }
  }

  /// The export fits.
  case fits(ExportVerdict)
  /// It does not; up to where it fits, and the kept heads that hold that part.
  case broken(ExportFinding, ExportReach)
  /// It is no export, or cannot be begun here.
  case noExport(ExportFinding)
  /// A folder that is not there.
  case noFolder
  /// A file could not be read to its end.
  case unreadable
  /// A file that the auditor named is not there.
  case noFile(Brought)
  /// It is a directory, or a pipe or a device.
  case noPlainFile(Brought, isFolder: Bool)
  /// It is longer than any of its kind.
  case tooLarge(Brought)
  /// It is there and does not have its form.
  case badFile(Brought, AuditLogError)
  /// The help.
  case help(String)
  /// The command was not written as it should be.
  case usage(UsageFault)

  /// The exit status, with the meaning that it has everywhere in this project.
  var status: Int32 {
    switch self {
    case .fits(let verdict): verdict.isProven ? 0 : 1
    case .broken: 20
    case .noExport, .noFolder, .noFile, .noPlainFile: 66
    case .unreadable: 74
    case .badFile, .tooLarge: 65
    case .help: 0
    case .usage: 64
    }
  }
}
