import AuditLog
import Sealing

/// Erasures that are given together: each with entries and a receipt of its own, all in one transaction, so that either
/// all are done or none. Custody changes once for all of them before the records commit, and destroys once behind it.
///
/// One act makes one generation of custody, which each of the entries states.
struct ErasureBatch {
  let context: ActContext

  /// What was done, and what must be in no file from now on.
  struct Done {
    fileprivate(set) var erasures: [Erasure] = []
    fileprivate(set) var scan: ByteScan?
    /// What tells another process of them.
    fileprivate(set) var notes: [Digest] = []

    /// A scan of many takes the memory of one.
    fileprivate mutating func add(_ done: CaseEraser.Done) {
      erasures.append(done.erasure)
      notes.append(done.note)
      if let scan { scan.join(done.scan) } else { scan = done.scan }
    }
  }

  /// Asks of each whether it may be done, before the first is. Each is asked again when it is done: what one case lends
  /// is there for as long as no other is opened.
  ///
  /// - Parameters:
  ///   - place: which of them is at hand: where it throws or refuses, the one that stands in the way.
  ///   - rule: what may be done of the one at a place; only a refusal is written.
  func run<Order>(
    _ count: Int, at place: inout Int,
    rule: (Int) throws(VaultError) -> Ruling<Order>,
    carryOut: (Int, Order) throws(VaultError) -> CaseEraser.Done
  ) throws(VaultError) -> Ruling<Done> {
    for number in 0..<count {
      place = number
      if case .refused(let reason, let entry) = try rule(number) {
        return .refused(reason, entry: entry)
      }
    }
    // New keys of custody, of whatever case, are one change of its file.
    let done = try context.custody.adding { _ throws(VaultError) -> Done in
      var (done, gone): (Done, [Transaction.File]) = (Done(), [])
      for number in 0..<count {
        place = number
        guard case .allowed(let order) = try rule(number) else { throw .changedMeanwhile }
        let one = try carryOut(number, order)
        done.add(one)
        gone += [one.gone].compactMap(\.self)
      }
      try forget(gone, &done)
      return done
    }
    return .allowed(done)
  }

  /// The part of the index that a case stood in may go whole: then other people are not found by it any more, which is
  /// told once.
  private func forget(_ files: [Transaction.File], _ done: inout Done) throws(VaultError) {
    try SearchIndex(context).forget(files, generation: context.custody.generation + 1)
    var told: Set<Int> = []
    let whole = done.erasures.indices.filter { done.erasures[$0].part == nil }
    for (file, place) in zip(files, whole) {
      let number = SearchSegment.number(ofFile: file.key)
      guard told.insert(number).inserted, try context.tx.segment(number) == nil else { continue }
      done.erasures[place].unindexed =
        try context.tx.casesBySegment(number..<number + 1)[number] ?? 0
    }
  }
}
