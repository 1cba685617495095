import AuditLog
import Sealing

/// Ends excerpts of a case before their day.
///
/// Nobody but the receiver was ever given an excerpt's key: once its wraps are gone and the outer key
/// they lay under is replaced, the copies open for nobody. They stay where they are, because the case's
/// manifest counts them.
struct ExcerptEnder {
  let context: ActContext
  let file: Transaction.File

  init(_ context: ActContext, _ id: CaseID) throws(VaultError) {
    guard let file = try context.tx.file(id) else { throw .noSuchCase }
    context.keyring.beginCase()
    self.init(context: context, file: file)
  }

  init(context: ActContext, file: Transaction.File) {
    self.context = context
    self.file = file
  }

  /// Ends all that a member was given of the case, one entry an excerpt.
  func end(of member: MemberID) throws(VaultError) -> Ruling<Int> {
    let standing = try context.gate.standings(of: context.asker, to: file).first {
      OfficeAct.shareExcerpt.roles.contains($0.role) && $0.relation != .stranger
    }
    guard let standing else {
      let isSharer = context.role(for: .shareExcerpt) != nil
      return try refuse(isSharer ? .notAssigned : .role, member)
    }
    guard let row = try context.tx.member(member) else { throw .noSuchMember }
    let rows = try excerpts(of: row.key)
    guard !rows.isEmpty else { throw .nothingToDo }
    let generation = context.custody.generation + 1
    let seq = try state(
      rows, member, by: standing.by, role: standing.role, generation: generation)
    let principal = try context.tx.principalKey(.member(member.identifier))
    try OuterKeyReplacement(context: context, file: file).replace(
      generation: generation, ended: [principal: Set(rows.map(\.keyClass))])
    return .allowed(seq)
  }

  /// Ends some of a case's excerpts with an act that the asker was allowed.
  ///
  /// - Parameter seq: the entry of that act.
  /// - Returns: those that ended.
  @discardableResult
  func end(
    _ choice: ExcerptChoice, by seq: Int, role: Role
  ) throws(VaultError) -> [Transaction.ExcerptRow] {
    let rows = try excerpts(choice)
    guard !rows.isEmpty else { return [] }
    let generation = context.custody.generation + 1
    let ended = try state(rows, by: seq, role: role, generation: generation)
    try OuterKeyReplacement(context: context, file: file).replace(
      generation: generation, ended: ended)
    return rows
  }

  /// States the end of each, whosever it is.
  ///
  /// - Returns: what goes out of whose pack.
  func state(
    _ rows: [Transaction.ExcerptRow], by seq: Int, role: Role, generation: Int
  ) throws(VaultError) -> [Int: Set<UInt16>] {
    var ended: [Int: Set<UInt16>] = [:]
    for (key, own) in Dictionary(grouping: rows, by: \.member).sorted(by: { $0.key < $1.key }) {
      let member = try context.tx.memberID(key)
      try state(own, member, by: seq, role: role, generation: generation)
      ended[try context.tx.principalKey(.member(member.identifier))] = Set(own.map(\.keyClass))
    }
    return ended
  }

  private func excerpts(
    _ choice: ExcerptChoice
  ) throws(VaultError) -> [Transaction.ExcerptRow] {
    let all = try context.gate.liveExcerpts(of: file, at: Int.min)
    switch choice {
    case .holding(let record): return try context.gate.excerpts(all, holding: record)
    case .all: return all
    case .resting(let entries): return try excerpts(all, on: entries)
    case .of(let field, let entries, let records):
      var found = try excerpts(all, on: entries)
      for record in records {
        found += try context.gate.excerpts(all, holding: record).filter { !found.contains($0) }
      }
      var holding: [Transaction.ExcerptRow] = []
      for row in found where try context.gate.fieldIDs(in: [row]).contains(field) {
        holding.append(row)
      }
      return holding
    }
  }

  private func excerpts(
    _ all: [Transaction.ExcerptRow], on entries: Set<Int>
  ) throws(VaultError) -> [Transaction.ExcerptRow] {
    var found: [Transaction.ExcerptRow] = []
    for row in all {
      let by = try context.vault.ledger.provenEntry(row.since, in: context.tx).by
      if by.map(entries.contains) == true { found.append(row) }
    }
    return found
  }

  /// Those that were not ended, also where their day is over: their wraps are still there.
  func excerpts(of member: Int) throws(VaultError) -> [Transaction.ExcerptRow] {
    try context.gate.liveExcerpts(of: file, for: member, at: Int.min)
  }

  /// States the end of each, and marks its row.
  ///
  /// - Returns: the last entry.
  @discardableResult
  func state(
    _ rows: [Transaction.ExcerptRow], _ member: MemberID, by: Int? = nil, role: Role,
    generation: Int
  ) throws(VaultError) -> Int {
    let actor = context.directory.actor(of: member)
    let rec = try context.pseudonym(file)
    var last = 0
    for row in rows {
      last = try context.append(Act.excerptEnd) { entry in
        entry.rec = rec
        entry.subj = actor
        entry.class = Int(row.keyClass)
        entry.role = role.rawValue
        entry.by = by
        entry.ref = row.since
        entry.gen = generation
      }
      try context.tx.endExcerpt(row, at: last)
    }
    return last
  }

  private func refuse(_ why: Refusal, _ member: MemberID) throws(VaultError) -> Ruling<Int> {
    let rec = try context.pseudonym(file)
    let actor = context.directory.actor(of: member)
    return try context.refuse(Act.excerptEnd, why) { entry in
      entry.rec = rec
      entry.subj = actor
    }
  }
}
