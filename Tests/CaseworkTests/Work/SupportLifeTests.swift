import Casework
import Testing
import Vault

/// Support, stays and links in a vault: what the rules stop is an entry and nothing else, what needs two
/// people waits for the second, and each of two linked files says so in an entry of its own.
@Suite(.serialized) struct SupportLifeTests {
  private static let made = Result {
    try CaseOffice(crew: CaseOffice.crew + [("second", .lead)])
  }
  private let office: CaseOffice

  init() throws { office = try Self.made.get() }

  private func open(_ birth: String = "1999", by handle: String = "social") throws -> CaseCode {
    try office.received(born: birth, by: handle)
  }

  @discardableResult
  private func record(
    _ form: String, _ texts: [String: String], _ code: CaseCode, by handle: String = "social"
  ) throws -> RecordedForm {
    try office.act(handle) { casework, session in
      try casework.record(form, FormInput(texts: texts), of: code, as: session)
    }
  }

  private func stop(_ body: () throws -> Void) throws -> RuleStop? {
    do {
      try body()
      return nil
    } catch CaseworkError.stopped(let stop) { return stop }
  }

  private static let stay = [
    "stay_from": "2026-09-20", "stay_wish": "yes", "stay_need": "no_residence",
    "stay_facility": "nhà tạm lánh thử",
  ]

  // MARK: Support

