import Testing
import Vault

@testable import Casework

/// What somebody records who counts no limits is counted by the next who does, before they are told of any.
@Suite struct CountedLimitTests {
  private let desk: ReleaseOffice

  init() throws {
    desk = try ReleaseOffice.withPolice([("intake", .intake), ("health", .healthStaff)])
  }

  private func due(_ handle: String = "social", pressing: Bool = false) throws -> Set<String> {
    try desk.office.act(handle) { casework, session in
      var scope = DueScope()
      scope.isPressing = pressing
      return Set(try casework.due(scope, as: session).lines.map(\.item.clock))
    }
  }

  private func shown(_ code: CaseCode, by handle: String = "lead") throws -> Set<String> {
    try desk.office.act(handle) { casework, session in
      Set(
        try casework.show(nil, of: code, for: nil, as: session).clocks.map(\.item.clock))
    }
  }

  private func answered() throws -> CaseCode {
    let code = try desk.askedOfPolice()
    #expect(try due().contains("police_verify"))
    desk.office.wait(days: 3)
    try answer(code)
    return code
  }

  private func answer(_ code: CaseCode) throws {
    try desk.record(
      "verification",
      [
        "police_reply": .text("victim"), "police_reply_at": .text("2026-09-23T08:00+07:00"),
      ], code, by: "police")
  }

  /// One command counts so many, the soonest limits first; what is left is told as it stood, and as not counted.
  @Test func whatOneCommandLeavesIsSaid() throws {
    var codes: [String] = []
    for _ in 0..<3 {
      let code = try desk.askedOfPolice()
      codes.append(code.text)
      desk.office.wait(days: 0.01)
    }
    desk.office.wait(days: 3)
    // What has passed by then is in the log.
    #expect(try due().contains("police_verify"))
    for code in codes { try answer(CaseCode(code)) }
    for left in [2, 1, 0] {
      let list = try desk.office.act("social") { casework, session in
        try casework.due(DueScope(), counting: 1, as: session)
      }
      #expect(list.uncounted == left)
      let open = Set(codes.suffix(left))
      #expect(Set(list.lines.filter(\.isUncounted).map(\.caseCode)) == open)
      for code in codes {
        let clocks = Set(list.lines.filter { $0.caseCode == code }.map(\.item.clock))
        #expect(clocks.contains("police_verify") == open.contains(code))
        #expect(clocks.contains("paper_issue") != open.contains(code))
      }
    }
    #expect(try desk.sound())
  }

  @Test func thePoliceAnswerAndTheListKnowsIt() throws {
    let code = try answered()
    let found = try due(pressing: true)
    #expect(found.contains("paper_issue") && !found.contains("police_verify"))
    // Counted once: a second look finds nothing to write.
    let version = try desk.version(of: code)
    #expect(try due().contains("paper_issue"))
    #expect(try desk.version(of: code) == version)
    #expect(try desk.sound())
  }

  @Test func thePageOfTheCaseKnowsIt() throws {
    let found = try shown(try answered())
    #expect(found.contains("paper_issue") && !found.contains("police_verify"))
  }

  /// What its owner records of the case does not hide what was not counted.
  @Test func whatIsRecordedBesideHidesNothing() throws {
    let code = try answered()
    try desk.record("person", ["phone": .text("0912345678")], code)
    #expect(try due().contains("paper_issue"))
  }

  @Test func anUrgentMeasureOfThePoliceStartsItsLimit() throws {
    let code = try desk.opened()
    try desk.assign("police", to: code)
    try desk.share(
      ["person.full_name"], code, with: "police", on: .provision("L53_27_2"), purpose: nil,
      by: "lead")
    try desk.record(
      "protection",
      [
        "measure.kind": .text("shelter"), "measure.urgent": .text("yes"),
        "measure.from": .text("2026-09-20"),
      ], code, by: "police")
    #expect(try due("lead").contains("measure_decision"))
    #expect(try shown(code).contains("measure_decision"))
  }

  /// Who holds the row and sees a part of a limit says that the rest is to be counted.
  @Test func whatIntakeStartsIsCounted() throws {
    let code = try desk.office.received(born: "1999", by: "intake")
    func last() throws -> Int? {
      try desk.office.act("lead") { casework, session in
        try casework.due(DueScope(), as: session).lines.first {
          $0.caseCode == code.text && $0.item.clock == "initial_check"
        }?.item.lastDay?.number
      }
    }
    let before = try #require(try last())
    desk.office.wait(days: 2)
    try desk.office.act("intake") { casework, session in
      let now = casework.moment.text
      _ = try casework.record(
        "reception", FormInput(texts: ["health_agency_notified_at": now]), of: code, as: session)
    }
    #expect(try #require(try last()) > before)
  }

  @Test func aReferralThatHealthStaffAcceptIsAnswered() throws {
    let code = try desk.opened()
    let consent = try desk.consent(
      ["purpose": .text("medical_care"), "recipient": .text("health")], code)
    let record = try desk.office.act("social") { casework, session in
      _ = try casework.draft(
        FormInput([
          "referral_to": .text("health"), "receiver": .text("health"),
          "purpose": .text("medical_care"), "fields": .list(["person.full_name"]),
          "consent_ref": .text(Hexadecimal.text(consent.bytes)),
        ]), of: code, as: session)
      let record = try #require(try casework.referrals(of: code, as: session).lines.last?.record)
      _ = try casework.send(record, of: code, until: nil, for: .careManagement, as: session)
      return record
    }
    #expect(try due().contains("referral_reply"))
    try desk.office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    try desk.office.act("health") { casework, session in
      _ = try casework.accept(record, of: code, as: session)
    }
    desk.office.wait(days: 4)
    #expect(try !due(pressing: true).contains("referral_reply"))
    desk.office.wait(days: 9)
    #expect(try !shown(code, by: "social").contains("referral_reply"))
  }

  @Test func aCountIsReadAsItIsWritten() {
    for count in [DueCount.notYet, .upTo(1), .upTo(90_000)] {
      #expect(DueCount(count.text) == count)
      #expect(DueCount(in: DueItem.value([], counted: count)) == count)
    }
    #expect(DueItem.value([], counted: .first) == .absent(.notAsked))
    #expect(DueCount("#") == nil && DueCount("#+1x") == nil && DueCount("stay 1 2") == nil)
    #expect(DueCount.upTo(3).doubt(3) == nil && DueCount.upTo(3).doubt(4) == .possible)
    #expect(DueCount.notYet.doubt(0) == .certain)
  }
}
