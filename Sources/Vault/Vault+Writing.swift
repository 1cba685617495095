import AuditLog

extension Vault {
  /// Records into a case. All of it commits or none; a correction is a new version, the old one stays.
  ///
  /// - Throws: `denied` with the entry of the refusal; `caseNotFound` with its own; `altered` where the case does not match its last
  ///   entry, or something needed does not open.
  public func write(
    _ changes: [RecordChange], operations: [FieldID: FieldValue] = [:], to id: CaseID,
    as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let asked = Set(changes.flatMap(\.fields.keys)).union(operations.keys)
    return try noting(
      Act.fieldWrite, id, session, fill: { $0.fields = Entry.fieldCodes(asked) }
    ) { session throws(VaultError) in
      let seq = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        try CaseWriter(context, id).write(
          changes, operations: operations, act: Act.fieldWrite)
      }
      return Receipt(entry: seq)
    }
  }

  /// The id of a case by its code, in normal form. Says nothing of whether there is one.
  public func caseID(ofCode code: String) throws(VaultError) -> CaseID {
    try custody.caseID(ofCode: code)
  }
}
