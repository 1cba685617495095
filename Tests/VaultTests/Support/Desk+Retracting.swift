import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

extension Desk {
  /// The name of a record of some kind, in sight or not; the last of several.
  func name(of kind: UInt16, in id: CaseID? = nil) throws -> RecordID {
    let file = try key(of: id ?? shared)
    let bytes = try inspect { db in
      try #require(
        try Data.fetchOne(
          db, sql: "SELECT id FROM record WHERE file=? AND (entity&16383)=? ORDER BY key DESC",
          arguments: [file, Int(kind)]))
    }
    return RecordID(try #require(Identifier([UInt8](bytes))))
  }

  /// Takes a record out of sight, and asks that it be destroyed; or asks anew in the place of an ask.
  @discardableResult
  func retract(
    _ kind: UInt16, _ record: RecordID? = nil, by handle: String = "social", of id: CaseID? = nil,
    replacing asked: Int? = nil
  ) throws -> Int {
    let record = try record ?? name(of: kind, in: id)
    return try act(handle) { vault, session in
      var writing = CaseWriting(.retract)
      writing.second = .ask(
        subject: ErasureSubject("wrong_file", .record(record, kind: kind)).text,
        list: TestTable.pending)
      (writing.kind, writing.retracting) = ("wrong_file", record)
      (writing.ending, writing.ref) = (.holding(record), asked)
      return try vault.write(writing, to: id ?? shared, as: session).entry
    }
  }

  /// It is not taken back, and is there again.
  @discardableResult
  func leave(
    _ asked: Int, by handle: String = "deputy", finding terms: [SearchField] = [],
    in id: CaseID? = nil
  ) throws -> Int {
    try act(handle) { vault, session in
      var writing = CaseWriting(.approvalRefuse)
      writing.second = .answer(asked, list: TestTable.pending)
      writing.returning = terms
      return try vault.write(writing, to: id ?? shared, as: session).entry
    }
  }

  /// One more record of a kind.
  func add(
    _ field: FieldID, _ text: String, by handle: String = "social", to id: CaseID? = nil
  ) throws {
    try act(handle) { vault, session in
      let entity = try #require(vault.fields[field]).entity
      let change = RecordChange(.new, entity: entity, fields: [field: .text(text)])
      _ = try vault.write([change], to: id ?? shared, as: session)
    }
  }

  /// No file of the vault's directory has any of it.
  func expectNowhere(_ secrets: [Data], _ place: SourceLocation = #_sourceLocation) throws {
    let left = try everyByte()
    for secret in secrets {
      #expect(!left.contains { $0.range(of: secret) != nil }, sourceLocation: place)
    }
  }
}
