import AuditLog
import Sealing
import Testing

@testable import Vault

/// What the log holds of one case, for the person; and which case a pseudonym is, for two people.
@Suite struct AccessesTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func accesses(as handle: String) throws -> [ReportedAccess] {
    try desk.act(handle) { vault, session in
      var found: [ReportedAccess] = []
      _ = try vault.accesses(of: desk.shared, as: session) { found.append($0) }
      return found
    }
  }

  @Test(arguments: ["social", "lead"]) func thePersonSeesWhoLookedAndWhoWasRefused(
    handle: String
  ) throws {
    try desk.read("health", [TestTable.injuries], of: desk.shared, for: .treat)
    _ = try? desk.read("second", [TestTable.name], of: desk.shared)
    try desk.read("lead", [TestTable.name], of: desk.fresh)
    let found = try accesses(as: handle)
    #expect(found.first?.line.act == Act.recordCreate)
    let looks = found.filter { $0.line.act == Act.fieldRead }
    #expect(looks.map(\.line.handle) == ["health", "second"])
    #expect(looks.map(\.line.reason) == [nil, "not_assigned"])
    #expect(looks.first?.line.purpose == "TREAT")
    #expect(found.first { $0.line.act == Act.assignAdd }?.subject?.handle == "social")
    // The look itself is the last of them.
    let last = try #require(found.last)
    #expect(last.line.act == Act.auditExport && last.line.kind == "accesses")
    #expect(last.line.purpose == "PATRQT" && last.line.handle == handle)
    // Nothing of another case.
    #expect(Set(found.map(\.line.file)).count == 1)
  }

  @Test(arguments: [
    ("auditor", Refusal.role), ("admin", .role), ("health", .role), ("second", .notAssigned),
    ("intake", .role), ("figures", .role),
  ])
  func nobodyElseMay(handle: String, why: Refusal) throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(why, entry: size)) { try accesses(as: handle) }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.auditExport && entry.out == .denied && entry.kind == "accesses")
    #expect(entry.rec != nil)
  }

  @Test func aCaseThatThereIsNotLeavesAnEntry() throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.caseNotFound(entry: size)) {
      try desk.act("lead") { vault, session in
        _ = try vault.accesses(of: CaseID(.makeRandom()), as: session) { _ in }
      }
    }
    #expect(try desk.entries().last?.kind == "accesses")
  }

  // MARK: Revealing

  private func pseudonym() throws -> String {
    try #require(try accesses(as: "lead").first?.line.file)
  }

  private func ask(_ pseudonym: String, as handle: String = "auditor") throws -> Int? {
    try desk.act(handle) { vault, session in
      try vault.askCase(of: pseudonym, as: session)?.entry
    }
  }

  private func give(
    _ asked: Int, _ id: CaseID? = nil, as handle: String = "lead"
  ) throws -> Revealed {
    try desk.act(handle) { vault, session in try vault.reveal(asked, of: id, as: session) }
  }

  @Test func anAuditorAsksAndALeadGives() throws {
    let name = try pseudonym()
    let asked = try #require(try ask(name))
    #expect(try desk.entries()[asked].rec?.hex == name)
    let revealed = try give(asked)
    #expect(revealed.pseudonym == name)
    #expect(revealed.operations[TestTable.status] == .text("received"))
    let entry = try desk.entries()[revealed.entry]
    #expect(entry.act == Act.approvalGive && entry.ref == asked && entry.rec?.hex == name)
    // One answer to one question.
    desk.expectNoted(.nothingAsked) { _ = try give(asked) }
    desk.expectNoted(.nothingAsked) { _ = try give(asked, as: "deputy") }
  }

  @Test func thePseudonymOfACodeIsToldTheSameWay() throws {
    let asked = try desk.act("auditor") { vault, session in
      try vault.askPseudonym(as: session).entry
    }
    // The question names no case: it would be the answer.
    #expect(try desk.entries()[asked].rec == nil)
    desk.expectNoted(.nothingAsked) { _ = try give(asked) }
    let revealed = try give(asked, desk.shared)
    #expect(revealed.pseudonym == (try pseudonym()) && revealed.operations.isEmpty)
    #expect(try desk.entries()[revealed.entry].rec?.hex == revealed.pseudonym)
  }

  @Test(arguments: ["lead", "admin", "social", "duty"]) func onlyAnAuditorAsks(
    handle: String
  ) throws {
    let name = try pseudonym()
    #expect(throws: VaultError.self) { try ask(name, as: handle) }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.auditReveal && entry.out == .denied && entry.why == .role)
  }

  @Test(arguments: ["auditor", "admin", "social"]) func onlyALeadGives(handle: String) throws {
    let asked = try #require(try ask(try pseudonym()))
    #expect(throws: VaultError.self) { try give(asked, as: handle) }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.approvalGive && entry.out == .denied && entry.ref == asked)
    _ = try give(asked)
  }

  @Test func whatIsNoQuestionIsNotAnswered() throws {
    for seq in [0, 7, 100_000, -1, Int.max] {
      desk.expectNoted(.nothingAsked) { _ = try give(seq) }
      let entry = try #require(try desk.entries().last)
      #expect(entry.act == Act.approvalGive && entry.out == .denied && entry.why == .state)
      #expect(entry.ref == min(max(0, seq), Entry.largestInteger))
    }
  }

  @Test func aPseudonymOfNoCaseIsToldAsSuch() throws {
    let asked = try #require(try ask(String(repeating: "0a", count: 16)))
    let size = try desk.entries().count
    #expect(throws: VaultError.caseNotFound(entry: size)) { try give(asked) }
  }

  @Test(arguments: [
    "", "xyz", String(repeating: "g", count: 32), String(repeating: "A", count: 21),
  ])
  func whatIsNoPseudonymAsksNothing(text: String) throws {
    let size = try desk.entries().count
    #expect(try ask(text) == nil)
    #expect(try desk.entries().count == size)
  }

  @Test func bothSpellingsOfAPseudonymAreRead() throws {
    let bytes = [UInt8](0..<16).map { $0 &* 17 }
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(Pseudonym.bytes(of: hex) == bytes)
    #expect(Pseudonym.bytes(of: hex.uppercased()) == bytes)
    #expect(Pseudonym.bytes(of: "ABEiM0RVZneImaq7zN3u_w") == bytes)
    // The bits that are left over are zero.
    #expect(Pseudonym.bytes(of: "ABEiM0RVZneImaq7zN3u_x") == nil)
  }
}
