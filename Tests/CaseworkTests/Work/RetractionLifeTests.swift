import Sealing
import Testing

@testable import Casework
@testable import Vault

/// Entries that were written into the wrong file: what counts without them, what is not taken back, and what is there
/// again.
@Suite(.serialized) struct RetractionLifeTests {
  private static let made = CaseOffice.withTwoLeads()
  private let office: CaseOffice

  init() throws { office = try Self.made.get() }

  /// A file with a request to the police.
  private func asked() throws -> CaseCode {
    let code = try office.received(born: "1999")
    try office.record(
      "reception",
      [
        "cpc_notified_at": "2026-09-20T09:00+07:00",
        "health_agency_notified_at": "2026-09-20T09:00+07:00",
      ], code, by: "social")
    try office.record(
      "verification",
      [
        "initial_check_at": "2026-09-20T10:00+07:00", "initial_check_result": "insufficient",
        "police_request_at": "2026-09-20T11:00+07:00",
      ], code)
    return code
  }

  @Test func itIsOutOfSightUntilItIsThereAgain() throws {
    let code = try asked()
    let ask = try office.retract("verification", code, by: "social")
    #expect(ask.entity.name == "verification" && ask.giver == .lead)
    #expect(try office.shown("verification", code).records.isEmpty)
    let waiting = try office.waiting(ask.entry)
    #expect(
      waiting?.field?.english == "Verification"
        && waiting?.label?.english == "Written into the wrong file")
    try office.refuse(ask.entry)
    #expect(try office.due(code, "police_verify").count == 1)
    #expect(
      try office.shown("verification", code).values("verification.initial_check_result") == [
        .text("insufficient")
      ])
    try office.expectSound()
  }

  @Test func whoAskedTakesItBack() throws {
    let code = try asked()
    let ask = try office.retract("verification", code, by: "social")
    try office.refuse(ask.entry, by: "social")
    #expect(try office.waiting(ask.entry) == nil)
    #expect(try office.due(code, "police_verify").count == 1)
    #expect(
      try office.shown("verification", code).values("verification.initial_check_result") == [
        .text("insufficient")
      ])
    try office.expectSound()
  }

  @Test func whatIsGivenIsGone() throws {
    let code = try asked()
    let ask = try office.retract("verification", code)
    let own = try office.stop { _ = try office.give(ask.entry, by: "lead") }
    #expect(own?.reason == .ownWork)
    let notTheirs = try office.stop { _ = try office.give(ask.entry, by: "social") }
    #expect(notTheirs?.reason == .otherRole)
    let given = try office.give(ask.entry)
    #expect(given.erasure?.isRetraction == true && given.erasure?.classes == [.support])
    try office.record("verification", ["initial_check_at": "2026-09-20T10:30+07:00"], code)
    #expect(try office.due(code, "police_verify").isEmpty)
    try office.expectSound()
  }

  /// What stands once in a file and was recorded anew meanwhile leaves no room for the other.
  @Test func whatWasRecordedSince() throws {
    let code = try asked()
    let ask = try office.retract("verification", code)
    try office.record("verification", ["initial_check_at": "2026-09-20T10:30+07:00"], code)
    let stop = try office.stop { try office.refuse(ask.entry) }
    #expect(stop?.reason == .recordedSince)
    let second = try office.retract("verification", code)
    try office.refuse(ask.entry)
    #expect(try office.due(code, "police_verify").count == 1)
    _ = try office.give(second.entry)
    try office.expectSound()
  }

  /// The fields of a health record are of classes that nobody holds together.
  @Test func ofHealthADutyOfficerGivesIt() throws {
    let code = try asked()
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    for injuries in ["Bầm tím", "Đã lành"] {
      try office.record(
        "health", ["injuries": injuries, "health_flag": "follow_up"], code, by: "health")
    }
    let ask = try office.retract("health", code)
    #expect(ask.giver == .duty)
    let stop = try office.stop { _ = try office.give(ask.entry) }
    #expect(stop?.reason == .otherRole)
    let given = try office.give(ask.entry, by: "duty")
    #expect(given.erasure?.classes == [.support, .clinical])
    try office.expectSound()
    try office.record("health", ["injuries": "Mới"], code, by: "health")
    try office.record("reception", ["preferred_language": "vie"], code, by: "social")
    try office.act("health") { casework, session in
      let page = try casework.show(
        "health", of: code, classes: [.clinical], for: .treat, as: session)
      #expect(page.values("health.injuries") == [.text("Mới")])
    }
    try office.expectSound()
    let again = try office.retract("health", code)
    try office.refuse(again.entry)
    try office.expectSound()
  }

  // MARK: What rests on it

  @Test func whatOthersName() throws {
    let code = try office.received(born: "2014")
    try office.record(
      "person", ["representative.name": "Lò Văn Bố", "representative.basis": "parent"], code,
      by: "social")
    let father = try office.newest("representative", "person", code)
    let consent: [String: FieldInput] = [
      "giver": .text("representative"), "representative_ref": .text(father),
      "child_agreed": .text("yes"), "purpose": .text("legal_aid"), "recipient": .text("Trung tâm"),
      "fields": .list(["person.full_name"]), "given_at": .text("2026-09-20T09:00+07:00"),
      "how": .text("written"), "language": .text("vie"), "expires_at": .text("2027-01-31"),
    ]
    try office.act("social") { casework, session in
      _ = try casework.record("consent", FormInput(consent), of: code, as: session)
    }
    let stop = try #require(try office.stop { _ = try office.retract(father, code) })
    #expect(stop.reason == .namedElsewhere && stop.obstacle == .state)
    #expect(stop.names.map(\.told) == ["consent.representative_ref"])
    let taken = try office.retract(office.newest("consent", "consent", code), code)
    _ = try office.retract(father, code)
    _ = try office.give(taken.entry)
    try office.expectSound()
  }

  @Test func whatStaysOnRecord() throws {
    let code = try asked()
    try office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.phone", from: .healthStaff, FormInput(texts: ["reason": "không muốn"]), of: code,
        as: session)
    }
    let restriction = try office.newest("restriction", "restriction", code)
    #expect(try office.stop { _ = try office.retract(restriction, code) }?.reason == .staysOnRecord)
    try office.expectSound()
  }

  @Test func thereIsNoSuchRecord() throws {
    let code = try asked()
    for name in ["rescue", "support_item", "none", "4f2c8a51d06b9e7734aa02c1b85d6e90"] {
      #expect(throws: CaseworkError.noSuchRecord) { _ = try office.retract(name, code) }
    }
    let taken = try office.retract("verification", code)
    #expect(throws: CaseworkError.noSuchRecord) { _ = try office.retract("verification", code) }
    try office.refuse(taken.entry)
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
      let stop = try office.stop { _ = try office.retract("verification", code, by: handle) }
      #expect(stop?.reason == .otherRole && stop?.obstacle == .role, "\(handle)")
    }
    try office.expectSound()
  }
}
