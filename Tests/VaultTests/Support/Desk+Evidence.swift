import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

extension Desk {
  static let evidenceFields: Set<FieldID> = [TestTable.fileName, TestTable.fileSum]

  /// Puts a file into a case.
  @discardableResult
  func attach(
    _ source: EvidenceSource, to id: CaseID? = nil, by handle: String = "social"
  ) throws -> Receipt {
    try act(handle) { vault, session in
      var writing = CaseWriting(
        .evidenceAdd,
        records: [
          RecordChange(
            .new, entity: Evidence.entity, fields: [TestTable.fileName: .text("anh.jpg")],
            name: .makeRandom())
        ])
      writing.attaching = source
      return try vault.write(writing, to: id ?? shared, as: session)
    }
  }

  func attach(_ content: [UInt8], to id: CaseID? = nil) throws -> RecordID {
    try #require(try attach(.bytes(content), to: id).records.first)
  }

  /// Gives out a file, whole or not at all.
  func content(
    of record: RecordID, in id: CaseID? = nil, by handle: String = "social",
    for purpose: Purpose? = .legal
  ) throws -> [UInt8] {
    try act(handle) { vault, session in
      var content: [UInt8] = []
      let saved = try vault.saveEvidence(
        record, Self.evidenceFields, of: id ?? shared, for: purpose, as: session
      ) { piece in
        content += piece
        return true
      }
      #expect(saved.count == content.count && saved.sum == Digest.of(content).hex)
      return content
    }
  }

  func listEvidence(
    of id: CaseID? = nil, by handle: String = "social", for purpose: Purpose? = .careManagement
  ) throws -> ListedEvidence {
    try act(handle) { vault, session in
      try vault.evidence(Self.evidenceFields, of: id ?? shared, for: purpose, as: session)
    }
  }

  /// The beginning of each row of every file.
  func sealedParts() throws -> [Data] {
    try inspect { db in
      try Data.fetchAll(db, sql: "SELECT substr(sealed,1,64) FROM evidence_part")
        + Data.fetchAll(db, sql: "SELECT substr(front,37,32) FROM evidence")
    }
  }
}

extension [UInt8] {
  /// Bytes that differ from place to place.
  static func pattern(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
  }
}
