import AuditLog
import Testing

/// Between which outside times each entry lies.
@Suite struct ReportIntervalTests {
  private struct Receipt {
    let seq: Int
    let ref: Int
    let time: Int
  }

  /// A log that took receipts in, one after the other, each with its time outside.
  private func log(_ times: [Int]) throws -> (log: ReportLog, receipts: [Receipt]) {
    var log = try ReportLog()
    var receipts: [Receipt] = []
    for (number, time) in times.enumerated() {
      try log.read(1, by: log.lead, as: "lead")
      let ref = log.vault.log.size - 1
      try log.read(1, by: log.lead, as: "lead")
      let act = number % 2 == 0 ? Act.anchorReceipt : Act.cosignReceipt
      let seq = try log.act(act, nil, by: log.lead, as: "lead") { $0.ref = ref }
      receipts.append(Receipt(seq: seq, ref: ref, time: time))
    }
    try log.read(1, by: log.lead, as: "lead")
    return (log, receipts)
  }

  private func bounds(_ log: ReportLog, _ receipts: [Receipt]) throws -> OutsideBounds {
    try log.report().0.bounds(
      Dictionary(uniqueKeysWithValues: receipts.map { ($0.seq, $0.time) }))
  }

  @Test func withoutAWitnessAllIsTail() throws {
    let log = try ReportLog()
    let bounds = try log.report().0.bounds([:])
    let size = log.vault.log.size
    #expect(bounds.tail == 0 && bounds.unchecked == [])
    #expect(bounds.intervals.map(\.first) == [0] && bounds.intervals.map(\.last) == [size - 1])
    #expect(bounds.intervals.first?.before == nil)
  }

  /// Whatever the order of the times, each entry has the tightest two that are shown.
  @Test(arguments: [[1, 2, 3], [3, 2, 1], [2, 1, 3], [2, 3, 1], [5, 5, 5]])
  func everyEntryLiesBetweenTheTightestTimes(seconds: [Int]) throws {
    let (log, receipts) = try log(seconds.map { $0 * 1_000_000 })
    let bounds = try bounds(log, receipts)
    let all = bounds.intervals.flatMap { Array($0.first...$0.last) }
    #expect(all == Array(0..<log.vault.log.size))
    #expect(bounds.tail == receipts[2].ref + 1)
    for interval in bounds.intervals {
      for seq in interval.first...interval.last {
        let after = receipts.filter { $0.seq <= seq }.map(\.time).max()
        let before = receipts.filter { $0.ref >= seq }.map(\.time).min()
        #expect(interval.after?.time == after)
        #expect(interval.before?.time == before)
      }
    }
    let pairs = zip(bounds.intervals, bounds.intervals.dropFirst())
    #expect(!pairs.contains { $0.after == $1.after && $0.before == $1.before })
  }

  @Test func aKindIsToldWithItsTime() throws {
    let (log, receipts) = try log([1_000, 2_000])
    let bounds = try bounds(log, receipts)
    #expect(bounds.intervals.first?.before?.isTimeStamp == true)
    #expect(bounds.intervals.last?.after?.isTimeStamp == false)
  }

  /// The leaf's own time says nothing of the token's: without one that was checked it bounds nothing.
  @Test func aReceiptWhoseTimeNobodyCheckedCountsForNothing() throws {
    let (log, receipts) = try log([1_000, 2_000, 3_000])
    let bounds = try bounds(log, [receipts[0]])
    #expect(bounds.unchecked == [receipts[1].seq, receipts[2].seq])
    #expect(bounds.tail == receipts[0].ref + 1)
    #expect(bounds.intervals.allSatisfy { ($0.after?.time ?? 1_000) == 1_000 })
  }

  /// Two clocks of which one is wrong: an entry would be older than the hash that it holds.
  @Test func timesThatContradictAreTold() throws {
    let (log, receipts) = try log([9_000, 2_000])
    let wrong = try bounds(log, receipts).intervals.filter(\.isContradictory)
    #expect(wrong.map(\.first) == [receipts[0].seq] && wrong.map(\.last) == [receipts[1].ref])
    let (other, near) = try self.log([2_999, 2_000])
    #expect(try !bounds(other, near).intervals.contains(where: \.isContradictory))
  }

  /// A receipt that claims to have seen what came after it is none.
  @Test func aReceiptOfTheFutureCountsForNothing() throws {
    var log = try ReportLog()
    let seq = try log.act(Act.anchorReceipt, nil, by: log.lead, as: "lead") { $0.ref = 100_000 }
    let bounds = try log.report().0.bounds([seq: 1])
    #expect(bounds.tail == 0 && bounds.unchecked == [])
  }
}
