import Sealing

/// The two seals of a draft: a box that its author alone opens, and around it the outer key of the case, so
/// that the end of that key is the end of the draft in every copy of the records.
struct DraftSeal {
  let vault: Identifier
  let caseID: CaseID
  let member: MemberID
  let form: String
  let record: RecordID?

  /// An anonymous box has no associated data of its own: this goes inside.
  private var place: Digest {
    let record = record.map { [1] + $0.bytes } ?? [0]
    return Digest.of(
      Array(OuterSeal.draftLabel.utf8) + vault.bytes + caseID.bytes + member.bytes + record
        + Array(form.utf8))
  }

  /// The inner box: its hash is what the entry states.
  func seal(
    _ values: [FieldID: FieldValue], to box: BoxPublicKey
  ) throws(SealingError) -> [UInt8] {
    try SealedNote.seal(
      OperationsRow(values).encoded, upTo: SealedNote.longestDraft, at: place, to: box)
  }

  func open(
    _ inner: [UInt8], with box: borrowing BoxKey
  ) throws(VaultError) -> [FieldID: FieldValue] {
    let plain = try VaultError.sealing { () throws(SealingError) in
      try SealedNote.open(inner.span, upTo: SealedNote.longestDraft, at: place, with: box)
    }
    guard let row = OperationsRow(decoding: plain) else { throw .doesNotOpen }
    return row.values
  }

  // MARK: The outer seal

  static func wrap(
    _ inner: [UInt8], vault: Identifier, of id: CaseID, number: UInt32, under key: KeyHandle,
    in arena: borrowing KeyArena
  ) throws(SealingError) -> [UInt8] {
    try OuterSeal.seal(
      inner, label: OuterSeal.draftLabel, vault: vault, caseID: id.identifier, number: number,
      under: key, in: arena)
  }

  static func unwrap(
    _ sealed: [UInt8], vault: Identifier, of id: CaseID, under key: KeyHandle,
    in arena: borrowing KeyArena
  ) throws(SealingError) -> [UInt8] {
    try OuterSeal.open(
      sealed.span, label: OuterSeal.draftLabel, vault: vault, caseID: id.identifier, under: key,
      in: arena)
  }
}
