import Sealing

extension ExportVerifier {
  /// Everything beside the log, once all entries are read.
  mutating func checkBeside() throws(ExportFinding) -> ExportVerdict {
    try checkBase(listing.leaves)
    if let roster {
      guard lastAct ?? Act.auditExport == Act.auditExport else {
        throw .init(seq: scope.size - 1, .export(.unstated))
      }
      try checkManifestSignature(roster)
      try checkKeys(roster)
      try checkPages(roster)
    }
    let notes = try keptNotes()
    try checkConsistency(notes)
    let signers = try checkSigners(notes)
    return try verdict(notes, signers)
  }

  /// The kept head says who might sign where entries begin to be followed: it must be what the leaves of the directory
  /// before it made.
  func checkBase(_ leaves: Set<Int>) throws(ExportFinding) {
    var earlier: [Leaf] = []
    for seq in leaves.sorted() { earlier.append(try checkEarlier(seq)) }
    if let base, !base.roster.isMade(by: earlier) {
      throw .init(seq: base.roster.size, .export(.pinCheck))
    }
  }

  /// A leaf of the directory: the very one of the log, with a proof under this very head.
  func checkShown(_ seq: Int, _ bytes: [UInt8]) throws(ExportFinding) {
    guard read(ExportPath.leaf(seq).text) == bytes else { throw .init(.leaf(seq), .directory) }
    guard let file = read(ExportPath.proof(seq).text) else { throw .init(.proof(seq), .missing) }
    try Self.at(.proof(seq)) { () throws(AuditLogError) in
      let proof = try EntryProof(parsing: file)
      guard proof.index == seq, proof.checkpoint == head, proof.bytes == file else {
        throw .export(.directory)
      }
      try Tree.verifyInclusion(
        of: Tree.leafHash(bytes), index: seq, size: scope.size, root: checkpoint.root,
        proof: proof.hashes)
    }
  }

  /// One whose entry was not followed here: before the export, or before the kept head. Behind that, every
  /// leaf of the directory was met and taken from the list.
  private func checkEarlier(_ seq: Int) throws(ExportFinding) -> Leaf {
    guard seq < checkedFrom, let bytes = read(ExportPath.leaf(seq).text) else {
      throw .init(.leaf(seq), .unlisted)
    }
    let leaf = try Self.at(.leaf(seq)) { () throws(AuditLogError) in
      let leaf = try Leaf(parsing: bytes, origin: scope.origin)
      guard leaf.entry.seq == seq, leaf.entry.isShownOfDirectory else {
        throw .export(.directory)
      }
      return leaf
    }
    try checkShown(seq, bytes)
    return leaf
  }

  /// One line, by whoever made the entry that says so.
  private func checkManifestSignature(_ roster: Roster) throws(ExportFinding) {
    guard let actor = roster.lastActor, let key = roster.key(of: actor),
      manifest.signatures.count == 1, manifest.verdict(of: key) == .valid
    else { throw .init(.manifest, .manifestSignature) }
  }

  /// All keys that the log knows, each in its file, and no other.
  private func checkKeys(_ roster: Roster) throws(ExportFinding) {
    let actors = Dictionary(uniqueKeysWithValues: roster.keys.map { ($0.actor, $0.key) })
    var expected = Set(actors.keys.map { ExportPath.actorKey($0) })
    expected.formUnion(roster.logKeys.indices.map { .logKey($0) })
    for path in listing.beside {
      let key: NoteKey?
      switch path {
      case .logKey(let place): key = roster.logKeys.dropFirst(place).first?.key
      case .actorKey(let actor): key = actors[actor]
      default: continue
      }
      guard let key, read(path.text) == Array("\(key.text)\n".utf8) else { throw .init(path, .key) }
      expected.remove(path)
    }
    for path in expected.sorted(by: { $0.text < $1.text }) { throw .init(path, .missing) }
  }

  /// The keys of witnesses that the export holds.
  func witnessKeys() throws(ExportFinding) -> [NoteKey] {
    var keys: [NoteKey] = []
    for case .witnessKey(let id) in listing.beside {
      let path = ExportPath.witnessKey(id)
      let bytes = read(path.text) ?? []
      let key = try Self.at(path) { () throws(AuditLogError) in
        try NoteKey(parsing: String(decoding: bytes.dropLast(), as: UTF8.self))
      }
      guard key.id == id, key.algorithm == .cosignature, Array("\(key.text)\n".utf8) == bytes else {
        throw .init(path, .key)
      }
      keys.append(key)
    }
    return keys
  }

  /// The field table and the handles, where they are there.
  private func checkPages(_ roster: Roster) throws(ExportFinding) {
    if listing.beside.contains(.schema), let bytes = read(ExportPath.schema.text) {
      try Self.at(.schema) { () throws(AuditLogError) in
        let page = try FieldTablePage(parsing: bytes)
        guard page.digest == roster.schema else { throw .export(.schema) }
      }
    }
    guard listing.beside.contains(.handles), let bytes = read(ExportPath.handles.text) else {
      return
    }
    try Self.at(.handles) { () throws(AuditLogError) in
      let page = try HandlePage(parsing: bytes)
      for (actor, handle) in page.handles {
        guard let who = roster.member(actor)?.who ?? roster.invitation(actor)?.who,
          page.who(handle) == who
        else { throw .export(.handle) }
      }
    }
  }
}