  @Test func aRefusalIsAnEntryAndNothingElse() throws {
    let code = try open()
    try record("case", ["person_category": "in_process_vn_domestic"], code, by: "lead")
    let refused = try #require(
      try stop { try record("support", ["regime": "h", "item": "sách vở"], code) })
    #expect(refused.reason == .notEntitled)
    #expect(refused.citation == Citation(text: "Law 53/2024 Art. 37(3)", isVerified: true))
    let entry = try #require(refused.entry)
    try office.act("social") { casework, session in
      let (page, overview) = try casework.showSupport(of: code, for: nil, as: session)
      #expect(page.entry > entry && page.values("support_item.regime").isEmpty)
      // What was looked at beside the page does not stand on it.
      #expect(page["case.status"] == nil && page["identification.decision"] == nil)
      #expect(
        overview?.open.map(\.regime.code) == ["a", "b", "c", "d", "dd", "e", "g"])
    }
    try record("support", ["regime": "g", "item": "tư vấn"], code)
    try office.act("lead") { casework, session in
      let overview = try casework.showSupport(of: code, for: nil, as: session).overview
      #expect(overview?.given.map(\.regime.code) == ["g"] && overview?.open.count == 6)
    }
  }

  @Test func impossibleDatesAreFaultsOfTheForm() throws {
    let code = try open()
    let delivered = try Book.field("support_item.delivered_at")
    let received = try Book.field("case.received_at")
    #expect(
      throws: CaseworkError.form([
        FieldFault(
          field: delivered.qualifiedName, fault: .beforeReception, beside: received,
          citation: received.citation)
      ])
    ) { try record("support", ["regime": "a", "delivered_at": "2026-09-19T08:00+07:00"], code) }
  }

  // MARK: Stays

  @Test func aStayGrowsByTwoPeople() throws {
    let code = try open()
    try record("support", Self.stay, code)
    func ask(_ handle: String, _ day: String) throws -> Int {
      let until = try #require(try PartialDate(day).exactDay)
      return try office.act(handle) { casework, session in
        try casework.extendStay(of: code, until: until, decidedBy: "director", as: session).entry
      }
    }
    #expect(try stop { _ = try ask("lead", "2027-03-31") }?.reason == .otherRole)
    #expect(try stop { _ = try ask("social", "2027-01-18") }?.reason == .notLater)
    let entry = try ask("social", "2027-03-31")
    func answer(_ handle: String) throws {
      try office.act(handle) { casework, session in
        _ = try casework.approve(entry, as: session)
      }
    }
    #expect(try stop { try answer("social") }?.reason == .ownWork)
    let slip = try ask("social", "2028-03-31")
    try office.act("social") { casework, session in
      _ = try casework.refuseApproval(slip, as: session)
    }
    try office.act("lead") { casework, session in
      let page = try casework.show("support", of: code, for: nil, as: session)
      #expect(page["stay.stay_extended_to"] == .absent(.notAsked))
    }
    try answer("lead")
    try office.act("social") { casework, session in
      let (page, overview) = try casework.showSupport(of: code, for: nil, as: session)
      #expect(page["stay.stay_extended_to"] == .date("2027-03-31"))
      #expect(page["stay.stay_extended_by"] == .text("director"))
      #expect(
        overview?.clocks.map(\.clock.rule.id).contains("stay_extended") == true)
    }
    let again = #expect(throws: CaseworkError.self) { try answer("second") }
    guard case .vault(.noted(.nothingAsked, _)) = again else {
      Issue.record("no entry tells of it")
      return
    }
  }

  @Test func aStayThatEndedMeanwhileIsNotLengthened() throws {
    let code = try open()
    try record("support", Self.stay, code)
    let entry = try office.act("social") { casework, session in
      let until = try #require(try PartialDate("2027-03-31").exactDay)
      return try casework.extendStay(
        of: code, until: until, decidedBy: "health_agency", as: session
      ).entry
    }
    let stay = try office.act("social") { casework, session in
      try #require(
        try casework.show("support", of: code, for: nil, as: session).records
          .first { $0.entity.name == "stay" })
    }
    try office.act("social") { casework, session in
      _ = try casework.record(
        "support", FormInput(texts: ["stay_to": "2026-09-21"]), of: code, correcting: stay.id,
        as: session)
    }
    let answered = try stop {
      try office.act("lead") { casework, session in
        _ = try casework.approve(entry, as: session)
      }
    }
    #expect(answered?.reason == .noOpenStay && answered?.entry != nil)
    try office.act("lead") { casework, session in
      _ = try casework.refuseApproval(entry, as: session)
    }
  }

  // MARK: Links

  private func link(
    _ code: CaseCode, _ other: CaseCode, as kind: LinkKind, by handle: String = "social"
  ) throws -> LinkedFiles {
    try office.act(handle) { casework, session in
      try casework.link(code, to: other, as: kind, as: session)
    }
  }

  private func links(_ code: CaseCode) throws -> [FieldValue] {
    try office.act("lead") { casework, session in
      let page = try casework.show(nil, of: code, for: nil, as: session)
      return page.values("link.code") + page.values("link.kind")
    }
  }

  @Test func aMinorWhoCameAlongHasAFileOfTheirOwn() throws {
    let (mother, child) = (try open(), try open("2018"))
    try record("case", ["person_category": "in_process_vn_domestic"], mother, by: "lead")
    let linked = try link(mother, child, as: .dependant)
    #expect(linked.entry != nil && linked.otherEntry != nil && linked.entry != linked.otherEntry)
    #expect(linked.notes.map(\.reason) == [.categoryHint])
    #expect(try links(mother) == [.text(child.text), .text("dependant")])
    #expect(try links(child) == [.text(mother.text), .text("principal")])
    try office.act("social") { casework, session in
      let page = try casework.show("person", of: mother, for: nil, as: session)
      #expect(page["dependant.dependant_ref"] == .bytes(try casework.id(of: child).bytes))
    }
    #expect(try stop { _ = try link(mother, child, as: .dependant) }?.reason == .linkedAlready)
    #expect(try stop { _ = try link(mother, mother, as: .same) }?.reason == .linkToItself)
    let adult = try open("1970")
    #expect(try stop { _ = try link(mother, adult, as: .dependant) }?.reason == .ofAge)
  }

  /// Who came with somebody is not they, whichever is said first.
  @Test func twoFilesAreOfOnePersonOrOfTwo() throws {
    let (mother, child, double) = (try open(), try open("2018"), try open("2018"))
    func refused(_ one: CaseCode, _ two: CaseCode, _ kind: LinkKind) throws -> RuleStop? {
      try office.stop { _ = try link(one, two, as: kind, by: "lead") }
    }
    _ = try link(mother, child, as: .dependant)
    let same = try #require(try refused(mother, child, .same))
    #expect(same.reason == .linkedOtherwise && same.obstacle == .state)
    #expect(try refused(child, mother, .same)?.reason == .linkedOtherwise)
    #expect(try link(child, double, as: .same).notes.isEmpty)
    #expect(try refused(double, child, .dependant)?.reason == .linkedOtherwise)
    #expect(try refused(child, double, .relative)?.reason == .linkedOtherwise)
  }

  /// Whoever links them, and however many files lie between.
  @Test func linksDoNotContradictEachOtherRoundOtherFiles() throws {
    let (mother, double, third) = (try open(), try open(), try open())
    let (child, twin) = (try open("2018"), try open("2018"))
    func refused(_ one: CaseCode, _ two: CaseCode, _ kind: LinkKind) throws -> RuleStop? {
      try office.stop { _ = try link(one, two, as: kind, by: "lead") }
    }
    _ = try link(mother, double, as: .same)
    _ = try link(double, third, as: .same)
    _ = try link(child, twin, as: .same)
    _ = try link(third, child, as: .dependant)
    let same = try #require(try refused(mother, twin, .same))
    #expect(same.reason == .linkedRound && same.obstacle == .state && same.entry != nil)
    #expect(try refused(twin, mother, .same)?.reason == .linkedRound)
    // Who is the same person by way of others came with nobody of these.
    #expect(try refused(mother, third, .relative)?.reason == .linkedRound)
    #expect(try links(twin).count == 2)
    // Nobody came with who came with them.
    let baby = try open("2020")
    _ = try link(twin, baby, as: .dependant)
    #expect(try refused(baby, child, .dependant)?.reason == .linkedRound)
    // The same once more by way of others is no contradiction.
    _ = try link(mother, twin, as: .dependant)
    _ = try link(mother, third, as: .same)
  }

  @Test func aStrangersFileIsNotLinked() throws {
    let (own, theirs) = (try open(), try open(by: "other"))
    let missing = CaseCode.makeRandom()
    for other in [theirs, missing] {
      #expect(throws: CaseworkError.self) { _ = try link(own, other, as: .same) }
    }
    let why = try office.refusal("social") { casework, session in
      _ = try casework.link(own, to: theirs, as: .same, as: session)
    }
    #expect(why == "not_assigned")
    #expect(try links(own).isEmpty)
    #expect(try links(theirs).isEmpty)
  }

  @Test func aRelativeUnderProtectionIsForALead() throws {
    let (person, relative) = (try open(), try open("1970"))
    let stop = try #require(
      try office.stop { _ = try link(person, relative, as: .relative) })
    #expect(stop.reason == .otherRole && stop.names == [.role(.lead)])
    let linked = try link(person, relative, as: .relative, by: "lead")
    #expect(linked.notes.map(\.reason) == [.fileKindHint])
    try office.act("lead") { casework, session in
      let page = try casework.show(
        "protection", of: person, classes: [.safety], for: .careManagement, as: session)
      let name = try casework.id(of: relative).bytes.map {
        ($0 < 16 ? "0" : "") + String($0, radix: 16)
      }.joined()
      #expect(page["protection.protected_relatives"] == .list([name]))
    }
  }

  // MARK: Children

  @Test func aChildsStepIsToldOfTheMissingRepresentative() throws {
    let child = try open("2016")
    try record(
      "reception", ["health_agency_notified_at": "2026-09-20T09:00+07:00"], child)
    try record("case", ["person_category": "in_process_vn_domestic"], child, by: "lead")
    let step = try office.act("lead") { casework, session in
      try casework.step(child, to: "in_process", as: session)
    }
    #expect(step.notes.map(\.reason) == [.representative])
    try record(
      "person", ["representative.name": "Lò Văn Ví", "representative.basis": "parent"], child)
    let check = try office.act("lead") { casework, session in
      try casework.checkStep(child, to: "not_identified", as: session)
    }
    // Nothing of the child any more, nor of the category: who is no victim by the decision has no row.
    #expect(check.notes == [])
  }

  @Test func theDayOfComingOfAgeStandsOnThePage() throws {
    let child = try open("2010-05-04")
    try office.act("social") { casework, session in
      let page = try casework.show(nil, of: child, for: nil, as: session)
      #expect(page.age?.from.text == "2028-05-04" && page["person.birth_date"] == nil)
    }
    // Whoever opened the file of a child holds no identity of it, and is told nothing of it.
    let byIntake = try open("2010-05-04", by: "intake")
    try office.act("intake") { casework, session in
      let page = try casework.show(nil, of: byIntake, for: nil, as: session)
      #expect(page.age == nil)
    }
  }
}
