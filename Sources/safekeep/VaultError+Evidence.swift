import Vault

extension VaultError {
  /// What can be wrong with pins, proofs and copies that somebody brought.
  var evidenceFault: Fault {
    switch self {
    case .noSuchEntry(let recorded):
      Fault(.notFound, entry: recorded, details: [.init("reason", .string("entry"))]) {
        $0.noSuchEntry(recorded: recorded)
      }
    case .noPin(let recorded):
      Fault(.notFound, entry: recorded, hint: { $0.noPinHint }) { $0.noPin }
    case .pinFileUnreadable: Fault(.badData, reason: "pin_file") { $0.pinFileUnreadable }
    case .pinFileForeign(let number):
      Fault(
        .badData, reason: "pin_foreign", details: [.init("pin", .integer(number))]
      ) { $0.pinFileForeign($0.pinFile(number)) }
    case .pinFileAltered(let number):
      Fault(
        .badData, reason: "pin_altered", details: [.init("pin", .integer(number))]
      ) { $0.pinFileAltered($0.pinFile(number)) }
    case .logCopy(let fault, let number):
      Fault(
        fault.status, reason: "copy_" + fault.rawValue, details: [.init("copy", .integer(number))]
      ) { $0.logCopyRefused(fault, number: number) }
    case .exportContradicts(let there, let size):
      .exportContradicts(there, size: size)
    case .exportFolder:
      Fault(.cannotCreate, reason: "export_folder", hint: { $0.exportFolderHint }) {
        $0.exportFolder
      }
    case .exportBusy:
      Fault(.busy, reason: "export_busy", hint: { $0.exportBusyHint }) { $0.exportBusy }
    case .exportUnwritable: Fault(.cannotCreate) { $0.newFileRefused }
    case .exportUnfinished(let isFull, let entry):
      Fault(
        .storage, reason: "export_unfinished", entry: entry, hint: { $0.exportUnfinishedHint }
      ) { $0.exportUnfinished(isFull: isFull, entry: entry) }
    default: Fault(.failed) { $0.unexpected }
    }
  }
}

extension LogCopyFault {
  fileprivate var status: ExitStatus {
    switch self {
    case .missing, .strange: .notFound
    case .unreadable: .storage
    case .form, .signature, .origin, .tiles, .key, .otherKey, .large: .badData
    }
  }
}

extension Fault {
  /// Status 20: what lies in the directory is an export of a log that is not this one any more.
  fileprivate static func exportContradicts(_ there: CheckedPin, size: Int) -> Fault {
    let fault: LogFault = there.verdict == .rollback ? .rollback : .splitView
    return Fault(
      .logBroken,
      details: [
        .init("reason", .string(fault.rawValue)), .init("size", .integer(size)),
        .init("export", .integer(there.size)),
      ], hint: { $0.exportContradictsHint }
    ) { $0.exportContradicts(fault, size: size, export: there.size) }
  }
}
