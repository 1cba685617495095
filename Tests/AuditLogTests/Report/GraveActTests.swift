import AuditLog
import Sealing
import Testing

/// Acts of the office that take nobody's file and that a report names all the same.
@Suite struct GraveActTests {
  /// Root's word needs nobody else's, and what nobody can open any more nobody is asked for: both are told.
  @Test func theRootSeedAndALossAreTold() throws {
    var log = try ReportLog()
    let admin = log.vault.admin
    let trustee = try log.vault.log.join(
      "trustee", as: "trustee", admin: admin, lead: log.vault.lead)
    let used = try log.act(Act.recoveryRun, nil, by: trustee, as: "trustee") { $0.kind = "root" }
    try log.act(Act.recoveryRun, nil, by: trustee, out: .denied) {
      ($0.kind, $0.why) = ("root", .secondPerson)
    }
    try log.act(Act.recoveryRun, nil, by: admin, as: "admin") { $0.kind = "tree" }
    #expect(try log.found(.byRoot).map(\.first) == [used])
    #expect(try log.found(.byRecovery) == [])
    try log.act(Act.recoveryRun, nil, by: trustee, out: .denied) { $0.why = .secondPerson }
    let other = try log.vault.log.join("other", as: "trustee", admin: admin, lead: log.vault.lead)
    let lead = log.vault.lead.actor
    let asked = try log.act(Act.keyRecover, nil, by: other, as: "trustee") {
      ($0.subj, $0.grole) = (lead, "lead")
    }
    let run = try log.act(Act.recoveryRun, nil, by: trustee, as: "trustee") {
      ($0.subj, $0.grole, $0.ref) = (lead, "lead", asked)
    }
    #expect(try log.found(.byRecovery).map(\.first) == [run])
    #expect(try log.found(.byRoot).map(\.first) == [used])
    let (worker, second) = (log.worker.actor, log.second.actor)
    try log.act(Act.memberSuspend, nil, by: admin, as: "admin") { $0.subj = second }
    #expect(try log.found(.unread) == [])
    let lost = try log.act(Act.memberSuspend, nil, by: admin, as: "admin") {
      ($0.subj, $0.n) = (worker, Entry.bucket(12))
    }
    let found = try log.found(.unread)
    #expect(found.map(\.first) == [lost] && found.map(\.count) == [Entry.bucket(12)])
  }
}
