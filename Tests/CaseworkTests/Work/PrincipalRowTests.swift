import Testing
import Vault

@testable import Casework

/// A minor who came along has the row of the person with whom they came (Law 53/2024 Art. 37(3)), which stands
/// in another file.
@Suite(.serialized) struct PrincipalRowTests {
  private static let made = Result {
    try CaseOffice(crew: [("duty", .duty), ("social", .socialWorker), ("other", .socialWorker)])
  }
  private let office: CaseOffice

  init() throws { office = try Self.made.get() }

  /// A person and a minor who came with them.
  private func pair(
    on day: String = "2026-09-20"
  ) throws -> (person: CaseCode, child: CaseCode) {
    let person = try office.received(born: "1990", on: day)
    let child = try office.received(born: "2018", on: day)
    try office.act("social") { casework, session in
      _ = try casework.link(person, to: child, as: .dependant, as: session)
    }
    return (person, child)
  }

  private func record(
    _ form: String, _ texts: [String: String], _ code: CaseCode, by handle: String
  ) throws -> [NoteReason] {
    try office.act(handle) { casework, session in
      try casework.record(form, FormInput(texts: texts), of: code, as: session).notes.map(\.reason)
    }
  }

  @discardableResult
  private func set(_ category: String, _ code: CaseCode) throws -> [NoteReason] {
    try record("case", ["person_category": category], code, by: "lead")
  }

