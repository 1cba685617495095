import Testing
import Vault

@testable import Casework

/// The facts follow what is recorded, by whoever reads all that they are made of.
@Suite(.serialized) struct RestatedFactsTests {
  private static let office = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("intake", .intake), ("social", .socialWorker), ("count", .statistician),
    ])
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private func open(_ answers: [String: FieldInput], as handle: String = "social") throws
    -> CaseCode
  {
    try office.act(handle) { casework, session in
      try casework.openCase(FormInput(answers), as: session).code
    }
  }

  private func record(
    _ form: String, _ answers: [String: FieldInput], of code: CaseCode, as handle: String = "social"
  ) throws {
    _ = try office.act(handle) { casework, session in
      try casework.record(form, FormInput(answers), of: code, as: session)
    }
  }

  private func facts(of code: CaseCode) throws -> [String] {
    try office.facts(of: code)
  }

  @Test func whatIsGivenIsCounted() throws {
    let code = try open(["entry_path": .text("rescued"), "sex": .text("female")])
    #expect(try facts(of: code).contains { $0.hasPrefix("service=") } == false)
    try record(
      "support",
      [
        "regime": .text("a"), "item": .text("quần áo"),
        "delivered_at": .text("2026-09-21T09:00+07:00"),
      ],
      of: code)
    #expect(try facts(of: code).contains("service=essential:2026-09"))
    try record("person", ["sex": .text("male")], of: code)
    #expect(try facts(of: code).contains("sex=male"))
    #expect(try facts(of: code).contains("service=essential:2026-09"))
  }

  @Test func aStepIsCounted() throws {
    let code = try open([
      "entry_path": .text("rescued"), "receiving_unit": .text("26734"),
      "received_at": .text("2026-09-20T08:00+07:00"),
      "limits_explained_at": .text("2026-09-20T09:00+07:00"),
      "health_agency_notified_at": .text("2026-09-21T08:00+07:00"),
    ])
    try record("case", ["person_category": .text("in_process_vn_domestic")], of: code, as: "lead")
    _ = try office.act("lead") { casework, session in
      try casework.step(code, to: "in_process", as: session)
    }
    #expect(try facts(of: code).contains("status=in_process"))
  }

  @Test func linkedFilesAreOnePerson() throws {
    let codes = try (0..<2).map { _ in
      try open(["entry_path": .text("returned"), "receiving_unit": .text("26737")])
    }
    func persons() throws -> Int? {
      try office.act("lead") { casework, session in
        try casework.figures(
          .always, for: .official(recipient: "x", provision: "y"), as: session)
      }[.arrivals]?["total", "26737"]
    }
    #expect(try persons() == 2)
    _ = try office.act("social") { casework, session in
      try casework.link(codes[0], to: codes[1], as: .same, as: session)
    }
    #expect(try persons() == 1)
  }

  /// Intake reads no story and no facts: what it records later leaves the facts as they are.
  @Test func whoSeesLessLeavesThem() throws {
    let code = try open(
      ["entry_path": .text("returned"), "birth_date": .text("1990")], as: "intake")
    let before = try facts(of: code)
    try record("person", ["sex": .text("female")], of: code, as: "intake")
    #expect(try facts(of: code) == before)
  }
}
