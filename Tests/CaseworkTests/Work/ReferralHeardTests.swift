import Testing
import Vault

@testable import Casework

/// Legal aid answers in the log alone. An answer that came in time is not overdue because nobody looked at the referral.
@Suite struct ReferralHeardTests {
  private let desk: ReleaseOffice

  init() throws {
    desk = ReleaseOffice(
      office: try CaseOffice(crew: [
        ("duty", .duty), ("social", .socialWorker), ("legal", .legalAid), ("auditor", .auditor),
      ]))
  }

  private func sent(_ code: CaseCode) throws -> RecordID {
    let consent = try desk.consent([:], code)
    return try desk.office.sentToLegalAid(code, on: consent)
  }

  private func answer(_ record: RecordID, _ code: CaseCode, with state: ReferralState) throws {
    try desk.office.act("legal") { casework, session in
      _ =
        state == .accepted
        ? try casework.accept(record, of: code, as: session)
        : try casework.reject(record, FormInput([:]), of: code, as: session)
    }
  }

  private func due() throws -> (replies: [RecordID], noted: Int) {
    try desk.office.act("social") { casework, session in
      let list = try casework.due(DueScope(), as: session)
      let replies = list.lines.filter { $0.item.clock == "referral_reply" }
      return (replies.compactMap(\.item.record), list.noted)
    }
  }

  private func shown(_ code: CaseCode) throws -> [RecordID] {
    try desk.office.act("social") { casework, session in
      try casework.show(nil, of: code, for: nil, as: session).clocks
        .filter { $0.item.clock == "referral_reply" }.compactMap(\.item.record)
    }
  }

  private func hinders(_ code: CaseCode) throws -> Bool {
    try desk.office.act("social") { casework, session in
      try casework.checkStep(code, to: "closed", as: session).missing.map(\.told)
        .contains("referral_reply")
    }
  }

  @Test func whatIsDueHearsOfIt() throws {
    let code = try desk.opened()
    let (answered, silent) = (try sent(code), try sent(code))
    // Whatever else passes is noted before.
    desk.office.wait(days: 4)
    _ = try due()
    try answer(answered, code, with: .rejected)
    desk.office.wait(days: 5)
    let found = try due()
    #expect(found.replies == [silent] && found.noted == 1)
    #expect(try due().noted == 0)
    let state = try desk.records("referral", "referral", code).first { $0.id == answered }
    #expect(
      state?.fields.first { $0.definition.name == "state" }?.value == .text("rejected"))
    #expect(
      try desk.office.act("lead") { casework, session in
        try casework.vault.verifyLog(as: session).findings.isEmpty
      })
  }

  @Test func whoeverLooksAtTheCaseOrClosesItHearsOfIt() throws {
    let (seen, closed) = (try desk.opened(), try desk.opened())
    let (first, second, silent) = (try sent(seen), try sent(closed), try sent(seen))
    try answer(first, seen, with: .accepted)
    try answer(second, closed, with: .accepted)
    desk.office.wait(days: 9)
    #expect(try shown(seen) == [silent])
    #expect(try !hinders(closed))
    #expect(try hinders(seen))
  }
}
