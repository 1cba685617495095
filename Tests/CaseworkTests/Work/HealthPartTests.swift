import Testing
import Vault

@testable import Casework

/// A person who asks for their data gets what health staff alone hold too, from them.
@Suite struct HealthPartTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func page(
    _ request: RecordID, _ code: CaseCode, by handle: String
  ) throws -> PersonPage {
    try desk.office.act(handle) { casework, session in
      try casework.pageForPerson(request, of: code, as: session)
    }
  }

  private func assign(_ code: CaseCode) throws {
    try desk.office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
  }

  private func asked() throws -> (code: CaseCode, request: RecordID) {
    let code = try desk.opened()
    return (code, try desk.request("access", [:], code))
  }

  @Test func healthStaffPrintTheirPartAndEndNothing() throws {
    let (code, request) = try asked()
    #expect(throws: CaseworkError.self) { _ = try page(request, code, by: "health") }
    try assign(code)
    try desk.record("health", ["allergies": .text("penicillin")], code, by: "health")
    let own = try page(request, code, by: "social")
    #expect(!own.isPart && own.heldByOthers == [.clinical, .vital])
    let part = try page(request, code, by: "health")
    #expect(part.isPart && part.accesses.isEmpty)
    #expect(part.data.values("vital.allergies") == [.text("penicillin")])
    #expect(part.data.values("person.full_name").isEmpty)
    // Open as before; and after the answer it stays as it is.
    try desk.answerByPage(request, code)
    let version = try desk.version(of: code)
    #expect(try page(request, code, by: "health").isPart)
    #expect(try desk.version(of: code) == version)
    let acts = try desk.acts(since: part.entry)
    #expect(acts.first?.act == "print" && acts.first?.outcome == "ok")
  }

  @Test func onlyOnARequestOfThatCase() throws {
    let (code, request) = try asked()
    let other = try desk.opened()
    for code in [code, other] { try assign(code) }
    #expect(throws: CaseworkError.vault(.noSuchRecord)) {
      _ = try page(request, other, by: "health")
    }
    #expect(try page(request, code, by: "health").isPart)
  }

  private func stop(_ request: RecordID, _ code: CaseCode) throws -> RuleStop? {
    try desk.stop { _ = try page(request, code, by: "health") }
  }

  /// Nothing of somebody's health is printed for a request that asks for nothing to be given.
  @Test func onlyForWhoAsksForTheirData() throws {
    let code = try desk.opened()
    try assign(code)
    for kind in ["delete", "restrict", "withdraw", "object", "protect"] {
      let request = try desk.request(kind, [:], code)
      let stop = try stop(request, code)
      #expect(stop?.reason == .refusalOfOtherKind, "\(kind)")
      let last = try desk.acts(since: try #require(stop?.entry)).first
      #expect(last?.act == "print" && last?.outcome == "denied")
    }
    let provide = try desk.request("provide", [:], code)
    #expect(try page(provide, code, by: "health").isPart)
  }

  /// Nor for one that was turned away.
  @Test func notForARequestThatWasTakenBack() throws {
    let (code, request) = try asked()
    try assign(code)
    #expect(try page(request, code, by: "health").isPart)
    try desk.office.act("social") { casework, session in
      _ = try casework.answer(
        request, FormInput(texts: ["refusal": "taken_back", "refusal_reason": "đổi ý"]), of: code,
        as: session)
    }
    #expect(try stop(request, code)?.reason == .refusalOfOtherKind)
  }

  /// A duty officer prints of a case that is theirs: an emergency is for reading.
  @Test func anEmergencyPrintsNothing() throws {
    let (code, request) = try asked()
    try desk.office.act("duty") { casework, session in
      let reason = try #require(casework.book.emergencyReasons.first)
      _ = try casework.openEmergency(
        .vital, of: code, because: reason, FormInput(texts: [Casework.emergencyText: "bất tỉnh"]),
        as: session)
    }
    let refused = try desk.office.refusal("duty") { casework, session in
      _ = try casework.pageForPerson(request, of: code, as: session)
    }
    #expect(refused != nil)
  }

  @Test func whatIsKeptFromTheMakerIsNamed() throws {
    let (code, request) = try asked()
    try desk.office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.sex", from: .lead, FormInput(texts: ["reason": "x"]), of: code, as: session)
    }
    let kept = try page(request, code, by: "lead").keptFromMaker.map(\.qualifiedName)
    #expect(kept.contains("person.sex"))
    #expect(try page(request, code, by: "social").keptFromMaker.isEmpty)
  }
}
