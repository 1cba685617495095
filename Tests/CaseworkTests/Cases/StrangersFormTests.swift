import Testing
import Vault

@testable import Casework

/// Whoever may write something in a case, and nothing of a form, is refused for the form, with an entry, and is
/// not told first what is wrong with what they brought.
@Suite struct StrangersFormTests {
  private let office: CaseOffice

  init() throws {
    office = try CaseOffice(
      crew: [("duty", .duty), ("social", .socialWorker), ("health", .healthStaff)])
  }

  @Test func theFormComesBeforeItsFaults() throws {
    let code = try office.act("social") { casework, session in
      try casework.openCase(FormInput(texts: ["entry_path": "hotline111"]), as: session).code
    }
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    let faulty = FormInput(texts: ["allergies": "x", "nickname": "x"])
    let stranger = try office.refusal("social") { casework, session in
      _ = try casework.record("health", faulty, of: code, as: session)
    }
    #expect(stranger == "class")
    // Whoever may write there is told the fault; so is who may write a field of the form.
    let fault = CaseworkError.form([FieldFault(field: "nickname", fault: .unknownField)])
    #expect(throws: fault) {
      try office.act("health") { casework, session in
        _ = try casework.record("health", faulty, of: code, as: session)
      }
    }
    #expect(throws: fault) {
      try office.act("social") { casework, session in
        let own = FormInput(texts: ["full_name": "x", "nickname": "x"])
        _ = try casework.record("person", own, of: code, as: session)
      }
    }
  }
}
