import Casework
import Vault

/// The entries of one `approval give`, taken apart into what is one act each. What an entry asks is looked up when its
/// turn comes: what was given before it may have answered it.
struct ApprovalLine {
  enum Part {
    /// Of different files, one behind the other.
    case erasures([WaitingAsk])
    /// The same for an administrator, by the entries.
    case unseen([Int])
    case other(Int, AskedAct)

    /// Its first entry.
    var first: Int {
      switch self {
      case .erasures(let asks): asks.first?.ask.entry ?? 0
      case .unseen(let entries): entries.first ?? 0
      case .other(let entry, _): entry
      }
    }
  }

  private var rest: ArraySlice<Int>
  /// What waits in cases, looked up once.
  private(set) var waiting: [WaitingAsk]?

  init(_ entries: [Int]) { rest = entries[...] }

  mutating func next(
    _ casework: Casework, _ session: borrowing Session
  ) throws -> Part? {
    guard let first = rest.popFirst() else { return nil }
    let part = try look(at: first, casework, session)
    switch part {
    case .other: return part
    case .erasures(var asks):
      while let more = try following(asks, casework, session) { asks.append(more) }
      return .erasures(asks)
    case .unseen(var entries):
      while let entry = rest.first, !entries.contains(entry),
        case .unseen = try look(at: entry, stopping: true, casework, session)
      {
        rest.removeFirst()
        entries.append(entry)
      }
      return .unseen(entries)
    }
  }

  private mutating func following(
    _ asks: [WaitingAsk], _ casework: Casework, _ session: borrowing Session
  ) throws -> WaitingAsk? {
    // A second one of the same file is an act of its own, and finds what the first left.
    guard let entry = rest.first, !asks.contains(where: { $0.ask.entry == entry }),
      case .erasures(let more) = try look(at: entry, stopping: true, casework, session),
      let ask = more.first, !asks.contains(where: { $0.caseCode == ask.caseCode })
    else { return nil }
    rest.removeFirst()
    return ask
  }

  /// - Parameter stopping: whether it stands behind erasures: what nobody asks stops them too.
  private mutating func look(
    at entry: Int, stopping: Bool = false, _ casework: Casework, _ session: borrowing Session
  ) throws -> Part {
    do {
      let kind = try casework.vault.asked(by: entry, answering: .approvalGive, as: session)
      if kind == .erasure { return .unseen([entry]) }
      guard kind == .inCase else { return .other(entry, kind) }
      let known = try waiting ?? casework.approvals(as: session).asks
      waiting = known
      guard let ask = known.first(where: { $0.ask.entry == entry }) else {
        guard stopping else { return .other(entry, kind) }
        throw try casework.vault.nothingAsked(by: entry, answering: .approvalGive, as: session)
      }
      return ask.ask.act.asksErasure ? .erasures([ask]) : .other(entry, kind)
    } catch {
      guard stopping else { throw error }
      throw Fault.of(error).stoppingAll("asked", entry) { $0.noneGiven(because: entry) }
    }
  }
}
