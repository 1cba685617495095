public import Sealing

extension ExportWriter {
  /// A head that the exporting client had kept, as it was signed.
  public mutating func addPin(_ note: SignedNote) throws(Failure) {
    guard let size = size(of: note) else { return }
    try put(note.bytes, at: .pin(size))
  }

  /// A head with the lines of a witness under it: text, log line, that witness's lines.
  ///
  /// - Returns: false where it is no head of this log, or another witness's key has the same short number,
  ///   by which the files are named: the first one keeps it.
  @discardableResult
  public mutating func addCosignature(
    _ note: SignedNote, by witness: NoteKey
  ) throws(Failure) -> Bool {
    guard witnesses[witness.id] ?? witness == witness, let size = size(of: note) else {
      return false
    }
    witnesses[witness.id] = witness
    try put(Array("\(witness.text)\n".utf8), at: .witnessKey(witness.id))
    try put(note.bytes, at: .cosignature(size: size, witness: witness.id))
    return true
  }

  /// What was time-stamped, text and log line, and the authority's answer; numbered within a size.
  public mutating func addTimestamp(
    _ note: SignedNote, number: Int, token: [UInt8]
  ) throws(Failure) {
    guard let size = size(of: note) else { return }
    try put(note.bytes, at: .stamped(size: size, number: number))
    try put(token, at: .stamp(size: size, number: number))
  }

  /// The field table, as ``FieldTablePage`` writes it.
  public mutating func addSchema(_ bytes: [UInt8]) throws(Failure) { try put(bytes, at: .schema) }

  /// The handles, as ``HandlePage`` writes them.
  public mutating func addHandles(_ bytes: [UInt8]) throws(Failure) { try put(bytes, at: .handles) }

  /// The report.
  public mutating func addReport(_ bytes: [UInt8]) throws(Failure) { try put(bytes, at: .report) }

  /// Consistency proofs, the head, and at the very end the manifest under the exporting member's
  /// signature.
  ///
  /// - Returns: false where there are more files beside the log than a manifest can list; nothing was
  ///   finished then.
  public mutating func finish(signer: borrowing SigningKey) throws(Failure) -> Bool {
    if scope.from > 0 { kin.insert(scope.from) }
    for old in kin.sorted() where old > 0 && old < scope.size {
      let hashes = try Tree.consistencyProof(from: old, to: scope.size, read: hash)
      try put(ProofLines.page(hashes), at: .consistency(old: old, new: scope.size))
    }
    try put(head.bytes, at: .checkpoint)
    let manifest = ExportManifest(scope: scope, shown: shown, files: listed)
    guard let note = try? manifest.signed(by: signer) else { return false }
    try put(note.bytes, at: .manifest)
    return true
  }

  /// Whether a path in the folder is left from an earlier export and not part of this one: to be asked
  /// after everything but ``finish(signer:)``, and taken away.
  public func isStale(_ path: String) -> Bool {
    switch ExportPath(path) {
    case .checkpoint, .manifest: false
    case .tile(let tile): !scope.holds(tile)
    case .leaf(let seq), .proof(let seq): !shown.contains(seq)
    case .consistency(let old, let new):
      new != scope.size || !(kin.contains(old) || old == scope.from)
    case nil: true
    default: listed[path] == nil
    }
  }

  /// The size of a kept head of this log, whose consistency is then shown too; nil for what is none, or
  /// is larger than the log.
  private mutating func size(of note: SignedNote) -> Int? {
    guard let head = try? Checkpoint(parsing: note.text), head.origin == scope.origin,
      head.size <= scope.size
    else { return nil }
    kin.insert(head.size)
    return head.size
  }
}
