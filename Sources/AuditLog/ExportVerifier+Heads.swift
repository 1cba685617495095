import Sealing

extension ExportVerifier {
  /// A head that lies beside the log, and in which file.
  struct KeptNote {
    let path: ExportPath
    let note: SignedNote
    let head: Checkpoint
  }

  /// The heads in `pins`, `cosigs` and `tsr`: of this log, and of the size that their file is named after.
  func keptNotes() throws(ExportFinding) -> [KeptNote] {
    var notes: [KeptNote] = []
    var shown = roots
    for path in listing.beside {
      let size: Int
      switch path {
      case .pin(let named): size = named
      case .cosignature(let named, _), .stamped(let named, _): size = named
      default: continue
      }
      let note = try Self.note(path, read)
      let head = try Self.at(path) { () throws(AuditLogError) in
        let head = try Checkpoint(parsing: note.text)
        guard head.origin == scope.origin else { throw .head(.origin) }
        guard head.size == size, size <= scope.size else { throw .head(.size) }
        // Where no entries say what the root was, a second head must say what the first did.
        guard shown[size] ?? head.root == head.root else { throw .head(.pin) }
        return head
      }
      shown[size] = head.root
      notes.append(KeptNote(path: path, note: note, head: head))
    }
    return notes
  }

  /// Each proof must lead from a root that is known, and each head that was not passed must have one.
  func checkConsistency(_ notes: [KeptNote]) throws(ExportFinding) {
    var known = roots
    for note in notes { known[note.head.size] = known[note.head.size] ?? note.head.root }
    var proven: Set<Int> = [scope.size]
    for case .consistency(let old, let new) in listing.beside {
      let path = ExportPath.consistency(old: old, new: new)
      guard let root = known[old], new == scope.size else { throw .init(path, .unlisted) }
      let bytes = read(path.text) ?? []
      try Self.at(path) { () throws(AuditLogError) in
        let hashes = try ProofLines.hashes(inPage: bytes)
        try Tree.verifyConsistency(
          from: old, root: root, to: new, root: checkpoint.root, proof: hashes)
      }
      proven.insert(old)
    }
    for note in notes where roots[note.head.size] == nil && !proven.contains(note.head.size) {
      throw .init(.consistency(old: note.head.size, new: scope.size), .missing)
    }
    if scope.from > 0, !proven.contains(scope.from) {
      throw .init(.consistency(old: scope.from, new: scope.size), .missing)
    }
  }

  /// Who signed each head: the log must have, every line must be good and by a key that is known, and
  /// what is said to be a witness's must bear that witness's line.
  ///
  /// - Returns: the witnesses' lines, by size.
  func checkSigners(
    _ notes: [KeptNote]
  ) throws(ExportFinding) -> [(size: Int, key: NoteKey, time: UInt64)] {
    let witnesses = try witnessKeys()
    let own = KeptNote(path: .checkpoint, note: head, head: checkpoint)
    var found: [(size: Int, key: NoteKey, time: UInt64)] = []
    for kept in [own] + notes {
      try checkLog(kept)
      try checkLines(kept, witnesses)
      for key in witnesses + (trust.policy?.witnesses ?? []).filter({ !witnesses.contains($0) })
      where kept.note.verdict(of: key) == .valid {
        let line = kept.note.signatures.first { $0.names(key) }
        let time = line.flatMap { SignedNote.cosignatureTime($0) } ?? 0
        found.append((kept.head.size, key, time))
      }
      if case .cosignature(let size, let id) = kept.path,
        !found.contains(where: { $0.size == size && $0.key.id == id })
      {
        throw .init(kept.path, .cosignature)
      }
    }
    return found
  }

  /// The log key in force at that size. Where entries were not followed, a log key that the directory
  /// shows has to do.
  private func checkLog(_ kept: KeptNote) throws(ExportFinding) {
    let keys = roster.map { [$0.logKey(size: kept.head.size)?.key] } ?? shownLogKeys()
    let isSigned = keys.contains { key in key.map { kept.note.verdict(of: $0) == .valid } ?? false }
    guard isSigned else { throw .init(path: kept.path.text, .head(.logSignature)) }
    let accepted = trust.policy?.logs ?? []
    guard
      kept.path != .checkpoint || accepted.isEmpty
        || accepted.contains(where: { kept.note.verdict(of: $0) == .valid || isEarlier($0) })
    else { throw .init(.checkpoint, .policyLog) }
  }

  /// Whether the log began with this key, or had it, and the entries lead from it to the one in force: an
  /// auditor's policy is not void because somebody was suspended since.
  private func isEarlier(_ key: NoteKey) -> Bool {
    roster?.logKeys.contains { $0.key == key } ?? false
  }

  func shownLogKeys() -> [NoteKey?] {
    listing.beside.map { path in
      guard case .logKey = path, let bytes = read(path.text) else { return nil }
      return try? NoteKey(parsing: String(decoding: bytes.dropLast(), as: UTF8.self))
    }
  }

  private func checkLines(
    _ kept: KeptNote, _ witnesses: [NoteKey]
  ) throws(ExportFinding) {
    guard let roster, !roster.knowsLines(of: kept.note, witnesses: witnesses) else { return }
    throw .init(kept.path, .cosignature)
  }
}
