import GRDB

@testable import Vault

/// For tests of forms that somebody had to leave.
extension Desk {
  @discardableResult
  func keep(
    _ handle: String, _ values: [FieldID: FieldValue], form: String = "person",
    correcting record: RecordID? = nil, of id: CaseID? = nil, replacing old: Int? = nil
  ) throws -> Int {
    try act(handle) { vault, session in
      try vault.keepDraft(
        FormDraft(form, correcting: record, values), of: id ?? shared, replacing: old, as: session)
    }
  }

  func drafts(_ handle: String, of id: CaseID? = nil) throws -> [WaitingDraft] {
    try act(handle) { vault, session in try vault.drafts(of: id ?? shared, as: session) }
  }

  @discardableResult
  func openDraft(
    _ handle: String, _ seq: Int, of id: CaseID? = nil
  ) throws -> [FieldID: FieldValue] {
    try act(handle) { vault, session in
      try vault.openDraft(seq, of: id ?? shared, as: session).values
    }
  }

  @discardableResult
  func dropDraft(_ handle: String, _ seq: Int) throws -> Int {
    try act(handle) { vault, session in try vault.dropDraft(seq, of: shared, as: session) }
  }

  /// How many there are, of whomever.
  func draftCount() throws -> Int {
    try inspect { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM draft") ?? -1 }
  }
}
