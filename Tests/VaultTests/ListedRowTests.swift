import AuditLog
import GRDB
import Sealing
import Testing

@testable import Vault

/// What a list reads of many operations rows is what is read of each by itself.
@Suite struct ListedRowTests {
  private typealias Table = TestTable

  private static let values: [FieldID: FieldValue] = [
    FieldID(2): .list(["một", ""]), FieldID(7): .text("received"), FieldID(9): .integer(-5),
    FieldID(300): .bytes([1, 2]), FieldID(70_000): .absent(.declined),
  ]

  @Test func aFieldIsFound() throws {
    let bytes = OperationsRow(Self.values).encoded
    // As it lies in memory that held a longer row before.
    for row in [ListedRow(bytes), ListedRow(bytes + [1, 2, 3], count: bytes.count)] {
      let row = try #require(row)
      for (field, value) in Self.values { #expect(try row.value(of: field) == value) }
      for field: UInt32 in [0, 1, 3, 8, 299, 70_001, .max] {
        #expect(try row.value(of: FieldID(field)) == nil)
      }
      #expect(try row.values() == Self.values)
      #expect(try row.values(only: [FieldID(7), FieldID(8)]) == [FieldID(7): .text("received")])
      #expect(try row.values(only: []) == [:])
    }
    let empty = try #require(ListedRow(OperationsRow([:]).encoded))
    #expect(try empty.value(of: FieldID(7)) == nil)
  }

  @Test func aPartIsNoRow() {
    let bytes = OperationsRow(Self.values).encoded
    for count in 0..<bytes.count {
      #expect(ListedRow(bytes, count: count) == nil)
      #expect(ListedRow(Array(bytes.prefix(count))) == nil)
    }
    #expect(ListedRow(bytes, count: bytes.count + 1) == nil)
    #expect(ListedRow(bytes + [0]) == nil)
  }

  @Test func whatIsNoValueDoesNotOpen() throws {
    // Field 1 has a type that there is not; field 2 is text.
    let row = try #require(
      ListedRow([8, 0, 2, 0, 0, 0, 6, 0, 0, 0, 1, 0, 0, 0, 9, 0, 6, 0, 0, 0, 2, 0, 0, 0, 1, 0]))
    #expect(throws: VaultError.doesNotOpen) { try row.value(of: FieldID(1)) }
    #expect(throws: VaultError.doesNotOpen) { try row.values() }
    #expect(try row.value(of: FieldID(2)) == .text(""))
  }

  /// However the cases fall into lots, and whatever stands between them.
  @Test(arguments: [1, 2, 3, 5, 1024]) func everyCaseOnceInOrder(together: Int) throws {
    let desk = try Desk()
    let fresh = try desk.key(of: desk.fresh)
    let copies = 7
    // Rows that open nothing, with a gap before them, and of a case that is gone.
    try desk.tamper { db in
      for copy in 0..<copies {
        try db.execute(
          sql: """
            INSERT INTO file SELECT key+20+?,randomblob(16),version,man,prev,seq,writer,revision,\
            CASE WHEN ?=3 THEN x'' ELSE operations END FROM file WHERE key=?
            """, arguments: [copy, copy, fresh])
      }
    }
    try desk.act("lead") { vault, session in
      let keyring = session.keyring
      var shown: [(id: CaseID, status: FieldValue?)] = []
      try vault.looking { tx throws(VaultError) in
        try OperationsScan(vault: vault, keyring: keyring, together: together).run(
          tx, { _, row throws(VaultError) in try row.value(of: Table.status) }
        ) { id, value in shown.append((id, value ?? nil)) }
      }
      #expect(shown.count == 2 + copies - 1)
      #expect(shown.prefix(2).map(\.id) == [desk.fresh, desk.shared])
      #expect(shown.map { $0.status != nil }.filter(\.self).count == 2)
      for (id, status) in shown.prefix(2) {
        #expect(try desk.read("lead", [Table.status], of: id)[Table.status] == status)
      }
    }
  }
}
