import AuditLog

/// The answer of somebody who was given copies of a case and may not write into it: legal aid. Their words go
/// on paper; that they took it on, or did not, is an entry that names the giving, and whoever sent it finds
/// it there.
extension Vault {
  /// - Parameters:
  ///   - act: accepting or rejecting; what was rejected can be read no more.
  ///   - record: of which the asker holds a copy.
  /// - Throws: `denied` where they hold none.
  public func answer(
    _ act: CaseAct, holding record: RecordID, of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let seq = try noting(act.rawValue, id, session) { session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        try context.answer(act, holding: record, of: id)
      }
    }
    try sweep(session)
    return Receipt(entry: seq)
  }

  /// Whether the asker was given a copy of a record that they would read still, had its day not passed: told to nobody
  /// but them.
  public func hasRunOut(
    _ record: RecordID, of id: CaseID, answering act: CaseAct, as session: borrowing Session
  ) throws(VaultError) -> Bool {
    let memberKey = session.memberKey
    return try lookNoting(act.rawValue, id, session) { tx throws(VaultError) in
      guard let file = try tx.file(id) else { return false }
      let gate = Gate(ledger: ledger, fields: fields, custody: custody, tx: tx)
      let live = try gate.liveExcerpts(of: file, for: memberKey, at: now())
      guard try gate.excerpts(live, holding: record).isEmpty else { return false }
      let past = try gate.pastExcerpts(of: file, for: memberKey, at: now())
      return try gate.excerpts(past, holding: record).isEmpty == false
    }
  }

  /// The newest answer of a receiver to a record that they were given a copy of.
  ///
  /// The log is read from the giving on, which lies days back and not years.
  public func answer(
    to record: RecordID, of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> ReceivedAnswer? {
    try lookNoting(Act.fieldRead, id, session) { tx throws(VaultError) in
      guard let file = try tx.file(id) else { return nil }
      let gate = Gate(ledger: ledger, fields: fields, custody: custody, tx: tx)
      let rec = try gate.pseudonym(of: file)
      var found: ReceivedAnswer?
      for row in try gate.excerpts(tx.excerpts(of: file.key), holding: record) {
        let holder = ledger.directory.actor(of: try tx.memberID(row.member))
        for seq in try mentions(of: row.since, after: row.since, tx) {
          let entry = try ledger.provenEntry(seq, in: tx)
          guard entry.out == .ok, entry.rec == rec, entry.actor == holder,
            let act = CaseAct(rawValue: entry.act), act.isAnswer
          else { continue }
          found = ReceivedAnswer(act: act, entry: seq, time: entry.t)
        }
      }
      return found
    }
  }

  /// The entries whose `ref` is a given one.
  private func mentions(
    of ref: Int, after first: Int, _ tx: Transaction
  ) throws(VaultError) -> [Int] {
    var found: [Int] = []
    try tx.eachLeaf(from: first + 1, below: ledger.frontier.size) { seq, bytes throws(VaultError) in
      guard let leaf = try? Leaf(parsing: bytes, origin: origin) else { throw .logBroken(at: seq) }
      if leaf.entry.ref == ref { found.append(seq) }
    }
    return found
  }
}

extension CaseAct {
  fileprivate var isAnswer: Bool { self == .referralAccept || self == .referralReject }
}

extension ActContext {
  fileprivate func answer(
    _ act: CaseAct, holding record: RecordID, of id: CaseID
  ) throws(VaultError) -> Ruling<Int> {
    guard let file = try tx.file(id) else { throw .noSuchCase }
    keyring.beginCase()
    let rec = try pseudonym(file)
    let live = try gate.liveExcerpts(of: file, for: asker.memberKey, at: vault.now())
    guard let row = try gate.excerpts(live, holding: record).last,
      let role = role(for: .listExcerpts)
    else {
      return try refuse(act.rawValue, .notAssigned) { $0.rec = rec }
    }
    let item = Pseudonym.ofRecord(record, try recordKey(file), in: keyring.atHand)
    let seq = try append(act.rawValue) { entry in
      (entry.rec, entry.item, entry.ref, entry.role) = (rec, item, row.since, role.rawValue)
    }
    if act == .referralReject {
      try ExcerptEnder(context: self, file: file).end(.holding(record), by: seq, role: role)
    }
    return .allowed(seq)
  }
}
