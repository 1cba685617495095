import Vault

extension VaultError {
  /// What is wrong with shares of a seed, or with who asks for one.
  var shareFault: Fault {
    switch self {
    case .share(let fault): Fault(.badData, reason: fault.code) { $0.shareFault(fault) }
    case .shareOfAnother(let entry):
      Fault(.denied, reason: "share_of_another", entry: entry) {
        $0.shareOfAnother(entry: entry)
      }
    default: Fault(.notFound, reason: "no_share", hint: { $0.noShareHint }) { $0.noShare }
    }
  }
}
