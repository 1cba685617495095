import Testing
import Vault

@testable import Casework

/// Who has no right here hears that, with its entry, and nothing of what else is wrong with what they brought.
@Suite(.serialized) struct RightFirstTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private static let wrong = FormInput(["nowhere": .text("x")])

  private func fault(
    by handle: String, _ body: (Casework, borrowing Session) throws -> Void
  ) throws -> CaseworkError? {
    do {
      try desk.office.act(handle) { casework, session in try body(casework, session) }
      return nil
    } catch let error as CaseworkError { return error }
  }

  private func isDenied(_ error: CaseworkError?) -> Bool {
    guard case .vault(.denied) = error else { return false }
    return true
  }

  private func isForm(_ error: CaseworkError?) -> Bool {
    guard case .form = error else { return false }
    return true
  }

  @Test(arguments: ["person", "support", "consent", "request"])
  func aFormIsReadForWhoMayWriteIt(_ form: String) throws {
    let code = try desk.opened()
    func record(_ handle: String) throws -> CaseworkError? {
      try fault(by: handle) { casework, session in
        _ = try casework.record(form, Self.wrong, of: code, as: session)
      }
    }
    #expect(try isDenied(record("auditor")))
    #expect(try isDenied(record("other")))
    #expect(try isForm(record("social")))
  }

  @Test func theVerbsAskTheSame() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    let request = try desk.request("access", [:], code)
    let verbs: [(Casework, borrowing Session) throws -> Void] = [
      { casework, session in
        _ = try casework.withdraw(consent, Self.wrong, of: code, as: session)
      },
      { casework, session in
        _ = try casework.answer(request, Self.wrong, of: code, as: session)
      },
      { casework, session in _ = try casework.draft(Self.wrong, of: code, as: session) },
      { casework, session in _ = try casework.openCase(Self.wrong, as: session) },
    ]
    for verb in verbs {
      #expect(try isDenied(fault(by: "auditor", verb)))
      #expect(try isForm(fault(by: "social", verb)))
    }
    // Only a lead opens nobody's file.
    let canary = try fault(by: "social") { casework, session in
      _ = try casework.openCase(Self.wrong, isCanary: true, as: session)
    }
    #expect(isDenied(canary))
  }

  @Test func aCodeThatIsNoneIsNotToldFromOneThatIs() throws {
    let error = try fault(by: "social") { casework, session in
      _ = try casework.record("person", Self.wrong, of: CaseCode.makeRandom(), as: session)
    }
    guard case .vault(.caseNotFound) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
