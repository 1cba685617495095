import Foundation
import GRDB
import Testing

@testable import Vault

/// Nothing confidential lies readable in any file of the vault after a day's work.
@Suite struct TracesTests {
  private static let planted = [
    "Nguyễn Thị Hoà", "+84912345678", "Bị lừa qua biên giới.", "Bầm tím cổ tay", "penicillin",
    "Nhà số 7", "Trần Văn Khẩn", "received", "2026-09", "ABCDEFGHJ", "BBCDEFGHK",
  ]

  private func forbidden() -> [String] {
    // A handle that is also a word of the log's language would be found there rightly.
    let handles = ["intake", "social", "health", "duty", "lead", "admin", "auditor"]
    return Self.planted + handles.map { "correct horse of \($0) 47" }
      + Self.planted.map { Data($0.utf8).base64EncodedString() }
      + ["hongnhung", Data("hongnhung".utf8).base64EncodedString()]
  }

  private func files(_ desk: Desk) throws -> [(name: String, bytes: Data)] {
    try FileManager.default.subpathsOfDirectory(atPath: desk.folder).compactMap { name in
      FileManager.default.contents(atPath: desk.folder + "/" + name).map { (name, $0) }
    }
  }

  @Test func noValueNoHandleNoPassphrase() throws {
    let desk = try Desk()
    var code = ""
    try desk.act("admin") { vault, session in
      code = TestOffice.text(
        try vault.invite("hongnhung", as: .socialWorker, by: session).code)
    }
    _ = try desk.vault("hongnhung").enrol(
      "hongnhung", code: TestOffice.secret(code),
      passphrase: TestOffice.secret("correct horse of hongnhung 47"))
    for handle in ["admin", "lead"] {
      try desk.act(handle) { vault, session in _ = try vault.admit("hongnhung", by: session) }
    }
    try desk.write("social", TestTable.name, "Trần Văn Khẩn", to: desk.shared)
    try desk.read("social", [TestTable.name, TestTable.story], of: desk.shared)
    #expect(throws: VaultError.self) { try desk.read("intake", [TestTable.name], of: desk.shared) }
    try desk.act("lead") { vault, session in
      _ = try vault.assign("hongnhung", to: desk.fresh, owner: true, as: session)
      _ = try vault.staff(as: session)
    }
    let found = try files(desk)
    #expect(found.contains { $0.name == "vault/records.db" })
    #expect(found.contains { $0.name == "vault/custody.db-journal" })
    for text in forbidden() + [code, "correct horse of hongnhung 47"] {
      for file in found {
        #expect(file.bytes.range(of: Data(text.utf8)) == nil, "\(text) in \(file.name)")
      }
    }
    // The search itself finds what is there: a role stands in the log in clear.
    #expect(found.contains { $0.bytes.range(of: Data("social_worker".utf8)) != nil })
  }

  /// A destroyed outer key leaves neither the custody file nor its journal.
  @Test func aDestroyedKeyIsGone() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.fresh)
    let key = try #require(
      try desk.inspect(desk.custody) { db in
        try Data.fetchOne(db, sql: "SELECT key FROM kk WHERE file=?", arguments: [file])
      })
    #expect(try files(desk).contains { $0.bytes.range(of: key) != nil })
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.fresh, owner: true, as: session)
    }
    for file in try files(desk) {
      #expect(file.bytes.range(of: key) == nil, "\(file.name)")
    }
  }

  /// Whoever may read the folder reads it by the group: nobody else.
  @Test func permissions() throws {
    let desk = try TestOffice(crew: [])
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(desk.path).map { $0 & 0o777 } == 0o770)
    for file in ["records.db", "custody.db", "custody.db-journal"] {
      #expect(try mode(desk.path + "/" + file) == 0o660, "\(file)")
    }
    let pins = desk.pins("lead")
    #expect(try mode(pins) == 0o700)
    for pin in try FileManager.default.contentsOfDirectory(atPath: pins) {
      #expect(try mode(pins + "/" + pin) == 0o600)
    }
  }
}
