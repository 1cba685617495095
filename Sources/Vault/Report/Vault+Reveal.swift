import AuditLog
import Sealing

extension Vault {
  private static let caseKind = "case"
  private static let pseudonymKind = "pseudonym"

  /// An auditor asks which case a pseudonym is. Nothing is told: a lead gives it.
  ///
  /// - Parameter pseudonym: as the log writes it, hexadecimal or base64url; nil is returned for what is
  ///   neither.
  public func askCase(
    of pseudonym: String, as session: borrowing Session
  ) throws(VaultError) -> Receipt? {
    guard let rec = Identifier(pseudonym: pseudonym) else { return nil }
    return try ask(Self.caseKind, rec, session)
  }

  /// An auditor asks for the pseudonym of a case whose code they were told. The entry does not name it: it
  /// would be the answer. The code goes from person to person, and the lead types it.
  public func askPseudonym(as session: borrowing Session) throws(VaultError) -> Receipt {
    try ask(Self.pseudonymKind, nil, session)
  }

  private func ask(
    _ kind: String, _ rec: Identifier?, _ session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .askReveal) else {
        return try context.refuse(Act.auditReveal, .role) { $0.kind = kind }
      }
      return .allowed(
        try context.append(Act.auditReveal) { entry in
          (entry.kind, entry.rec, entry.role) = (kind, rec, role.rawValue)
        })
    }
    return Receipt(entry: entry)
  }

  /// A lead gives what an auditor asked for: the approval is an entry, and only then is anything opened.
  ///
  /// - Parameters:
  ///   - asked: the auditor's entry.
  ///   - id: the case, where its pseudonym was asked for.
  /// - Throws: `nothingAsked` where that entry asks for no such thing, or was answered;
  ///   `caseNotFound`, `denied` with the entry of the refusal.
  public func reveal(
    _ asked: Int, of id: CaseID? = nil, as session: borrowing Session
  ) throws(VaultError) -> Revealed {
    let (entry, key) = try notingBrought(
      Act.approvalGive, for: .giveReveal, ref: Entry.number(asked), session
    ) { session throws(VaultError) in try give(asked, id, session) }
    guard let key else { throw .caseNotFound(entry: entry) }
    let keyring = session.keyring
    return try store.look { tx throws(VaultError) in
      keyring.beginCase()
      guard let file = try tx.file(key: key) else { throw .noSuchRecord }
      let rec = try custody.pseudonym(of: file.key, id: file.id)
      let values = id == nil ? try operations(of: file, keyring, tx).values : [:]
      return Revealed(pseudonym: rec.hex, operations: values, entry: entry)
    }
  }

  /// The entry of what a lead gives, and the case; nil where there is none.
  private func give(
    _ asked: Int, _ id: CaseID?, _ session: borrowing Session
  ) throws(VaultError) -> (Int, Int?) {
    try act(as: session) { context throws(VaultError) -> Ruling<(Int, Int?)> in
      guard let role = context.role(for: .giveReveal) else {
        return try context.refuse(Act.approvalGive, .role) { $0.ref = Entry.number(asked) }
      }
      let ask = try context.open(asked, kind: id == nil ? Self.caseKind : Self.pseudonymKind)
      guard let file = try context.file(of: ask, id) else {
        // There is no such case, or no longer: that is an entry as well.
        let seq = try context.append(Act.approvalGive, .denied) { entry in
          (entry.why, entry.ref, entry.role) = (.notAssigned, asked, role.rawValue)
        }
        return .allowed((seq, nil))
      }
      let rec = try context.pseudonym(file)
      let seq = try context.append(Act.approvalGive) { entry in
        (entry.ref, entry.rec, entry.role) = (asked, rec, role.rawValue)
      }
      return .allowed((seq, file.key))
    }
  }
}

extension ActContext {
  /// The question that an entry asks, while it is open: by an auditor who still is one, not by the lead
  /// themselves, and answered by nobody yet.
  fileprivate func open(_ asked: Int, kind: String) throws(VaultError) -> Entry {
    guard (0..<vault.ledger.frontier.size).contains(asked) else { throw .nothingAsked }
    let entry = try vault.ledger.provenEntry(asked, in: tx)
    guard entry.act == Act.auditReveal, entry.out == .ok, entry.kind == kind,
      let member = directory.member(entry.actor), member != asker.member,
      directory.roles(of: member).contains(.auditor)
    else { throw .nothingAsked }
    var isAnswered = false
    try tx.eachLeaf(from: asked + 1, below: vault.ledger.frontier.size) {
      _, bytes throws(VaultError) in
      guard let later = try? Leaf(parsing: bytes).entry, later.ref == asked else { return }
      isAnswered = isAnswered || later.act == Act.approvalGive && later.out == .ok
    }
    guard !isAnswered else { throw .nothingAsked }
    return entry
  }

  /// The case that is meant. A pseudonym is compared with that of each case: it cannot be turned back.
  fileprivate func file(
    of ask: Entry, _ id: CaseID?
  ) throws(VaultError) -> Transaction.File? {
    if let id { return try tx.file(id) }
    var keys: [Int] = []
    try tx.eachFileKey { key throws(VaultError) in keys.append(key) }
    for key in keys {
      guard let file = try tx.file(key: key) else { continue }
      if try pseudonym(file) == ask.rec { return file }
    }
    return nil
  }
}

extension Identifier {
  /// The pseudonym of a case, as `log show` writes it (hexadecimal) or as a leaf does (base64url).
  fileprivate init?(pseudonym text: String) {
    let bytes = Pseudonym.bytes(of: text)
    guard let bytes, let found = Identifier(bytes) else { return nil }
    self = found
  }
}
