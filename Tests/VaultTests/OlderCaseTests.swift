import Foundation
import GRDB
import Testing

@testable import Vault

/// One case put back whole: whose fault that is.
@Suite struct OlderCaseTests {
  /// All rows of one case, as they were before its outer key was replaced.
  @Test func aCaseFromBeforeItsKeyWasReplaced() throws {
    let desk = try Desk()
    let kept = desk.folder + "/kept.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: kept)
    try desk.act("lead") { vault, session in
      _ = try vault.unassign("health", from: desk.shared, as: session)
    }
    let file = try desk.key(of: desk.shared)
    let queue = try DatabaseQueue(path: desk.records)
    try queue.inDatabase { db in
      try db.execute(sql: "ATTACH ? AS old", arguments: [kept])
      for table in ["pack", "class_key", "grant_list", "assignment", "excerpt"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE file=?", arguments: [file])
        try db.execute(
          sql: "INSERT INTO \(table) SELECT * FROM old.\(table) WHERE file=?", arguments: [file])
      }
      try db.execute(
        sql: """
          UPDATE file SET (man,prev,seq,version,operations)=\
          (SELECT man,prev,seq,version,operations FROM old.file o WHERE o.key=file.key) WHERE key=?
          """, arguments: [file])
    }
    try queue.close()
    #expect(try desk.verify().findings.map(\.code) == ["case.older"])
    // A key of custody that is another is still custody's fault.
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "UPDATE kk SET key=zeroblob(32) WHERE file<>? AND file>0", arguments: [file])
    }
    #expect(Set(try desk.verify().findings.map(\.code)) == ["case.older", "case.key"])
  }
}
