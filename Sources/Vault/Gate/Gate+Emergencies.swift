import AuditLog
import Sealing

extension Gate {
  /// A row of an emergency, and what its entries say.
  struct KnownEmergency {
    var row: Transaction.AssignmentRow
    var item: StatedEmergencies.Item
  }

  /// The emergencies of a case, also those that are over, each held against its entries: a row that was
  /// made up, moved to another case or given to somebody else admits nobody.
  ///
  /// - Parameter member: those of one member; nil for all.
  func emergencies(
    of file: Transaction.File, by member: Int? = nil
  ) throws(VaultError) -> [KnownEmergency] {
    let rows = try tx.assignments(of: file.key).filter {
      $0.relation == .emergency && (member == nil || $0.member == member)
    }
    guard !rows.isEmpty else { return [] }
    let rec = try pseudonym(of: file)
    var found: [KnownEmergency] = []
    for row in rows {
      guard let item = try item(of: row, rec) else { continue }
      found.append(KnownEmergency(row: row, item: item))
    }
    return found
  }

  /// Nil for a row that another one took the place of.
  private func item(
    of row: Transaction.AssignmentRow, _ rec: Identifier
  ) throws(VaultError) -> StatedEmergencies.Item? {
    var chain = try chain(to: row.since, rec)
    if let ended = row.ended {
      let end = try emergencyEntry(ended, rec, since: row.since)
      guard end.act == Act.emergencyReview else { return nil }
      chain.append(end)
    }
    var stated = StatedEmergencies()
    for entry in chain { stated.follow(entry, ledger.directory, asOf: false) }
    guard var item = stated.items.values.first, item.since == row.since, row.role == item.role,
      item.member == (try tx.memberID(row.member)), (item.reviewed != nil) == (row.ended != nil)
    else { throw .assignmentAltered(entry: row.since) }
    try follow(&item)
    return item
  }

  /// What later entries say of one that its row has as open. That it was closed: then the end was taken back in the
  /// table. That its hour is over: a clock that is set back behind the log does not open it again; and one that was set
  /// ahead when it was opened ends it when it is put right. That who asked, or who gave it, has
  /// left, or the role in which they did.
  private func follow(_ item: inout StatedEmergencies.Item) throws(VaultError) {
    guard item.reviewed == nil else { return }
    if let closed = item.closed { return try follow(&item, to: closed) }
    let (entry, since, end, known) = (item.entry, item.since, item.end, item)
    var (next, isClosed) = (since + 1, false)
    var (over, overAt): (Int?, Int?)
    while next < ledger.frontier.size, over == nil, !isClosed {
      let behind = min(next + Self.leavesAtOnce, ledger.frontier.size)
      try tx.eachLeaf(from: next, below: behind) { _, bytes throws(VaultError) in
        guard let later = try? Leaf(parsing: bytes).entry
        else { throw .assignmentAltered(entry: since) }
        if over == nil, later.t >= end || Self.ends(known, later, ledger.directory) {
          (over, overAt) = (later.seq, later.t)
        }
        isClosed =
          isClosed || (later.act == Act.emergencyClose && later.out == .ok && later.ref == entry)
      }
      next = behind
    }
    guard !isClosed else { throw .assignmentAltered(entry: since) }
    (item.over, item.overAt) = (over, overAt)
  }

  /// What ended one before its end was stated, by the next command of somebody who takes its key back: the hour was over
  /// then, and nobody had ended it.
  private func follow(
    _ item: inout StatedEmergencies.Item, to closed: Int
  ) throws(VaultError) {
    let (known, first) = (item, (item.given ?? item.entry) + 1)
    guard item.began != nil, first < closed else { return }
    var (over, overAt): (Int?, Int?)
    try tx.eachLeaf(from: first, below: closed) { seq, bytes throws(VaultError) in
      guard over == nil else { return }
      guard let later = try? Leaf(parsing: bytes).entry
      else { throw .assignmentAltered(entry: seq) }
      if Self.ends(known, later, ledger.directory) { (over, overAt) = (later.seq, later.t) }
    }
    (item.over, item.overAt) = (over, overAt)
  }

