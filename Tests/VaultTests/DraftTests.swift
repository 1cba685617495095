import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What somebody typed into a form that they had to leave is theirs alone, and each step with it an entry.
@Suite struct DraftTests {
  private typealias Table = TestTable
  private let desk: Desk
  private static let typed: [FieldID: FieldValue] = [
    TestTable.name: .text("Trần Thị Dở"), TestTable.phone: .absent(.declined),
    TestTable.story: .text("Kể đến đây\nthì"),
  ]

  init() throws { desk = try Desk() }

  private func denied(
    _ reason: Refusal, _ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(reason, entry: size), sourceLocation: place) { try body() }
    #expect(try desk.entries().last?.out == .denied, sourceLocation: place)
  }

  @Test func itIsKeptOpenedAndRecorded() throws {
    let seq = try desk.keep("social", Self.typed)
    let kept = try desk.entries()[seq]
    #expect(kept.act == "draft.save" && kept.kind == "person" && kept.role == "social_worker")
    #expect(kept.fields == nil && kept.man == nil && kept.sum != nil)
    let waiting = try desk.drafts("social")
    #expect(waiting.map(\.entry) == [seq] && waiting[0].saved == kept.t)
    #expect(try desk.openDraft("social", seq) == Self.typed)
    let opened = try #require(try desk.entries().last)
    #expect(opened.act == "draft.open" && opened.ref == seq && opened.rec == kept.rec)
    #expect(try desk.draftCount() == 1)
    try desk.act("social") { vault, session in
      var writing = CaseWriting(records: [
        RecordChange(.sole, entity: Table.identity, fields: [Table.name: .text("Trần Thị Dở")])
      ])
      writing.draft = seq
      _ = try vault.write(writing, to: desk.shared, as: session)
    }
    #expect(try desk.draftCount() == 0)
    try desk.expectSound()
  }

  /// A form that is left again takes the place of what it went on from; another one waits beside it.
  @Test func eachIsThereOnce() throws {
    let first = try desk.keep("social", Self.typed)
    let second = try desk.keep("social", [Table.name: .text("Hai")])
    let third = try desk.keep("social", [Table.name: .text("Ba")], replacing: first)
    #expect(try desk.drafts("social").map(\.entry) == [third, second])
    #expect(try desk.entries()[third].ref == first)
    // Of a colleague's draft nothing is replaced.
    _ = try desk.keep("lead", [Table.name: .text("Bốn")], replacing: second)
    #expect(try desk.drafts("social").count == 2)
    let dropped = try desk.dropDraft("social", second)
    #expect(try desk.entries()[dropped].act == "draft.drop")
    #expect(try desk.drafts("social").map(\.entry) == [third])
    try desk.expectSound()
  }

  @Test func nobodyElseOpensIt() throws {
    let seq = try desk.keep("social", Self.typed)
    for handle in ["lead", "health"] {
      #expect(try desk.drafts(handle) == [])
      try denied(.state) { try desk.openDraft(handle, seq) }
      try denied(.state) { try desk.dropDraft(handle, seq) }
    }
    try denied(.notAssigned) { try desk.openDraft("second", seq) }
    try denied(.role) { try desk.openDraft("admin", seq) }
    // Also where the row says that it is theirs.
    try desk.tamper(sql: "UPDATE draft SET member=?", [try desk.memberKey("lead")])
    #expect(throws: VaultError.self) { try desk.openDraft("lead", seq) }
    let last = try #require(try desk.entries().last)
    #expect(last.act == "draft.open" && last.out == .failed && last.why == .tampered)
    #expect(try desk.verify().findings.map(\.code) == ["case.draft"])
  }

  @Test func whoMayNotWriteAFieldKeepsNoDraftOfIt() throws {
    try denied(.notAssigned) { try desk.keep("second", Self.typed) }
    try denied(.role) { try desk.keep("auditor", Self.typed) }
    try denied(.fieldClass) { try desk.keep("health", Self.typed) }
    #expect(throws: VaultError.nothingToDo) { try desk.keep("social", [:]) }
    #expect(try desk.draftCount() == 0)
  }

  @Test(arguments: [
    "UPDATE draft SET form='health'", "UPDATE draft SET record=zeroblob(16)",
    "UPDATE draft SET sealed=zeroblob(length(sealed))", "UPDATE draft SET sealed=x'00'",
    "UPDATE draft SET seq=seq-1", "UPDATE draft SET seq=99999",
    "UPDATE draft SET file=3-file",
    "UPDATE draft SET sealed=substr(sealed,1,length(sealed)-1)",
  ])
  func whatIsNoMoreWhatWasKeptDoesNotOpen(_ change: String) throws {
    try desk.keep("social", Self.typed)
    try desk.act("lead") { vault, session in
      _ = try vault.assign("social", to: desk.fresh, owner: true, as: session)
    }
    try desk.tamper(sql: change)
    let id = change.contains("file=") ? desk.fresh : desk.shared
    let found = try #require(try desk.drafts("social", of: id).first)
    #expect(throws: VaultError.self) { try desk.openDraft("social", found.entry, of: id) }
    let last = try #require(try desk.entries().last)
    #expect(last.act == "draft.open" && last.out == .failed && last.why == .tampered)
    if !change.contains("record=") {
      #expect(try desk.verify().findings.map(\.code) == ["case.draft"])
    }
    if id == desk.shared {
      try desk.dropDraft("social", found.entry)
      try desk.expectSound()
    }
  }

  /// An older draft of the same form in the place of the newer one.
  @Test func oneForAnother() throws {
    let first = try desk.keep("social", Self.typed)
    let second = try desk.keep("social", [Table.name: .text("Hai")])
    try desk.tamper(
      sql: "UPDATE draft SET sealed=(SELECT sealed FROM draft WHERE seq=?) WHERE seq=?",
      [first, second])
    #expect(throws: VaultError.self) { try desk.openDraft("social", second) }
    #expect(try desk.openDraft("social", first) == Self.typed)
  }

  /// With the records of before and the custody of today, for who was sent away.
  @Test func itEndsWithItsAuthorsAccess() throws {
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.shared, owner: false, as: session)
    }
    let gone = try desk.keep("second", Self.typed)
    let stays = try desk.keep("social", Self.typed)
    let before = try desk.inspect { db in
      try Data.fetchOne(db, sql: "SELECT sealed FROM draft WHERE seq=?", arguments: [stays])
    }
    try desk.act("lead") { vault, session in
      _ = try vault.unassign("second", from: desk.shared, as: session)
    }
    #expect(try desk.draftCount() == 1)
    try denied(.notAssigned) { try desk.openDraft("second", gone) }
    // A colleague's is under the new key, and opens; as it was before it opens no more.
    #expect(try desk.openDraft("social", stays) == Self.typed)
    try desk.tamper(sql: "UPDATE draft SET sealed=?", [before])
    #expect(throws: VaultError.self) { try desk.openDraft("social", stays) }
  }

  @Test func itGoesWithWhoLeaves() throws {
    try desk.keep("social", Self.typed)
    try desk.keep("lead", Self.typed)
    try desk.suspend("social")
    #expect(try desk.draftCount() == 1)
    #expect(try desk.drafts("lead").count == 1)
    try desk.expectSound()
  }

  @Test func itGoesWithTheCaseAndWithAPartOfIt() throws {
    try desk.keep("social", Self.typed)
    try desk.write("social", Table.phone, "+84", to: desk.shared)
    let scanned = try desk.inspect { db in
      try #require(try Data.fetchOne(db, sql: "SELECT sealed FROM draft")).suffix(40)
    }
    try desk.erase(.history(Table.phone))
    #expect(try desk.draftCount() == 0)
    #expect(try desk.everyByte().allSatisfy { $0.range(of: scanned) == nil })
    try desk.keep("social", Self.typed)
    try desk.erase(desk.shared)
    #expect(try desk.draftCount() == 0)
  }

  @Test func itStaysThroughNewKeys() throws {
    let seq = try desk.keep("social", Self.typed)
    try desk.act("admin") { vault, session in _ = try vault.rotateCustody(as: session) }
    #expect(try desk.openDraft("social", seq) == Self.typed)
    try desk.act("social") { vault, session in _ = try vault.renewOwnKeys(as: session) }
    try desk.act("admin") { vault, session in _ = try vault.admit("social", by: session) }
    let anew = try #require(try desk.drafts("social").first)
    #expect(anew.entry > seq)
    #expect(try desk.entries()[anew.entry].ref == seq)
    #expect(try desk.openDraft("social", anew.entry) == Self.typed)
    #expect(try desk.draftCount() == 1)
    try desk.expectSound()
  }

  @Test func nothingOfItLiesReadable() throws {
    try desk.keep("social", Self.typed)
    for text in ["Trần Thị Dở", "Kể đến đây"] {
      #expect(try desk.everyByte().allSatisfy { $0.range(of: Data(text.utf8)) == nil })
    }
  }

  /// A short draft and a longer one look alike.
  @Test func itsLengthIsToldInSteps() throws {
    for text in ["a", String(repeating: "b", count: 12)] {
      try desk.keep("social", [Table.name: .text(text)])
    }
    let lengths = try desk.inspect { db in
      try Int.fetchSet(db, sql: "SELECT length(sealed) FROM draft")
    }
    #expect(lengths.count == 1)
  }

  /// What is too long to keep is told as that, and not as something that was altered; nothing is written.
  @Test func whatIsTooLongIsNotKept() throws {
    let size = try desk.entries().count
    let long = String(repeating: "a", count: SealedNote.longestDraft)
    #expect(throws: VaultError.sealing) { try desk.keep("social", [Table.story: .text(long)]) }
    #expect(try desk.draftCount() == 0 && desk.entries().count == size)
  }
}
