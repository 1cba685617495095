import Testing
import Vault

@testable import Casework

/// A queue by what its rows tell: status, stage, owner, clock, office.
@Suite(.serialized) struct CaseScopeTests {
  private static let office = Result {
    let office = try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("intake", .intake),
    ])
    // The second one came half an hour later, though its text sorts before.
    try office.act("social") { casework, session in
      _ = try casework.importRegister(
        Register.file(
          "received_at,entry_path,receiving_commune",
          "2026-09-01T08:00+07:00,self_report,26734",
          "2026-09-01T01:30Z,rescued,26737"),
        as: session)
    }
    try office.act("intake") { casework, session in
      _ = try casework.openCase(
        FormInput(texts: ["entry_path": "hotline111", "receiving_unit": "26734"]),
        isReported: true, as: session)
    }
    return office
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private func offices(_ set: (inout CaseScope) -> Void) throws -> [String?] {
    var scope = CaseScope()
    set(&scope)
    return try office.act("lead") { casework, session in
      try casework.list(scope, as: session).cases.map(\.receivingUnit)
    }
  }

  @Test func eachFilterHoldsAlone() throws {
    #expect(try offices { _ in }.count == 3)
    #expect(try offices { $0.status = "received" } == ["26737", "26734"])
    #expect(try offices { $0.stage = .verification } == ["26737", "26734"])
    #expect(try offices { $0.stage = .reception } == ["26734"])
    #expect(try offices { $0.stage = .support }.isEmpty)
    #expect(try offices { $0.owner = "social" } == ["26737", "26734"])
    #expect(try offices { $0.owner = "nobody" }.isEmpty)
    #expect(try offices { $0.isUnowned = true } == ["26734"])
    #expect(try offices { $0.office = "26737" } == ["26737"])
    #expect(try offices { $0.clock = .rule("initial_check") } == ["26734"])
    #expect(try offices { $0.clock = .standing(.overdue) }.contains("26734"))
    #expect(try offices { $0.clock = .rule("stay") }.isEmpty)
  }

  @Test func allThatAreNamedMustHold() throws {
    let found = try offices { scope in
      (scope.status, scope.office, scope.clock) = ("received", "26734", .rule("initial_check"))
    }
    #expect(found == ["26734"])
    #expect(try offices { ($0.status, $0.office) = ("reported", "26737") }.isEmpty)
  }
}
