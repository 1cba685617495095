import AuditLog
import Sealing

/// Writes down what somebody is told of a search, before they are: one entry with how many were found, one for each
/// case that is shown. So the account that a person is given of who looked includes it.
struct SearchTeller {
  let context: ActContext
  let search: Search

  /// A case that is told of.
  struct Told {
    var file: Transaction.File
    var isReader: Bool
    var owner: MemberID?
    var isAltered = false
    var entry: Int
  }

  func tell(
    _ cases: [CaseID], of count: Int
  ) throws(VaultError) -> Ruling<(Int, [Told])> {
    guard let role = context.role(for: search.use.act) else {
      return try context.refuse(Act.search, .role) { fill(&$0) }
    }
    let seq = try context.append(Act.search) { entry in
      fill(&entry)
      (entry.n, entry.role) = (Entry.bucket(count), role.rawValue)
    }
    var told: [(place: Int, Told)] = []
    // The log is there for everybody who has the file: in the order of the answer it would say who is like whom.
    for (place, id) in cases.enumerated().sorted(by: { $0.element < $1.element }) {
      // Gone: the answer says that there is one of whom nothing can be told.
      guard let file = try context.tx.file(id) else { continue }
      told.append((place, try tell(of: file, role)))
    }
    return .allowed((seq, told.sorted { $0.place < $1.place }.map(\.1)))
  }

  private func tell(
    of file: Transaction.File, _ role: Role
  ) throws(VaultError) -> Told {
    do {
      let live = try context.gate.liveAssignments(of: file)
      let standings = context.gate.standings(of: context.asker, among: live)
      let isReader = context.gate.refusal(of: standings) == nil
      let by = standings.first { $0.role == role && $0.relation != .stranger }?.by
      let owner = try live.last { $0.relation == .owner }.map { row throws(VaultError) in
        try context.tx.memberID(row.member)
      }
      let seq = try state(file, role, by: by)
      return Told(file: file, isReader: isReader, owner: owner, entry: seq)
    } catch {
      guard error.isAlteration else { throw error }
      let rec = try? context.pseudonym(file)
      let seq = try context.append(Act.searchHit, .failed) { entry in
        fill(&entry)
        (entry.rec, entry.why) = (rec, .tampered)
      }
      return Told(file: file, isReader: false, isAltered: true, entry: seq)
    }
  }

  private func state(
    _ file: Transaction.File, _ role: Role, by: Int?
  ) throws(VaultError) -> Int {
    let rec = try context.pseudonym(file)
    return try context.append(Act.searchHit) { entry in
      fill(&entry)
      (entry.rec, entry.role, entry.by) = (rec, role.rawValue, by)
    }
  }

  private func fill(_ entry: inout Entry) {
    (entry.kind, entry.purp) = (search.use.rawValue, search.purpose.rawValue)
    entry.ref = search.entry
  }
}
