import AuditLog

extension Vault {
  /// Goes on from what this member's client saw last, and refuses a log that does not continue it.
  func resume(handle: String) throws(VaultError) -> Pin? {
    let pin = try pinFile(handle).read()
    if let pin { ledger.resume(from: pin) }
    return pin
  }

  /// A member's own entries can only grow: fewer than the pin counts means that some were dropped.
  func check(_ pin: Pin?, actor: ActorID) throws(VaultError) {
    guard let pin else { return }
    guard ledger.directory.nextSequence(of: actor) >= pin.sequence else { throw .rolledBack }
  }

  func keepPin(handle: String, actor: ActorID) throws(VaultError) {
    try pinFile(handle).write(
      Pin(
        frontier: ledger.frontier, roster: ledger.roster, time: ledger.time, note: ledger.note,
        sequence: ledger.directory.nextSequence(of: actor)))
  }

  private func pinFile(_ handle: String) -> PinFile {
    PinFile(directory: pins, vault: id, who: custody.who(handle))
  }
}
