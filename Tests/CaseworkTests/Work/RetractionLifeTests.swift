import Sealing
import Testing

@testable import Casework
@testable import Vault

/// Entries that were written into the wrong file: what counts without them, what is not taken back, and what is there
/// again.
@Suite(.serialized) struct RetractionLifeTests {
  private static let made = Result {
    try CaseOffice(crew: CaseOffice.crew + [("second", .lead)])
  }
  private let office: CaseOffice

  init() throws { office = try Self.made.get() }

  private func record(
    _ form: String, _ texts: [String: String], _ code: CaseCode, by handle: String = "lead"
  ) throws {
    try office.act(handle) { casework, session in
      _ = try casework.record(form, FormInput(texts: texts), of: code, as: session)
    }
  }

  private func retract(
    _ name: String, _ code: CaseCode, by handle: String = "lead"
  ) throws -> RetractionAsk {
    try office.act(handle) { casework, session in
      let reason = try #require(casework.book.retractionReasons?["wrong_file"])
      return try casework.retract(name, of: code, because: reason, as: session)
    }
  }

  private func give(_ ask: RetractionAsk, by handle: String = "second") throws -> Approval {
    try office.act(handle) { casework, session in try casework.approve(ask.entry, as: session) }
  }

  private func refuse(_ ask: RetractionAsk, by handle: String = "second") throws {
    try office.act(handle) { casework, session in
      _ = try casework.refuseApproval(ask.entry, as: session)
    }
  }

  private func shown(_ form: String, _ code: CaseCode, by handle: String = "lead") throws
    -> CasePage
  {
    try office.act(handle) { casework, session in
      try casework.show(form, of: code, for: .careManagement, as: session)
    }
  }

  private func newest(_ entity: String, _ form: String, _ code: CaseCode) throws -> String {
    try #require(shown(form, code).records.last { $0.entity.name == entity }?.name)
  }

  private func due(_ code: CaseCode, _ clock: String) throws -> DueLine? {
    try office.act("lead") { casework, session in
      try casework.due(DueScope(), as: session).lines.first {
        $0.caseCode == code.text && $0.item.clock == clock
      }
    }
  }

  private func expectSound(_ place: SourceLocation = #_sourceLocation) throws {
    try office.act("auditor") { casework, session in
      let found = try casework.vault.verifyLog(as: session).findings
      #expect(found == [], sourceLocation: place)
    }
  }

  /// A file with a request to the police.
  private func asked() throws -> CaseCode {
    let code = try office.received(born: "1999")
    try record(
      "reception",
      [
        "cpc_notified_at": "2026-09-20T09:00+07:00",
        "health_agency_notified_at": "2026-09-20T09:00+07:00",
      ], code, by: "social")
    try record(
      "verification",
      [
        "initial_check_at": "2026-09-20T10:00+07:00", "initial_check_result": "insufficient",
        "police_request_at": "2026-09-20T11:00+07:00",
      ], code)
    return code
  }

