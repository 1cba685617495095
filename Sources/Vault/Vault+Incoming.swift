import AuditLog
import Sealing

/// What is asked of a file from another vault beside its seal: whether it was made for a card of ours, and
/// whether the case is here already.
extension Vault {
  /// The card that a file was made for: one that this vault gave out, for its name is what a consent is held
  /// against. Nil where the file names none.
  ///
  /// - Throws: `.file(.strangeCard)`.
  func ownCard(in parcel: CaseParcel) throws(VaultError) -> VaultCard? {
    guard !parcel.card.isEmpty else { return nil }
    let card = try? VaultCard(parsing: parcel.card)
    guard let card, card.vault == id else { throw .file(.strangeCard) }
    let digest = card.digest
    let isOurs = try store.look { tx throws(VaultError) in
      try catchUp(tx)
      for seq in try tx.leaves(naming: digest) where (0..<ledger.frontier.size).contains(seq) {
        let entry = try ledger.provenEntry(seq, in: tx)
        if entry.act == Act.export, entry.kind == "card", entry.out == .ok, entry.sum == digest {
          return true
        }
      }
      return false
    }
    guard isOurs else { throw .file(.strangeCard) }
    return card
  }

  /// A rule of the work stopped the taking in: an entry, before anybody hears of it.
  ///
  /// - Returns: the entry of the refusal.
  public func refuse(
    _ incoming: IncomingCase, because obstacle: CaseObstacle, as session: borrowing Session
  ) throws(VaultError) -> Int {
    try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      .allowed(
        try context.noteRefused(
          incoming.part.receiveAct, rec: nil, sum: incoming.sum, why: obstacle.refusal))
    }
  }

  /// The operations rows of cases here that came from the same case of the same vault: copies that an
  /// earlier transfer left. What is found becomes links of the case that is taken in, which are entries.
  public func copies(
    of incoming: IncomingCase, lists: TransferLists, as session: borrowing Session
  ) throws(VaultError) -> [[FieldID: FieldValue]] {
    let (sender, code) = (incoming.head.sender, incoming.code)
    let keyring = session.keyring
    return try looking { tx throws(VaultError) in
      var found: [[FieldID: FieldValue]] = []
      let reading: ListReading<[FieldID: FieldValue]> = { _, row throws(VaultError) in
        try row.values()
      }
      try OperationsScan(vault: self, keyring: keyring).run(tx, reading) {
        _, values throws(VaultError) in
        guard let values else { return }
        let items = try TransferItem.all(in: values[lists.transfer])
        if items.contains(where: { $0.isOf(sender, code) }) { found.append(values) }
      }
      return found
    }
  }
}

extension TransferItem {
  /// Whether the case came from that case of that vault, whole or as a referral.
  fileprivate func isOf(_ sender: Identifier, _ code: String) -> Bool {
    switch self {
    case .received(let from), .referred(let from): from.sender == sender && from.code == code
    case .sent, .referral, .back: false
    }
  }
}
