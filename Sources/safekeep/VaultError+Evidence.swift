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
    case .logCopy(let fault, let number):
      Fault(
        fault == .missing ? .notFound : .badData, reason: "copy_" + fault.rawValue,
        details: [.init("copy", .integer(number))]
      ) { $0.logCopyRefused(fault, number: number) }
    case .exportFolder:
      Fault(.cannotCreate, reason: "export_folder", hint: { $0.exportFolderHint }) {
        $0.exportFolder
      }
    case .exportUnwritable: Fault(.cannotCreate) { $0.newFileRefused }
    default: Fault(.failed) { $0.unexpected }
    }
  }
}
