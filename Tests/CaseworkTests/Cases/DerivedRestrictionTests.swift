import Testing
import Vault

@testable import Casework

/// Whoever is kept from a field is kept from what was derived from it.
@Suite(.serialized) struct DerivedRestrictionTests {
  private static let office = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("intake", .intake), ("social", .socialWorker), ("health", .healthStaff),
      ("count", .statistician), ("other", .socialWorker),
    ])
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  /// Somebody of whom one of a kind is told.
  private func open() throws -> CaseCode {
    let code = try office.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: [
          "entry_path": "rescued", "birth_date": "1950", "sex": "other",
          "received_at": "2026-09-20T08:00+07:00",
        ]), as: session
      ).code
    }
    try record("identification", ["country": .text("ISL"), "kind": .text("exploitation")], code)
    try record("identification", ["purpose": .list(["OrganRemoval"])], code)
    return code
  }

  private func record(
    _ form: String, _ answers: [String: FieldInput], _ code: CaseCode
  ) throws {
    _ = try office.act("social") { casework, session in
      try casework.record(form, FormInput(answers), of: code, as: session)
    }
  }

  @discardableResult
  private func restrict(_ name: String, from role: Role, in code: CaseCode) throws -> Restricted {
    try office.act("social") { casework, session in
      try casework.restrict(name, from: role, FormInput(texts: [:]), of: code, as: session)
        .restricted
    }
  }

  private func lift(_ record: RecordID, in code: CaseCode) throws -> Restricted {
    try office.act("social") { casework, session in
      try casework.liftRestriction(record, of: code, as: session)
    }
  }

  private static let told = ["sex=other", "age=60+", "route=ISL", "exploitation=OrganRemoval"]
  private static let kept = [
    "sex=withheld", "age=withheld", "route=withheld", "exploitation=withheld",
  ]
  private static let sources = [
    "person.sex", "person.birth_date", "event.country", "identification.purpose",
  ]

  // MARK: Figures

  @Test func figuresOfOnePersonAreShownToNobody() throws {
    let code = try open()
    for handle in ["lead", "count", "social", "duty"] where handle != "duty" {
      for form in [nil, "facts", "health"] {
        let stop = try office.stop {
          try office.act(handle) { casework, session in
            _ = try casework.show(
              form, of: code, classes: [.facts], for: .operations, as: session)
          }
        }
        #expect(stop?.reason == .onlyCounted, "\(handle) \(form ?? "")")
      }
      for (form, classes) in [(nil, [FieldClass.facts]), ("facts", [])] as [(String?, [FieldClass])]
      {
        let stop = try office.stop {
          try office.act(handle) { casework, session in
            _ = try casework.history(
              form, of: code, classes: Set(classes), for: .operations, as: session)
          }
        }
        #expect(stop?.reason == .onlyCounted, "\(handle) history")
      }
    }
    let stop = try office.stop {
      try office.act("lead") { casework, session in
        _ = try casework.show("facts", of: code, for: nil, as: session)
      }
    }
    #expect(stop?.reason == .onlyCounted)
    #expect(
      try office.refusal("other") { casework, session in
        _ = try casework.show(nil, of: code, classes: [.facts], for: .operations, as: session)
      } == "not_assigned")
  }

  @Test(arguments: [Role.lead, .statistician])
  func whatIsKeptIsInNoFigure(_ role: Role) throws {
    let code = try open()
    let before = try office.facts(of: code)
    #expect(Set(Self.told).isSubset(of: before))
    let set = try Self.sources.map { try restrict($0, from: role, in: code) }
    #expect(set.allSatisfy { $0.restatesFacts })
    for handle in ["count", "lead"] {
      let facts = try office.facts(of: code, as: handle)
      #expect(Set(Self.kept).isSubset(of: facts) && Set(Self.told).isDisjoint(with: facts))
    }
    // Whatever is written later, by whoever writes it.
    try record(
      "support",
      [
        "regime": .text("a"), "item": .text("quần áo"),
        "delivered_at": .text("2026-09-21T09:00+07:00"),
      ], code)
    let facts = try office.facts(of: code)
    #expect(facts.contains("service=essential:2026-09"))
    #expect(Set(Self.kept).isSubset(of: facts) && Set(Self.told).isDisjoint(with: facts))
    _ = try lift(try #require(set.first).record, in: code)
    let half = try office.facts(of: code)
    #expect(half.contains("sex=other") && half.contains("age=withheld"))
    for one in set.dropFirst() { _ = try lift(one.record, in: code) }
    let back = try office.facts(of: code)
    #expect(Set(Self.told).isSubset(of: back))
  }

  /// Kept from two who hold them, it comes back when both restrictions are lifted.
  @Test func keptFromTwoItComesBackWithTheSecond() throws {
    let code = try open()
    let set = try [Role.lead, .statistician].map { try restrict("person.sex", from: $0, in: code) }
    #expect(try !lift(set[0].record, in: code).restatesFacts)
    #expect(try office.facts(of: code).contains("sex=withheld"))
    #expect(try lift(set[1].record, in: code).restatesFacts)
    #expect(try office.facts(of: code).contains("sex=other"))
  }

  @Test func aRoleThatReadsNeitherChangesNothing() throws {
    let code = try open()
    let before = try office.facts(of: code)
    for name in Self.sources {
      let set = try restrict(name, from: .police, in: code)
      #expect(!set.restatesFacts && set.followed.isEmpty)
    }
    #expect(try office.facts(of: code) == before)
    let phone = try restrict("person.phone", from: .lead, in: code)
    #expect(!phone.restatesFacts && phone.followed.isEmpty)
  }

  // MARK: What health staff know

  @Test func whatIsDepositedForHealthStaffFollows() throws {
    let code = try open()
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    func page() throws -> CasePage {
      try office.act("health") { casework, session in
        try casework.show("health", of: code, classes: [.clinical], for: .treat, as: session)
      }
    }
    #expect(try page()["care.care_sex"] == .text("other"))
    let book = try RuleBook.standard()
    let set = try ["person.sex", "person.birth_date"].map {
      try restrict($0, from: .healthStaff, in: code)
    }
    #expect(
      set.map { $0.followed.compactMap { book[$0]?.qualifiedName } }
        == [["care.care_sex"], ["care.care_birth_year"]])
    let shut = try page()
    #expect(
      Set(shut.kept.map(\.qualifiedName)) == ["care.care_sex", "care.care_birth_year"]
        && shut.unseen == shut.kept)
    #expect(shut["care.care_sex"] == nil && shut["care.care_birth_year"] == nil)
    let rows = try office.act("social") { casework, session in
      try casework.restrictions(of: code, as: session).restrictions
    }
    #expect(rows.count == 4 && rows.allSatisfy { $0.isSealed && $0.role == .healthStaff })
    let own = try #require(rows.first { $0.field.qualifiedName == "care.care_sex" })
    let stop = try office.stop { _ = try lift(own.record, in: code) }
    #expect(stop?.reason == .followsSource && stop?.obstacle == .restricted)
    #expect(stop?.names.map(\.told) == ["person.sex"])
    for one in set { #expect(try lift(one.record, in: code).followed.count == 1) }
    try office.act("duty") { _, _ in }
    #expect(try page()["care.care_sex"] == .text("other"))
    #expect(try page()["care.care_birth_year"] == .integer(1950))
  }

  /// An office has no key here; what goes out asks of the source too.
  @Test func whatGoesToAnOfficeAsksOfTheSource() throws {
    let code = try open()
    let book = try RuleBook.standard()
    let list = try office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.sex", from: nil, FormInput(texts: ["excluded_unit": "Trạm y tế xã Hư Cấu"]),
        of: code, as: session)
      return try casework.restrictions(of: code, as: session)
    }
    func isKept(_ name: String) throws -> Bool {
      list.isRestricted(try #require(book[name]).id, forOffice: "Trạm y tế xã Hư Cấu")
    }
    #expect(try isKept("care.care_sex"))
    #expect(try !isKept("care.care_birth_year"))
  }
}
