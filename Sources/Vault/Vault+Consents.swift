import AuditLog
import Sealing

/// Whether a consent is one that this vault saw recorded.
extension Vault {
  /// Whether an entry of this log recorded this very record of this very case as a consent. One that came with
  /// a file from another office names an entry of the log over there.
  ///
  /// - Parameter entry: what the consent says of itself.
  public func recorded(
    _ consent: RecordID, at entry: Int?, of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Bool {
    guard let entry else { return false }
    return try act(as: session) { context throws(VaultError) -> Ruling<Bool> in
      guard let file = try context.tx.file(id) else { return .allowed(false) }
      context.keyring.beginCase()
      let item = Pseudonym.ofRecord(
        consent, try context.recordKey(file), in: context.keyring.atHand)
      return .allowed(try context.consent(at: entry, of: file)?.item == item)
    }
  }
}

extension ActContext {
  /// The entry that recorded a consent of this very case; nil where that one is another.
  func consent(
    at seq: Int, of file: Transaction.File
  ) throws(VaultError) -> Entry? {
    guard (0..<vault.ledger.frontier.size).contains(seq) else { return nil }
    let entry = try vault.ledger.provenEntry(seq, in: tx)
    guard entry.act == CaseAct.consentRecord.rawValue, entry.out == .ok,
      entry.rec == (try pseudonym(file))
    else { return nil }
    return entry
  }
}
