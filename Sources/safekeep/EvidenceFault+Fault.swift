import Vault

extension EvidenceFault {
  /// Why a file is not taken into a case, or not given out.
  var fault: Fault {
    switch self {
    case .missing: .fileNotFound
    case .strange: .strangeFile
    case .changed: Fault(.badData, reason: rawValue) { $0.fileChanged }
    case .tooLarge: .inputTooLarge(limit: Evidence.longest)
    case .unreadable, .unwritable: Fault(.storage, reason: rawValue) { $0.inputOutputError }
    case .notHere:
      Fault(.notFound, reason: rawValue, hint: { $0.contentNotHereHint }) { $0.contentIsNotHere }
    }
  }
}
