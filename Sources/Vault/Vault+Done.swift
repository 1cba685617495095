import AuditLog
import Sealing

/// Whether what a person asked for was done, as the log tells it.
extension Vault {
  /// How many leaves are looked at in one go.
  private static let leavesAtOnce = 4_096

  /// Whether one of these acts was done in a case since a moment. The log is read from its end back to that
  /// moment and no further, so that a long log costs nothing.
  ///
  /// No entry of its own: it tells whoever is about to act on the case of acts in that very case, and the
  /// act, or its refusal, is the entry.
  ///
  /// - Parameters:
  ///   - program: fields that the program writes by itself: what wrote nothing else did nothing that somebody asked for.
  ///   - seconds: since 1970. The times are those that the log says.
  public func wasDone(
    _ acts: Set<CaseAct>, beside program: Set<FieldID> = [], in id: CaseID, since seconds: Int64,
    as session: borrowing Session
  ) throws(VaultError) -> Bool {
    let own = Set(program.map { Entry.fieldCode($0.rawValue) })
    return try act(as: session) { context throws(VaultError) -> Ruling<Bool> in
      guard let file = try context.tx.file(id) else { return .allowed(false) }
      let rec = try context.pseudonym(file)
      var end = ledger.frontier.size
      // What was set and lifted again does not stand.
      var lifted: Set<Int> = []
      while end > 0 {
        let start = max(0, end - Self.leavesAtOnce)
        let part = try entries(start..<end, context.tx)
        lifted.formUnion(part.compactMap { Self.lifted($0, rec) })
        for entry in part
        where Self.isDone(acts, entry, rec, since: seconds)
          && !lifted.contains(entry.seq) && !Self.isOfProgram(entry, own)
        {
          // Bytes found it; that it is an entry of this log the tree says.
          if try ledger.provenEntry(entry.seq, in: context.tx) == entry { return .allowed(true) }
        }
        guard let first = part.first, first.t >= seconds * 1_000 else { break }
        end = start
      }
      return .allowed(false)
    }
  }

  /// Whether a request was answered with the page that it asked for: whoever answered printed one in the same session.
  /// For who prints a part of it and reads no request; the print, or its refusal, is the entry.
  ///
  /// - Parameter record: the kind of record that requests are, and which it is.
  public func isAnsweredByPage(
    _ record: (kind: UInt16, id: RecordID), of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Bool {
    try act(as: session) { context throws(VaultError) -> Ruling<Bool> in
      guard let file = try context.tx.file(id) else { throw .noSuchCase }
      let isThere = try context.tx.records(of: file.key).contains {
        $0.id == record.id && $0.entity == record.kind
      }
      guard isThere else { throw .noSuchRecord }
      let rec = try context.pseudonym(file)
      let item = try custody.itemName(of: file.key, id: id, record: record.id)
      var (end, answers): (Int, [String: Int]) = (ledger.frontier.size, [:])
      while end > 0 {
        let start = max(0, end - Self.leavesAtOnce)
        for entry in try entries(start..<end, context.tx).reversed()
        where entry.rec == rec && entry.out == .ok {
          guard let sid = entry.sid else { continue }
          if entry.act == CaseAct.requestAnswer.rawValue, entry.item == item {
            answers[sid] = entry.seq
          }
          guard entry.act == Act.print, entry.kind == "request", let answer = answers[sid],
            try ledger.provenEntry(entry.seq, in: context.tx) == entry,
            try ledger.provenEntry(answer, in: context.tx).item == item
          else { continue }
          return .allowed(true)
        }
        end = start
      }
      return .allowed(false)
    }
  }

  private static func lifted(_ entry: Entry, _ rec: Identifier) -> Int? {
    entry.act == Act.restrictionLift && entry.out == .ok && entry.rec == rec ? entry.ref : nil
  }

  /// Whether nobody did it: the program counted limits or noted an owner, or linked a file that was taken in to earlier copies of it.
  private static func isOfProgram(_ entry: Entry, _ own: Set<String>) -> Bool {
    if entry.act == CaseAct.link.rawValue, entry.ref != nil { return true }
    guard let codes = entry.fields, !codes.isEmpty else { return false }
    return codes.allSatisfy { own.contains(String($0.prefix { $0 != ":" })) }
  }

  private static func isDone(
    _ acts: Set<CaseAct>, _ entry: Entry, _ rec: Identifier, since seconds: Int64
  ) -> Bool {
    guard entry.rec == rec, entry.out == .ok, entry.t >= seconds * 1_000,
      let act = CaseAct(rawValue: entry.act), acts.contains(act)
    else { return false }
    // Asking for an erasure is such an entry too; only what destroyed keys makes a generation of custody.
    return act != .erase || entry.gen != nil
  }

  private func entries(
    _ range: Range<Int>, _ tx: Transaction
  ) throws(VaultError) -> [Entry] {
    var found: [Entry] = []
    try tx.eachLeaf(from: range.lowerBound, below: range.upperBound) {
      seq, bytes throws(VaultError) in
      guard let leaf = try? Leaf(parsing: bytes, origin: origin) else { throw .logBroken(at: seq) }
      found.append(leaf.entry)
    }
    return found
  }
}
