import AuditLog

extension Vault {
  /// Records into a case. All of it commits or none; a correction is a new version, the old one stays.
  ///
  /// - Throws: `denied` with the entry of the refusal; `caseNotFound` with its own; `altered` where the case does not match its last
  ///   entry, or something needed does not open; `changedMeanwhile` where somebody wrote since the look that it rests on.
  public func write(
    _ writing: CaseWriting, to id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let asked = writing.fields
    return try noting(
      writing.act.rawValue, id, session, fill: { $0.fields = Entry.fieldCodes(asked) }
    ) { session throws(VaultError) in
      let receipt = try act(as: session) { context throws(VaultError) -> Ruling<Receipt> in
        try CaseChain(context: context, id: id).write(writing)
      }
      if writing.endsExcerpts { try sweep(session) }
      return receipt
    }
  }

  /// Records into several cases, all of it or, where something of one stands in the way, nothing.
  ///
  /// - Parameters:
  ///   - act: what each of them does.
  ///   - place: where it throws, which of them stands in the way.
  public func write(
    _ act: CaseAct, _ writings: [(id: CaseID, writing: CaseWriting)], at place: inout Int,
    as session: borrowing Session
  ) throws(VaultError) -> [Receipt] {
    try noting(
      act.rawValue, writings.map(\.id), at: &place, session,
      fill: { $1.fields = Entry.fieldCodes(writings[$0].writing.fields) }
    ) { place, session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<[Receipt]> in
        for (number, one) in writings.enumerated() {
          place = number
          // Whether it may be written is asked of each before the first is.
          if case .refused(let reason, let entry) = try CaseWriter(context, one.id).rule(
            one.writing)
          {
            return .refused(reason, entry: entry)
          }
        }
        var receipts: [Receipt] = []
        for (number, one) in writings.enumerated() {
          place = number
          guard
            case .allowed(let receipt) =
              try CaseChain(context: context, id: one.id).write(one.writing)
          else { throw .changedMeanwhile }
          receipts.append(receipt)
        }
        return .allowed(receipts)
      }
    }
  }

  /// Records a form, which rests on no look.
  public func write(
    _ changes: [RecordChange], operations: [FieldID: FieldValue] = [:], to id: CaseID,
    as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    try write(CaseWriting(records: changes, operations: operations), to: id, as: session)
  }

  /// A rule of the work stopped an act that the policy allows: that is an entry too, before anybody hears
  /// of it. Who may not come to the case at all is told that instead.
  ///
  /// - Parameter ref: the entry that was to be answered.
  /// - Returns: the entry of the refusal.
  public func refuse(
    _ act: CaseAct, because obstacle: CaseObstacle, of id: CaseID, ref: Int? = nil,
    as session: borrowing Session
  ) throws(VaultError) -> Int {
    try refuse(act.rawValue, obstacle.refusal, of: id, session) { $0.ref = ref }
  }

  /// The same of any act: whoever has nothing to do with the case hears that, and no more.
  func refuse(
    _ act: String, _ why: Refusal, of id: CaseID, _ session: borrowing Session,
    _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Int {
    try noting(act, id, session) { session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let file = try context.tx.file(id) else { throw .noSuchCase }
        let standings = try context.gate.standings(
          of: context.asker, to: file, holdsExcerpt: context.holdsExcerpt(of: file))
        let rec = try context.pseudonym(file)
        let ruling: Ruling<Int> = try context.refuse(
          act, context.gate.refusal(of: standings) ?? why
        ) { entry in
          entry.rec = rec
          fill(&entry)
        }
        guard case .refused(why, let entry) = ruling else { return ruling }
        return .allowed(entry)
      }
    }
  }

  /// The id of a case by its code, in normal form. Says nothing of whether there is one.
  public func caseID(ofCode code: String) throws(VaultError) -> CaseID {
    try custody.caseID(ofCode: code)
  }
}
