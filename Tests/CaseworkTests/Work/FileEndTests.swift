import Testing
import Vault

@testable import Casework

/// Files that end while limits run and consents stand: of somebody who died, and of a double.
@Suite(.serialized) struct FileEndTests {
  private let desk: ReleaseOffice
  private static let made = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("police", .police), ("legal", .legalAid),
      ("auditor", .auditor), ("second", .lead),
    ])
  }

  init() throws { desk = ReleaseOffice(office: try Self.made.get()) }

  private func close(_ code: CaseCode, _ reason: String) throws -> RuleStop? {
    try desk.stop {
      try desk.office.act("social") { casework, session in
        _ = try casework.close(
          code, to: "closed", FormInput(texts: ["closure_reason": reason]),
          naming: Casework.closingFields, as: session)
      }
    }
  }

  private func agree(_ code: CaseCode) throws -> Approval {
    try desk.office.act("second") { casework, session in
      let ask = try #require(
        try casework.approvals(as: session).asks.last { $0.caseCode == code.text })
      return try casework.approve(ask.ask.entry, as: session)
    }
  }

  private func clocks(_ code: CaseCode) throws -> [String] {
    try desk.office.act("social") { casework, session in
      let look = try casework.look(
        at: casework.id(of: code), casework.book.ids(["case.due"]), as: session)
      return DueItem.all(in: look.value("case.due")).map(\.clock)
    }
  }

  private func status(_ code: CaseCode) throws -> String? {
    try desk.office.act("lead") { casework, session in
      try casework.look(
        at: casework.id(of: code), casework.book.ids(["case.status"]), as: session
      ).code("case.status")
    }
  }

  private func link(_ code: CaseCode, _ other: CaseCode) throws {
    try desk.office.act("social") { casework, session in
      _ = try casework.link(code, to: other, as: .same, as: session)
    }
  }

  /// With limits that run, a consent in force and copies on it, a provision with copies, and a referral.
  private func running() throws -> CaseCode {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    try desk.share(
      ["person.birth_date"], code, with: "police", on: .provision("L53_27_2"), purpose: nil)
    #expect(try clocks(code).contains("notify_health"))
    return code
  }

  /// Nor does whoever answers for the file only since it was asked (design, "Two people": "lead, not the owner").
  @Test func theOwnerDoesNotAgree() throws {
    let office = desk.office
    try office.act("admin") { casework, session in
      _ = try casework.vault.add(.socialWorker, to: "second", by: session)
    }
    try office.act("lead") { casework, session in
      _ = try casework.vault.admit("second", by: session)
    }
    try office.act("second") { _, _ in }
    let code = try running()
    #expect(try close(code, "died") == nil)
    try office.act("lead") { casework, session in
      _ = try casework.assign("second", to: code, owner: true, as: session)
    }
    let stop = try #require(try desk.stop { _ = try agree(code) })
    #expect(stop.reason == .ownFile && stop.obstacle == .secondPerson)
    #expect(try status(code) != "closed")
    try office.act("lead") { casework, session in
      let ask = try #require(
        try casework.approvals(as: session).asks.last { $0.caseCode == code.text })
      _ = try casework.approve(ask.ask.entry, as: session)
    }
    #expect(try status(code) == "closed")
  }

  private func expectEnded(_ code: CaseCode, _ note: NoteReason) throws {
    let approval = try agree(code)
    #expect(try status(code) == "closed")
    #expect(approval.ending?.recipients == ["legal"])
    #expect(approval.notes.contains { $0.reason == note && !$0.names.isEmpty })
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    #expect(try !desk.reads("person.birth_date", code, by: "police"))
    // Who was given something on a consent has to be told, in a closed file as well.
    #expect(try clocks(code) == ["consent_ended_tell"])
    let told = try #require(approval.ending?.consents.first)
    let now = try desk.office.act("social") { casework, _ in casework.moment.text }
    try desk.record("consent", ["recipients_told_at": .text(now)], code, correcting: told)
    #expect(try clocks(code).isEmpty)
    #expect(try desk.sound())
  }

  @Test func aFileOfSomebodyWhoDiedEndsWithItsLimits() throws {
    let code = try running()
    #expect(try close(code, "died") == nil)
    try expectEnded(code, .clocksEnded)
    // Mistaken: the file opens again, and what is owed to the person with it.
    try desk.office.act("lead") { casework, session in
      _ = try casework.close(
        code, to: "reopened", FormInput(texts: ["reopen_reason": "nhầm người"]),
        naming: Casework.reopeningFields, as: session)
    }
    #expect(try clocks(code).contains("notify_health"))
  }

  @Test func aDoubleEndsWithALinkToTheFileThatGoesOn() throws {
    let (code, other) = (try running(), try desk.opened())
    let stop = try #require(try close(code, "duplicate"))
    #expect(stop.reason == .duplicateUnlinked && stop.citation != nil)
    #expect(try status(code) == "received")
    try link(code, other)
    #expect(try close(code, "duplicate") == nil)
    try expectEnded(code, .clocksCarried)
    // The other cannot be closed as the double of a file that is closed.
    #expect(try close(other, "duplicate") == nil)
    #expect(try desk.stop { _ = try agree(other) }?.reason == .duplicateUnlinked)
    #expect(try status(other) == "received")
  }

  /// What is owed to others is not over because the person is dead: an answer to a request can be recorded.
  @Test func aRequestIsAnsweredFirst() throws {
    let code = try running()
    _ = try desk.request("access", [:], code)
    let stop = try #require(try close(code, "died"))
    #expect(stop.reason == .missing && stop.names.contains { $0.isClock("dsr_access") })
    #expect(!stop.names.contains { $0.isClock("notify_health") })
  }

  @Test(arguments: ["withdrew", "lost_contact", "passed_on"])
  func everyOtherReasonWaitsForTheLimits(_ reason: String) throws {
    let stop = try #require(try close(try running(), reason))
    #expect(stop.reason == .missing && stop.names.contains { $0.isClock("notify_health") })
  }

  /// A call of which nobody came: that somebody was brought to the commune, and checked, is nothing to record.
  @Test(arguments: ["unfounded", "withdrew", "lost_contact", "passed_on"])
  func aReportOfSomebodyWhoNeverCameEnds(_ reason: String) throws {
    let code = try reported()
    #expect(try clocks(code).contains("bring_to_cpc"))
    #expect(try close(code, reason) == nil)
    let approval = try agree(code)
    let note = try #require(approval.notes.first { $0.reason == .neverCame })
    #expect(Set(note.names.map(\.told)) == ["bring_to_cpc", "notify_health", "initial_check"])
    #expect(try status(code) == "closed" && clocks(code).isEmpty)
    #expect(try desk.sound())
  }

  private func reported() throws -> CaseCode {
    try desk.office.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: ["entry_path": "hotline111", "received_at": "2026-09-20T08:00+07:00"]),
        isReported: true, as: session
      ).code
    }
  }

  /// Forms of somebody who is there. Nobody took the step to `received`, and the file says all the same that they came.
  private static let arrivals: [(form: String, values: [String: String])] = [
    ("reception", ["cpc_notified_at": "2026-09-20T09:00+07:00"]),
    ("reception", ["health_agency_notified_at": "2026-09-20T09:00+07:00"]),
    ("identification", ["statement.text": "kể lại"]),
    ("support", ["regime": "a", "item": "chăn", "delivered_at": "2026-09-20T09:00+07:00"]),
    (
      "support",
      [
        "stay_from": "2026-09-20", "stay_to": "2026-09-21", "stay_wish": "yes",
        "stay_need": "no_residence", "stay_facility": "nhà tạm lánh thử",
      ]
    ),
  ]

  @Test(arguments: arrivals.indices)
  func aReportOfSomebodyWhoCameWaitsForTheLimits(_ place: Int) throws {
    let (code, arrival) = (try reported(), Self.arrivals[place])
    try desk.record(arrival.form, arrival.values.mapValues { .text($0) }, code)
    let stop = try #require(try close(code, "lost_contact"))
    #expect(stop.reason == .missing && stop.names.contains { $0.isClock("initial_check") })
    #expect(try status(code) == "reported" && clocks(code).contains("initial_check"))
  }

  /// They may come between the one who asks and the one who agrees.
  @Test func whoCameMeanwhileIsNotClosedAsWhoNeverCame() throws {
    let code = try reported()
    #expect(try close(code, "lost_contact") == nil)
    try desk.record("reception", ["cpc_notified_at": .text("2026-09-20T09:00+07:00")], code)
    let stop = try #require(try desk.stop { _ = try agree(code) })
    #expect(stop.reason == .missing && stop.names.contains { $0.isClock("notify_health") })
    #expect(try status(code) == "reported" && clocks(code).contains("notify_health"))
    #expect(try desk.sound())
  }

  /// What is told to the police of a foreigner is told whoever came (Law 53/2024 Art. 31(1)).
  @Test func aReportOfAForeignerIsTold() throws {
    let code = try desk.office.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: ["entry_path": "foreigner", "received_at": "2026-09-20T08:00+07:00"]),
        isReported: true, as: session
      ).code
    }
    let stop = try #require(try close(code, "lost_contact"))
    #expect(stop.names.map(\.told) == ["foreigner_report"])
  }

  @Test func onlyWhoIsReintegratedIsClosedAsThat() throws {
    let stop = try #require(try close(try desk.opened(), "reintegrated"))
    #expect(stop.reason == .notReintegrated)
  }
}

extension StopName {
  fileprivate func isClock(_ id: String) -> Bool {
    if case .clock(let rule) = self { return rule.id == id }
    return false
  }
}