  @Test func theRowIsThatOfTheOtherFile() throws {
    let (person, child) = try pair()
    try set("in_process_vn_abroad", person)
    for row in ["minor_accompanying_victim", "minor_accompanying_in_process_domestic"] {
      let stop = try #require(try office.stop { try set(row, child) }, "\(row)")
      #expect(stop.reason == .otherPrincipal && stop.obstacle == .state)
      #expect(stop.names.map(\.told) == ["minor_accompanying_in_process_abroad"])
      #expect(stop.citation?.text.contains("Law 53/2024 Art. 37") == true)
    }
    #expect(try set("minor_accompanying_in_process_abroad", child).isEmpty)
    // When theirs becomes another, what stands in the minor's file is told with help and shown.
    try set("in_process_vn_domestic", person)
    #expect(
      try record("support", ["regime": "a"], child, by: "social") == [.principalElsewhere])
    try office.act("social") { casework, session in
      let shown = try casework.showSupport(of: child, for: nil, as: session).overview
      #expect(shown?.notes.map(\.reason) == [.principalElsewhere])
    }
  }

  @Test func withAForeignerAMinorHasNone() throws {
    let (person, child) = try pair()
    try set("foreigner", person)
    let stop = try office.stop { try set("minor_accompanying_in_process_domestic", child) }
    #expect(stop?.reason == .otherPrincipal && stop?.names.isEmpty == true)
  }

  /// Help is recorded by who does not read the other file: they are told nothing of it.
  @Test func aFileThatIsNotReadTellsNothing() throws {
    let (person, child) = try pair()
    try set("in_process_vn_domestic", person)
    try set("minor_accompanying_in_process_domestic", child)
    try office.act("lead") { casework, session in
      _ = try casework.assign("other", to: child, owner: false, as: session)
    }
    try set("in_process_vn_abroad", person)
    #expect(try record("support", ["regime": "a"], child, by: "other").isEmpty)
  }

  /// Law 53/2024 Art. 63: a minor who came along has the law of the person.
  @Test func theLawIsThatOfThePerson() throws {
    let (person, child) = try pair(on: "2025-03-01")
    try set("in_process_vn_domestic", person)
    try set("minor_accompanying_in_process_domestic", child)
    _ = try record("case", ["legal_regime": "L66_2011"], person, by: "lead")
    let stop = try #require(
      try office.stop { _ = try record("support", ["regime": "a"], child, by: "social") })
    #expect(stop.reason == .principalLaw && stop.names.map(\.told) == ["L66_2011"])
    #expect(stop.obstacle == .state && stop.citation != nil)
    _ = try record("case", ["legal_regime": "L66_2011"], child, by: "lead")
    let back = try office.stop {
      _ = try record("case", ["legal_regime": "L53_2024"], child, by: "lead")
    }
    #expect(back?.reason == .principalLaw)
  }

  /// The law has support for minors who came with a victim, or with somebody in process (Art. 37).
  @Test func noHelpIsTheirsOnceThePersonIsNoVictim() throws {
    func stop(_ status: String, _ decided: String?, on day: String) throws -> StopReason? {
      var file = ["case.status": status, "case.legal_regime": "L53_2024"]
      file["identification.decided_at"] = decided
      let (form, _) = try FormBench.form(
        "support", ["support_item.regime": "a", "support_item.delivered_at": day + "T09:00+07:00"],
        on: [["case.legal_regime": "L53_2024"]])
      let other = PrincipalFile(LawOffice.file([file]))
      func held(_ files: [PrincipalFile?]) -> StopReason? {
        PrincipalFile.stop(files, form, "minor_accompanying_in_process_domestic")?.reason
      }
      // One that is not read, or another who is a victim, may be whose right it is.
      #expect(held([other, nil]) == nil && held([]) == nil)
      let victim = ["case.status": "identified", "case.legal_regime": "L53_2024"]
      #expect(held([other, PrincipalFile(LawOffice.file([victim]))]) == nil)
      return held([other])
    }
    #expect(try stop("not_identified", "2026-11-10", on: "2026-11-11") == .principalNotIdentified)
    #expect(try stop("not_identified", nil, on: "2026-11-11") == .principalNotIdentified)
    #expect(try stop("not_identified", "2026-11-10", on: "2026-11-10") == nil)
    #expect(try stop("in_process", nil, on: "2026-11-11") == nil)
  }

  // MARK: What a file gives a minor

  private static func rows(_ status: String, _ category: String?) -> [String] {
    var file = ["case.status": status]
    file["case.person_category"] = category
    return PrincipalRow.rows(beside: LawOffice.file([file])).map {
      String($0.dropFirst("minor_accompanying_".count))
    }.sorted()
  }

  @Test func theStandingTellsWhatNoCategorySays() {
    #expect(Self.rows("received", nil) == ["in_process_abroad", "in_process_domestic"])
    #expect(Self.rows("identified", nil) == ["victim"])
    // A row that no longer fits is nobody's.
    #expect(Self.rows("identified", "in_process_vn_abroad") == ["victim"])
    #expect(Self.rows("in_process", "in_process_vn_abroad") == ["in_process_abroad"])
    #expect(Self.rows("not_identified", "in_process_vn_abroad").isEmpty)
    #expect(Self.rows("identified", "foreigner").isEmpty)
  }

  @Test func oneWhoIsNotSeenMayBeTheOne() {
    let book = Book.builtIn
    func row(_ rows: [Set<String>?]) -> String {
      switch PrincipalRow("minor_accompanying_victim", among: rows, book) {
      case .fits: "fits"
      case .unseen: "unseen"
      case .elsewhere(let names): names.map(\.told).joined(separator: " ")
      }
    }
    #expect(row([["minor_accompanying_victim"], []]) == "fits")
    #expect(row([nil, []]) == "unseen")
    let abroad = "minor_accompanying_in_process_abroad"
    #expect(row([[], [abroad]]) == abroad)
    #expect(row([]) == "fits")
  }

  /// Whoever decides is told whose row hangs on it.
  @Test func theDecisionNamesTheMinors() throws {
    let desk = StepDesk(
      look: try FormBench.form(
        "case", [:],
        on: [
          ["case.status": "in_process", "case.person_category": "foreigner"],
          ["link.kind": "dependant"],
        ]
      ).form.look, now: try Moment(FormBench.now), standings: [])
    for status in ["identified", "not_identified"] {
      #expect(
        desk.notes(try desk.rule(to: status)).map(\.reason).contains(.dependantsAnew), "\(status)")
    }
    #expect(!desk.notes(try desk.rule(to: "closed")).map(\.reason).contains(.dependantsAnew))
  }
}
