import AuditLog
import Sealing

/// Makes the class keys that are due after somebody left whose own keys others may have: at once, and not
/// only at the next write. One batch key a reader for the whole act, one entry a case.
///
/// A version counts where its maker holds the class of every case by their role: so a lead makes those of
/// the classes that leads hold, a duty officer those of `clinical` and `vital`.
struct CaseKeyRenewal {
  let context: ActContext
  /// The suspension; keys of after it were never theirs.
  let since: Int
  private let role: Role
  private let maker: GrantMaker

  /// Whose commands make them.
  static let makers: [Role] = [.lead, .duty]

  static func classes(of role: Role) -> [FieldClass] {
    role.standing.map(KeyTable.standingClasses) ?? []
  }

  var classes: [FieldClass] { Self.classes(of: role) }

  private var tx: Transaction { context.tx }

  init(_ context: ActContext, since: Int, as role: Role) throws(VaultError) {
    (self.context, self.since, self.role) = (context, since, role)
    maker = try GrantMaker(vault: context.vault.id)
  }

  /// One case.
  ///
  /// - Returns: false for one that is altered: its keys stay due, and the others do not wait for it.
  func renew(_ key: Int) throws(VaultError) -> Bool {
    guard let file = try tx.file(key: key) else { return false }
    context.keyring.beginCase()
    do {
      return try renew(file)
    } catch {
      guard error.isAlteration else { throw error }
      return false
    }
  }

  private func renew(_ file: Transaction.File) throws(VaultError) -> Bool {
    let assignments = try context.gate.liveAssignments(of: file)
    let number = try CaseOperations.number(file)
    let outer = try context.custody.outerKey(
      of: file.key, number: number, into: &context.keyring.atHand)
    var grants = GrantMaker.Grants()
    var made: [Transaction.ClassKeyRow] = []
    for row in try tx.dueClassKeys(of: file.key, before: since) {
      // A restricted field's own key is renewed by who writes it next.
      guard let fieldClass = FieldClass(rawValue: row.keyClass), classes.contains(fieldClass)
      else { continue }
      let handle = context.keyring.atHand.makeRandom()
      let new = GrantMaker.NewKey(
        keyClass: row.keyClass, version: row.version + 1, handle: handle)
      for reader in try context.gate.readers(of: fieldClass, in: assignments) {
        try maker.wrap(
          new, in: context.keyring.atHand, of: file.id, to: reader.principal, box: reader.box,
          into: &grants, tx)
      }
      made.append(
        Transaction.ClassKeyRow(
          keyClass: row.keyClass, version: row.version + 1, seq: -1, isDue: false))
    }
    guard !made.isEmpty else { return false }
    let seq = try state(grants, of: file)
    try tx.insertClassKeys(
      made.map { row in
        var row = row
        row.seq = seq
        return row
      }, of: file.key)
    try CasePacks(
      context: context, file: file.key, id: file.id, number: number, outer: outer
    ).add(grants)
    return true
  }

  private func state(
    _ grants: GrantMaker.Grants, of file: Transaction.File
  ) throws(VaultError) -> Int {
    let list = try VaultError.sealing { () throws(SealingError) in
      try GrantList(grants.entries)
    }
    let rec = try context.pseudonym(file)
    let seq = try context.append(Act.keyRotate) { entry in
      (entry.kind, entry.rec, entry.grant) = ("case", rec, list.digest)
      (entry.role, entry.by) = (role.rawValue, since)
    }
    try tx.insertGrantList(list.bytes, of: file.key, seq: seq)
    return seq
  }
}
