import AuditLog
import Foundation
import GRDB
import Sealing

@testable import Vault

extension Desk {
  /// Whoever has the log key changes the row of entries and signs the tree anew.
  func resign(_ change: (inout [Data]) -> Void) throws {
    let vault = try vault("social")
    let session = try vault.unlock(
      "social", bundleKey: bundleKey("social"), sid: "0123456789abcdef")
    var leaves = try inspect { db in
      try Data.fetchAll(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx")
    }
    change(&leaves)
    var frontier = Frontier()
    for leaf in leaves { frontier.append(Tree.leafHash([UInt8](leaf))) }
    let (checkpoint, keyring) = (Checkpoint(origin: vault.origin, frontier), session.keyring)
    let note = try vault.custody.withLogKey { log throws(VaultError) in
      do { return try checkpoint.signed(log: log, member: keyring.bundle.signing) } catch {
        throw .sealing
      }
    }
    try tamperLog { db in
      try db.execute(sql: "DELETE FROM audit_leaf")
      for (index, leaf) in leaves.enumerated() {
        try db.execute(
          sql: "INSERT INTO audit_leaf VALUES(?,?,?)",
          arguments: [index, leaf, Data(Tree.leafHash([UInt8](leaf)).bytes)])
      }
      try db.execute(
        sql: "UPDATE audit_head SET size=?,frontier=?,note=?",
        arguments: [frontier.size, Data(frontier.encoded()), Data(note.bytes)])
    }
  }
}
