import AuditLog
import Testing

/// Between which two outside witnesses each entry lies.
@Suite struct ReportIntervalTests {
  @Test func withoutAWitnessAllIsTail() throws {
    let log = try ReportLog()
    let (report, _) = try log.report()
    let size = log.vault.log.size
    #expect(report.tail == 0)
    #expect(report.intervals.map(\.first) == [0] && report.intervals.map(\.last) == [size - 1])
    #expect(report.intervals.first?.before == nil)
  }

  @Test func everyEntryLiesInOneInterval() throws {
    var log = try ReportLog()
    var receipts: [(seq: Int, ref: Int)] = []
    for act in [Act.anchorReceipt, Act.cosignReceipt, Act.anchorReceipt] {
      try log.read(1, by: log.lead, as: "lead")
      let ref = log.vault.log.size - 1
      try log.read(1, by: log.lead, as: "lead")
      receipts.append((try log.act(act, nil, by: log.lead, as: "lead") { $0.ref = ref }, ref))
    }
    try log.read(1, by: log.lead, as: "lead")
    let (report, _) = try log.report()
    let all = report.intervals.flatMap { Array($0.first...$0.last) }
    #expect(all == Array(0..<log.vault.log.size))
    #expect(report.tail == receipts[2].ref + 1)
    for interval in report.intervals {
      for seq in interval.first...interval.last {
        #expect(interval.after?.seq == receipts.map(\.seq).last { $0 <= seq })
        #expect(interval.before?.ref == receipts.map(\.ref).first { $0 >= seq })
      }
    }
    #expect(report.intervals.first?.before?.isTimeStamp == true)
    #expect(report.intervals[2].before?.isTimeStamp == false)
  }

  /// A receipt that claims to have seen what came after it is none.
  @Test func aReceiptOfTheFutureCountsForNothing() throws {
    var log = try ReportLog()
    try log.act(Act.anchorReceipt, nil, by: log.lead, as: "lead") { $0.ref = 100_000 }
    #expect(try log.report().0.tail == 0)
  }
}
