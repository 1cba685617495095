import Foundation
import Testing
import Vault

@testable import Casework

/// Who answers for a case: given, passed on, taken back.
@Suite(.serialized) struct OwnerTests {
  private static let office = Result {
    try CaseOffice(crew: CaseOffice.crew.filter { $0.role != .statistician && $0.role != .auditor })
  }

  private let office: CaseOffice

  init() throws { office = try Self.office.get() }

  private func open(as handle: String = "social") throws -> CaseCode {
    try office.act(handle) { casework, session in
      try casework.openCase(FormInput(texts: ["full_name": "Nguyễn Thị Hoà"]), as: session).code
    }
  }

  private func refusal(_ handle: String, _ code: CaseCode) throws -> String? {
    try office.refusal(handle) { casework, session in
      _ = try casework.show("person", of: code, for: nil, as: session)
    }
  }

  private func owner(of code: CaseCode) throws -> String? {
    try office.act("lead") { casework, session in
      try casework.list(as: session).cases.first { $0.code == code.text }?.ownerHandle
    }
  }

  /// Nobody answers for a case whose owner's assignment ended, and it stands in the lead's queue.
  @Test func theQueueHasWhatWasTakenBack() throws {
    let code = try open()
    #expect(try owner(of: code) == "social")
    try office.act("lead") { casework, session in
      _ = try casework.unassign("social", from: code, as: session)
      let queue = try casework.list(.unowned, as: session)
      #expect(queue.cases.contains { $0.code == code.text })
    }
    #expect(try refusal("social", code) == "not_assigned")
  }

  /// Passed on to a colleague: the queue names the new one, and the old one reads it no more.
  @Test func passedOnItIsTheOthers() throws {
    let code = try open()
    let assigned = try office.act("lead") { casework, session in
      try casework.assign("other", to: code, owner: true, as: session)
    }
    #expect(assigned.endsOwner)
    #expect(try owner(of: code) == "other")
    #expect(try refusal("social", code) == "not_assigned")
    #expect(try refusal("other", code) == nil)
  }

  /// Who was suspended answers for nothing: neither the queue nor the page of the case names them.
  @Test func whoWasSuspendedIsNoOwner() throws {
    let office = try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("other", .socialWorker),
    ])
    let code = try office.received(born: "1999", by: "other")
    func shown() throws -> String? {
      try office.act("lead") { casework, session in
        let page = try casework.show(nil, of: code, for: nil, as: session)
        return page.fields.first { $0.definition.qualifiedName == "case.owner" }?.handle
      }
    }
    #expect(try shown() == "other")
    try office.act("lead") { casework, session in
      _ = try casework.vault.suspend("other", as: session)
    }
    #expect(try shown() == nil)
  }

  /// Who cannot answer for it is not named in its operations either.
  @Test func healthStaffDoNotAnswerForIt() throws {
    let code = try open()
    let error = #expect(throws: CaseworkError.self) {
      try office.act("duty") { casework, session in
        _ = try casework.assign("health", to: code, owner: true, as: session)
      }
    }
    guard case .vault(.ownerRole) = error else {
      Issue.record("another error")
      return
    }
    #expect(try owner(of: code) == "social")
    #expect(try refusal("health", code) == "not_assigned")
  }

  /// Who was only assigned takes no owner away.
  @Test func theOwnerStaysWhereAnAssignmentEnds() throws {
    let code = try open()
    try office.act("lead") { casework, session in
      _ = try casework.assign("other", to: code, owner: false, as: session)
      _ = try casework.unassign("other", from: code, as: session)
    }
    #expect(try owner(of: code) == "social")
    #expect(try refusal("other", code) == "not_assigned")
    #expect(try refusal("social", code) == nil)
  }
}