  /// Whether its hour ends with an entry, whatever the clock says.
  private static func ends(
    _ item: StatedEmergencies.Item, _ entry: Entry, _ directory: Directory
  ) -> Bool {
    guard entry.out == .ok else { return false }
    switch entry.act {
    case Act.clockStep: return true
    case Act.memberSuspend:
      let gone = entry.subj.flatMap(directory.member)
      return gone == item.member || (item.giver != nil && gone == item.giver)
    case Act.roleRemove:
      let gone = entry.subj.flatMap(directory.member)
      // Whose word it was may not say it any more.
      let isGiver = item.giver != nil && gone == item.giver
      return (gone == item.member && entry.grole == item.role.rawValue)
        || (isGiver && entry.grole == Emergency.giver(of: item.fieldClass)?.rawValue)
    default: return false
    }
  }

  /// For each class of a case the entry before which its keys are due, because an emergency that opened it ran out
  /// and nobody has closed it.
  func keysDueAfterEmergencies(
    of file: Transaction.File, at time: Int
  ) throws(VaultError) -> [FieldClass: Int] {
    var due: [FieldClass: Int] = [:]
    for item in try emergencies(of: file).map(\.item) {
      guard let seq = item.keysDue(at: time) else { continue }
      due[item.fieldClass] = max(due[item.fieldClass] ?? 0, seq)
    }
    return due
  }

  /// Of an hour there are few; an import in it has a leaf a case.
  private static let leavesAtOnce = 1_024

  /// The entries that lead to one: what was asked, who gave it, that one.
  private func chain(to seq: Int, _ rec: Identifier) throws(VaultError) -> [Entry] {
    let last = try emergencyEntry(seq, rec, since: seq)
    guard last.act != Act.emergencyOpen, let ref = last.ref else { return [last] }
    let first = try emergencyEntry(ref, rec, since: seq)
    guard last.act == Act.emergencyClose, let given = last.by else { return [first, last] }
    return [first, try emergencyEntry(given, rec, since: seq), last]
  }

  private func emergencyEntry(
    _ seq: Int, _ rec: Identifier, since: Int
  ) throws(VaultError) -> Entry {
    guard (0..<ledger.frontier.size).contains(seq) else { throw .assignmentAltered(entry: since) }
    let entry = try ledger.provenEntry(seq, in: tx)
    guard entry.out == .ok, entry.rec == rec else { throw .assignmentAltered(entry: since) }
    return entry
  }

  /// The hashes of the texts that were written for them: they go with the case. Whoever takes a row away to
  /// keep its text has taken it from the table that is examined.
  func emergencyNotes(of file: Transaction.File) throws(VaultError) -> Set<Digest> {
    var notes: Set<Digest> = []
    for row in try tx.assignments(of: file.key) where row.relation == .emergency {
      guard (0..<ledger.frontier.size).contains(row.since) else { continue }
      var entry = try ledger.provenEntry(row.since, in: tx)
      if let ref = entry.ref, entry.act != Act.emergencyOpen {
        entry = try ledger.provenEntry(ref, in: tx)
      }
      if let note = entry.note { notes.insert(note) }
    }
    return notes
  }

  // MARK: What they open

  /// The classes that emergencies in force open to somebody who has else nothing to do with the case.
  func classesInEmergency(
    of asker: Asker, _ file: Transaction.File, at time: Int
  ) throws(VaultError) -> Set<FieldClass> {
    Set(standings(of: asker, by: try emergencies(of: file), at: time).compactMap(\.only))
  }

  /// How the asker stands to a case by emergencies in force: one answer a class. Who gave one and has the
  /// role no more gave nothing.
  func standings(
    of asker: Asker, by emergencies: [KnownEmergency], at time: Int
  ) -> [Standing] {
    emergencies.map(\.item).filter { item in
      item.member == asker.member && asker.roles.contains(item.role) && isGiven(item)
        && item.state(at: time) == .inForce
    }.map {
      Standing(role: $0.role, relation: .emergency, by: $0.entry, only: $0.fieldClass)
    }
  }

  private func isGiven(_ item: StatedEmergencies.Item) -> Bool {
    guard let role = Emergency.giver(of: item.fieldClass) else { return true }
    return item.giver.map { ledger.directory.roles(of: $0).contains(role) } ?? false
  }

  /// Whether the key that was given with an emergency does not open the newest values of a field: they were
  /// written under another since, or the giver did not hold it.
  func outgrows(
    _ rule: FieldRule, _ restrictions: CaseRestrictions, of file: Transaction.File,
    _ principals: [Principal]
  ) throws(VaultError) -> Bool {
    let keyClass = restrictions.keyClass(of: rule)
    let held = try versionsHeld(keyClass, by: principals, of: file) ?? []
    let needed = try versionsNeeded(rule, of: file) { $0.suffix(1) }
    return !needed.isSubset(of: held)
  }
}
