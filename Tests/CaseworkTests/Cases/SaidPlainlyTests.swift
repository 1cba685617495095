import Foundation
import Testing
import Vault

@testable import Casework

/// What is told instead of silence: what a page does not hold, what a form or a share lacks.
@Suite(.serialized) struct SaidPlainlyTests {
  private static let office = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("intake", .intake), ("social", .socialWorker), ("health", .healthStaff),
    ])
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private static let arrival = [
    "entry_path": "rescued", "full_name": "Nguyễn Thị Hoà", "birth_date": "17/05/2004",
    "personal_id": "079304001234",
  ]

  private func open(
    _ texts: [String: String] = arrival, as handle: String = "social"
  ) throws -> CaseCode {
    try office.act(handle) { casework, session in
      try casework.openCase(FormInput(texts: texts), as: session).code
    }
  }

  /// Who wrote more than they read is told so, and not left with half a form.
  @Test func whatIsSealedForOthersIsSaid() throws {
    var child = Self.arrival
    child["birth_date"] = "17/05/2015"
    let code = try open(child, as: "intake")
    let page = try office.act("intake") { casework, session in
      try casework.show("person", of: code, for: nil, as: session)
    }
    #expect(page["person.full_name"] == nil)
    #expect(page.sealed == [.identity, .sensitive])
    let own = try office.act("lead") { casework, session in
      try casework.show("person", of: code, for: nil, as: session)
    }
    #expect(own.sealed.isEmpty)
  }

  @Test func aFormWithoutAnAnswerSaysSo() throws {
    let code = try open()
    #expect(throws: CaseworkError.formEmpty) {
      try office.act("social") { casework, session in
        _ = try casework.record(
          "person", FormInput(json: Array(#"{"case":"\#(code.text)"}"#.utf8)), of: code, as: session
        )
      }
    }
  }

  @Test func nothingIsSharedUntilADayThatIsOver() throws {
    let code = try open()
    #expect(throws: CaseworkError.dayPast) {
      try office.act("social") { casework, session in
        _ = try casework.share(
          Casework.Sharing(
            ["person.full_name"], with: "health", until: CalendarDay(number: 20_000),
            on: .provision("L53_27_2")), of: code, for: .careManagement, as: session)
      }
    }
  }
}
