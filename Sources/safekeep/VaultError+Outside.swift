import Vault

/// What witnesses and authorities are refused for.
extension VaultError {
  var outsideFault: Fault {
    switch self {
    case .witness(let fault): Self.witness(fault)
    case .cosignature(let fault):
      Fault(
        .badData, reason: fault.rawValue,
        hint: { fault == .unknownWitness ? $0.unknownWitnessHint : nil }
      ) { $0.reason(fault) }
    case .timestamp(let fault):
      Fault(.badData, reason: fault.rawValue) { $0.reason(fault) }
    default: Fault(.usage, reason: "no_such_size") { $0.noSuchSize }
    }
  }

  /// Exit 20 for what says that the log is not what it was; nothing else has it.
  private static func witness(_ fault: WitnessFault) -> Fault {
    switch fault {
    case .rollback(let recorded):
      broken(.rollback, "witness.rollback") { $0.witnessRollback(recorded) }
    case .split(let size): broken(.splitView, "witness.split") { $0.witnessSplit(size) }
    case .proof: broken(.proof, "witness.proof") { $0.witnessProof }
    case .oldSize(let recorded):
      Fault(
        .badData, reason: "old_size", details: [.init("recorded", .integer(recorded))],
        hint: { $0.witnessOldSizeHint(recorded) }
      ) { $0.witnessOldSize(recorded) }
    case .request: Fault(.badData, reason: "request") { $0.witnessRequest }
    case .logSignature:
      Fault(.badData, reason: "log_signature", hint: { $0.witnessLogKeyHint }) {
        $0.witnessLogSignature
      }
    case .unreadable: Fault(.badData, reason: "unreadable") { $0.witnessUnreadable }
    case .logKeyMissing:
      Fault(.usage, reason: "log_key_missing", hint: { $0.witnessLogKeyHint }) {
        $0.witnessLogKeyMissing
      }
    case .logKeyForm: Fault(.usage, reason: "log_key_form") { $0.witnessLogKeyForm }
    case .name: Fault(.usage, reason: "witness_name") { $0.witnessName }
    case .unwritable: Fault(.cannotCreate, reason: "witness") { $0.witnessUnwritable }
    case .unlockable: Fault(.busy, reason: "witness") { $0.witnessUnlockable }
    }
  }

  /// Told from where the witness stands, who has no vault to look at.
  private static func broken(
    _ reason: LogFault, _ code: String, _ sentence: @escaping Fault.Sentence
  ) -> Fault {
    Fault(
      .logBroken,
      details: [.init("reason", .string(reason.rawValue)), .init("code", .string(code))],
      hint: { $0.witnessBrokenHint }, sentence)
  }
}