  @Test func itCountsForNoLimitUntilItIsThereAgain() throws {
    let code = try asked()
    #expect(try due(code, "police_verify") != nil)
    let ask = try retract("verification", code, by: "social")
    #expect(ask.entity.name == "verification" && ask.giver == .lead)
    #expect(try due(code, "police_verify") == nil)
    #expect(try shown("verification", code).records.isEmpty)
    let waiting = try office.act("second") { casework, session in
      try casework.approvals(as: session).asks.first { $0.ask.entry == ask.entry }
    }
    #expect(
      waiting?.field?.english == "Verification"
        && waiting?.label?.english == "Written into the wrong file")
    try refuse(ask)
    #expect(try due(code, "police_verify") != nil)
    #expect(
      try shown("verification", code).values("verification.initial_check_result") == [
        .text("insufficient")
      ])
    try expectSound()
  }

  @Test func whatIsGivenIsGone() throws {
    let code = try asked()
    let ask = try retract("verification", code)
    let own = try office.stop { _ = try give(ask, by: "lead") }
    #expect(own?.reason == .ownWork)
    let notTheirs = try office.stop { _ = try give(ask, by: "social") }
    #expect(notTheirs?.reason == .otherRole)
    let given = try give(ask)
    #expect(given.erasure?.isRetraction == true && given.erasure?.classes == [.support])
    try record("verification", ["initial_check_at": "2026-09-20T10:30+07:00"], code)
    #expect(try due(code, "police_verify") == nil)
    try expectSound()
  }

  /// What stands once in a file and was recorded anew meanwhile leaves no room for the other.
  @Test func whatWasRecordedSince() throws {
    let code = try asked()
    let ask = try retract("verification", code)
    try record("verification", ["initial_check_at": "2026-09-20T10:30+07:00"], code)
    let stop = try office.stop { try refuse(ask) }
    #expect(stop?.reason == .recordedSince)
    let second = try retract("verification", code)
    try refuse(ask)
    #expect(try due(code, "police_verify") != nil)
    _ = try give(second)
    try expectSound()
  }

  /// The fields of a health record are of classes that nobody holds together.
  @Test func ofHealthADutyOfficerGivesIt() throws {
    let code = try asked()
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    for injuries in ["Bầm tím", "Đã lành"] {
      try record("health", ["injuries": injuries, "health_flag": "follow_up"], code, by: "health")
    }
    let ask = try retract("health", code)
    #expect(ask.giver == .duty)
    let stop = try office.stop { _ = try give(ask) }
    #expect(stop?.reason == .otherRole)
    let given = try give(ask, by: "duty")
    #expect(given.erasure?.classes == [.support, .clinical])
    try expectSound()
    try record("health", ["injuries": "Mới"], code, by: "health")
    try record("reception", ["preferred_language": "vie"], code, by: "social")
    try office.act("health") { casework, session in
      let page = try casework.show(
        "health", of: code, classes: [.clinical], for: .treat, as: session)
      #expect(page.values("health.injuries") == [.text("Mới")])
    }
    try expectSound()
    let again = try retract("health", code)
    try refuse(again)
    try expectSound()
  }

  // MARK: What rests on it

  @Test func whatOthersName() throws {
    let code = try office.received(born: "2014")
    try record(
      "person", ["representative.name": "Lò Văn Bố", "representative.basis": "parent"], code,
      by: "social")
    let father = try newest("representative", "person", code)
    let consent: [String: FieldInput] = [
      "giver": .text("representative"), "representative_ref": .text(father),
      "child_agreed": .text("yes"), "purpose": .text("legal_aid"), "recipient": .text("Trung tâm"),
      "fields": .list(["person.full_name"]), "given_at": .text("2026-09-20T09:00+07:00"),
      "how": .text("written"), "language": .text("vie"), "expires_at": .text("2027-01-31"),
    ]
    try office.act("social") { casework, session in
      _ = try casework.record("consent", FormInput(consent), of: code, as: session)
    }
    let stop = try #require(try office.stop { _ = try retract(father, code) })
    #expect(stop.reason == .namedElsewhere && stop.obstacle == .state)
    #expect(stop.names.map(\.told) == ["consent.representative_ref"])
    let taken = try retract(newest("consent", "consent", code), code)
    _ = try retract(father, code)
    _ = try give(taken)
    try expectSound()
  }

  @Test func whatStaysOnRecord() throws {
    let code = try asked()
    try office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.phone", from: .healthStaff, FormInput(texts: ["reason": "không muốn"]), of: code,
        as: session)
    }
    let restriction = try newest("restriction", "restriction", code)
    #expect(try office.stop { _ = try retract(restriction, code) }?.reason == .staysOnRecord)
    try expectSound()
  }

  @Test func thereIsNoSuchRecord() throws {
    let code = try asked()
    for name in ["rescue", "support_item", "none", "4f2c8a51d06b9e7734aa02c1b85d6e90"] {
      #expect(throws: CaseworkError.noSuchRecord) { _ = try retract(name, code) }
    }
    let taken = try retract("verification", code)
    #expect(throws: CaseworkError.noSuchRecord) { _ = try retract("verification", code) }
    try refuse(taken)
  }

  /// Nobody but the owner and a lead takes anything back.
  @Test func whoAsks() throws {
    let code = try asked()
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    try office.act("lead") { casework, session in
      _ = try casework.assign("other", to: code, owner: false, as: session)
    }
    for handle in ["health", "other"] {
      let stop = try office.stop { _ = try retract("verification", code, by: handle) }
      #expect(stop?.reason == .otherRole && stop?.obstacle == .role, "\(handle)")
    }
    try expectSound()
  }
}
