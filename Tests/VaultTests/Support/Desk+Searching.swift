import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// People who are found: terms as Casework would make them, much simpler.
extension Desk {
  /// Kinds of terms.
  enum Kind {
    static let whole: UInt8 = 1
    static let syllable: UInt8 = 2
    static let phone: UInt8 = 3
  }

  static func terms(_ name: String) -> [SearchTerm] {
    let lower = name.lowercased()
    return [SearchTerm(version: 1, kind: Kind.whole, Array(lower.utf8))]
      + lower.split(separator: " ").map {
        SearchTerm(version: 1, kind: Kind.syllable, Array($0.utf8))
      }
  }

  static func phoneTerms(_ number: String) -> [SearchTerm] {
    [SearchTerm(version: 1, kind: Kind.phone, Array(number.utf8))]
  }

  static func opening(_ code: String, _ name: String, phone: String = "") -> CaseOpening {
    var opening = TestOffice.opening(code)
    let place = opening.records.firstIndex { $0.entity == TestTable.identity } ?? 0
    opening.records[place].fields[TestTable.name] = .text(name)
    opening.records[place].terms = [
      TestTable.name: terms(name), TestTable.phone: phone.isEmpty ? [] : phoneTerms(phone),
    ]
    return opening
  }

  @discardableResult
  func open(
    _ code: String, _ name: String, phone: String = "", by handle: String = "intake"
  ) throws -> CaseID {
    try act(handle) { vault, session in
      try vault.openCase(Self.opening(code, name, phone: phone), as: session).id
    }
  }

  /// A name with what it is found by.
  func rename(_ id: CaseID, _ name: String, by handle: String = "social") throws {
    try act(handle) { vault, session in
      var change = RecordChange(
        .sole, entity: TestTable.identity, fields: [TestTable.name: .text(name)])
      change.terms = [TestTable.name: Self.terms(name)]
      _ = try vault.write([change], to: id, as: session)
    }
  }

  /// Many of one name, all at once; 48 and more begin another segment.
  func register(_ count: Int, _ name: (Int) -> String, by handle: String = "lead") throws {
    try act(handle) { vault, session in
      var number = 0
      let digest = try RegisterDigest { () throws(VaultError) -> [UInt8]? in nil }
      _ = try vault.importCases(register: digest, as: session) {
        () throws(VaultError) -> CaseOpening? in
        guard number < count else { return nil }
        defer { number += 1 }
        return Self.opening(Self.code(number), name(number))
      }
    }
  }

  static func code(_ number: Int) -> String {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
    return "Z" + String([4096 * 6, 1024, 256, 64, 16, 4, 1].map { letters[number / $0 % 24] })
  }

  func find(
    _ terms: [SearchTerm], by handle: String = "lead"
  ) throws -> (search: Search, found: [SearchMatch]) {
    try act(handle) { vault, session in
      try vault.search(terms, for: .careManagement, as: session) { $0 }
    }
  }

  /// Those in whose name everything was found that was asked for.
  func find(_ name: String, by handle: String = "lead") throws -> Set<CaseID> {
    let terms = Self.terms(name)
    return Set(
      try find(terms, by: handle).found.compactMap { match in
        guard case .case(let id) = match.subject,
          match.fields.contains(where: { $0.matched.count == terms.count })
        else { return nil }
        return id
      })
  }

  func segments() throws -> [Data] {
    try inspect { db in
      try Data.fetchAll(db, sql: "SELECT sealed FROM segment ORDER BY number")
    }
  }

  func faults(by handle: String = "lead") throws -> [SearchState] {
    try act(handle) { vault, session in
      try vault.indexFaults(of: [TestTable.name, TestTable.phone], as: session).faults
    }
  }

  func identity(of id: CaseID) throws -> RecordID {
    let key = try record(TestTable.identity, of: id)
    let bytes = try inspect { db in
      try #require(
        try Data.fetchOne(db, sql: "SELECT id FROM record WHERE key=?", arguments: [key]))
    }
    return RecordID(try #require(Identifier([UInt8](bytes))))
  }

  /// What the cases say, put in again.
  func reindex(_ names: [CaseID: String], by handle: String = "lead") throws {
    let cases = try names.map { id, name in
      let record = try identity(of: id)
      return (
        id: id,
        fields: [
          SearchField(record: record, field: TestTable.name, terms: Self.terms(name)),
          SearchField(record: record, field: TestTable.phone, terms: []),
        ]
      )
    }
    try act(handle) { vault, session in _ = try vault.reindex(cases, as: session) }
  }
}
