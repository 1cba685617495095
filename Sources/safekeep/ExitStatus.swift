/// How the program ends. Scripts decide by these numbers, so none ever changes its meaning; an
/// unknown number is a failure. The numbers from 64 on follow sysexits.h where it has one that fits.
enum ExitStatus: Int32, CaseIterable, Sendable {
  /// It was done.
  case done = 0
  /// It was not done, and none of the others says why.
  case failed = 1
  /// Wrong passphrase, or locked.
  case passphrase = 10
  /// The log does not verify, or was rolled back. Never anything else.
  case logBroken = 20
  /// The command was not written as it should be (EX_USAGE).
  case usage = 64
  /// Data not as it should be; also a field that does not open while the log is sound (EX_DATAERR).
  case badData = 65
  /// No such case, member or file; not a vault (EX_NOINPUT).
  case notFound = 66
  /// Cannot create; read-only (EX_CANTCREAT).
  case cannotCreate = 73
  /// Full disk, input or output error; also a result that nobody took (EX_IOERR).
  case storage = 74
  /// The vault was held by another process for more than 30 seconds (EX_TEMPFAIL).
  case busy = 75
  /// A vault of a newer format than this program knows (EX_PROTOCOL).
  case newerFormat = 76
  /// Not allowed; the attempt is in the log. Never anything else (EX_NOPERM).
  case denied = 77
  /// The rule book or the configuration is wrong (EX_CONFIG).
  case configuration = 78
  /// Interrupted: 128 and SIGINT, as a shell reports it.
  case interrupted = 130

  /// The word for it in `--json`, never translated.
  var code: String {
    switch self {
    case .done: "done"
    case .failed: "failed"
    case .passphrase: "passphrase"
    case .logBroken: "log"
    case .usage: "usage"
    case .badData: "data"
    case .notFound: "not_found"
    case .cannotCreate: "cannot_create"
    case .storage: "storage"
    case .busy: "busy"
    case .newerFormat: "newer_format"
    case .denied: "denied"
    case .configuration: "configuration"
    case .interrupted: "interrupted"
    }
  }
}
