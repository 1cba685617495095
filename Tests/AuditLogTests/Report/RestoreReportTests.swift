import AuditLog
import Testing

/// What a report says of a restore.
@Suite struct RestoreReportTests {
  /// What a restore destroys again has its right from the restore, and nobody looked at it at that hour.
  @Test(arguments: [Act.caseErase, Act.caseRetract]) func aRestoreIsTheRight(act: String) throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    log.wait(hours: 16)
    func restore() throws -> Int {
      let admin = log.vault.admin
      let seq = try log.act(Act.vaultRestore, nil, by: admin, as: "admin") { $0.kind = "records" }
      try log.act(Act.vaultRestore, nil, by: admin, as: "admin") {
        ($0.kind, $0.ref) = ("custody", seq)
      }
      return seq
    }
    func again(_ ref: Int, by person: Person, out: Outcome = .ok) throws -> Int {
      try log.act(act, 1, by: person, as: "admin", out: out) {
        ($0.kind, $0.ref, $0.gen) = ("restore", ref, out == .ok ? 3 : nil)
        ($0.class, $0.why) = (3, out == .ok ? nil : .state)
      }
    }
    let seq = try restore()
    _ = try again(seq, by: log.vault.admin)
    _ = try again(seq, by: log.vault.admin, out: .failed)
    #expect(try log.found(.withoutRight) == [] && log.found(.offHours) == [])
    #expect(try log.report().1.suffix(2).map(\.right) == [.entry(seq), .entry(seq)])
    // Another's restore, and one that is not there, give nobody a right.
    let other = try again(seq, by: log.second)
    let late = try again(seq + 1, by: log.vault.admin)
    #expect(try log.found(.withoutRight).map(\.first) == [other, late])
    #expect(try log.found(.offHours).count == 2)
  }
}
