import Testing

@testable import Vault

extension EntryTableTests {
  /// Forms that were left: kept, opened, thrown away, refused, and one that somebody spoilt.
  @Test func everyEntryOfADraftIsAsThePageSays() throws {
    let desk = try Desk()
    let typed: [FieldID: FieldValue] = [TestTable.name: .text("Dở")]
    let first = try desk.keep("social", typed)
    let second = try desk.keep("social", typed, replacing: first)
    try desk.openDraft("social", second)
    try desk.dropDraft("social", second)
    try refused(desk, "second") {
      _ = try $0.keepDraft(FormDraft("person", typed), of: desk.shared, as: $1)
    }
    try refused(desk, "lead") { _ = try $0.openDraft(second, of: desk.shared, as: $1) }
    try refused(desk, "second") { _ = try $0.dropDraft(second, of: desk.shared, as: $1) }
    let third = try desk.keep("social", typed)
    try desk.tamper(sql: "UPDATE draft SET form='x'")
    try failed(desk, "social") { _ = try $0.openDraft(third, of: desk.shared, as: $1) }
    let acts = try rows(desk).map { "\($0.act) \($0.out)" }
    for act in ["draft.save", "draft.open", "draft.drop"] {
      #expect(acts.contains("\(act) ok") && acts.contains("\(act) denied"), "\(act)")
    }
    #expect(acts.contains("draft.open failed"))
  }
}
