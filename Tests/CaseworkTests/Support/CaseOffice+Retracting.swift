import Testing

@testable import Casework
@testable import Vault

/// Taking entries back, in an office with a second lead.
extension CaseOffice {
  static func withTwoLeads() -> Result<CaseOffice, any Error> {
    Result { try CaseOffice(crew: crew + [("second", .lead)]) }
  }

  @discardableResult
  func record(
    _ form: String, _ texts: [String: String], _ code: CaseCode, by handle: String = "lead"
  ) throws -> RecordedForm {
    try act(handle) { casework, session in
      try casework.record(form, FormInput(texts: texts), of: code, as: session)
    }
  }

  func retract(
    _ name: String, _ code: CaseCode, because reason: String = "wrong_file",
    by handle: String = "lead"
  ) throws -> RetractionAsk {
    try act(handle) { casework, session in
      let reason = try #require(casework.book.retractionReasons?[reason])
      return try casework.retract(name, of: code, because: reason, as: session)
    }
  }

  @discardableResult
  func give(_ entry: Int, by handle: String = "second") throws -> Approval {
    try act(handle) { casework, session in try casework.approve(entry, as: session) }
  }

  func refuse(_ entry: Int, by handle: String = "second") throws {
    try act(handle) { casework, session in
      _ = try casework.refuseApproval(entry, as: session)
    }
  }

  func shown(
    _ form: String?, _ code: CaseCode, by handle: String = "lead"
  ) throws -> CasePage {
    try act(handle) { casework, session in
      try casework.show(form, of: code, for: .careManagement, as: session)
    }
  }

  func newest(_ entity: String, _ form: String, _ code: CaseCode) throws -> String {
    try #require(shown(form, code).records.last { $0.entity.name == entity }?.name)
  }

  /// What runs of one clock in a file.
  func due(_ code: CaseCode, _ clock: String, by handle: String = "lead") throws -> [DueLine] {
    try act(handle) { casework, session in
      try casework.due(DueScope(), as: session).lines.filter {
        $0.caseCode == code.text && $0.item.clock == clock
      }
    }
  }

  func expectSound(_ place: SourceLocation = #_sourceLocation) throws {
    try act("auditor") { casework, session in
      let found = try casework.vault.verifyLog(as: session).findings
      #expect(found == [], sourceLocation: place)
    }
  }

  func waiting(_ entry: Int, by handle: String = "second") throws -> WaitingAsk? {
    try act(handle) { casework, session in
      try casework.approvals(as: session).asks.first { $0.ask.entry == entry }
    }
  }

  /// The day so many days from today.
  func day(_ days: Int) throws -> String {
    try act("lead") { casework, _ in casework.moment.dayInVietnam.adding(days: days).text }
  }
}
