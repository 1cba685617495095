import GRDB
import FoundationEssentials
import Sealing

/// Packs, key versions and grants of a case.
extension Transaction {
  /// A version of a class key, and the entry whose author made it.
  struct ClassKeyRow: Equatable {
    var keyClass: UInt16
    var version: UInt32
    var seq: Int
    /// Somebody who could read lost access: the next writer makes a new version.
    var isDue: Bool
    /// Nobody holds a wrap of it: what lay under it was erased. It is due then too.
    var isGone = false
  }

  func packs(of file: Int) throws(VaultError) -> [(principal: Int, outer: [UInt8])] {
    var found: [(principal: Int, outer: [UInt8])] = []
    for row in try rows(
      "SELECT principal,outer FROM pack WHERE file=? ORDER BY principal", [file])
    {
      found.append((try row.int(0), try row.bytes(1)))
    }
    return found
  }

  func pack(of file: Int, principal: Int) throws(VaultError) -> [UInt8]? {
    try row(
      "SELECT outer FROM pack WHERE file=? AND principal=?", [file, principal])?.bytes(0)
  }

  func setPack(_ outer: [UInt8], of file: Int, principal: Int) throws(VaultError) {
    try run(
      """
      INSERT INTO pack(file,principal,outer) VALUES(?,?,?) \
      ON CONFLICT(file,principal) DO UPDATE SET outer=excluded.outer
      """, [file, principal, Data(outer)])
  }

  func deletePack(of file: Int, principal: Int) throws(VaultError) {
    try run("DELETE FROM pack WHERE file=? AND principal=?", [file, principal])
  }

  func classKeys(of file: Int) throws(VaultError) -> [ClassKeyRow] {
    var found: [ClassKeyRow] = []
    for row in try rows(
      "SELECT class,version,seq,due FROM class_key WHERE file=? ORDER BY class,version", [file])
    {
      found.append(
        ClassKeyRow(
          keyClass: try row.integer(0), version: try row.integer(1), seq: try row.int(2),
          isDue: try row.int(3) != 0, isGone: try row.int(3) == Self.gone))
    }
    return found
  }

  /// The newest version of the key of a class that anything may lie under; nil where there is none.
  func newestKey(of fieldClass: FieldClass, in file: Int) throws(VaultError) -> UInt32? {
    try classKeys(of: file).last { $0.keyClass == fieldClass.rawValue && !$0.isGone }?.version
  }

  func markClassKeysDue(of file: Int) throws(VaultError) {
    try run("UPDATE class_key SET due=1 WHERE file=? AND due=0", [file])
  }

  /// The keys of one class, and of what is restricted in it.
  func markClassKeysDue(of file: Int, _ fieldClass: FieldClass) throws(VaultError) {
    try run(
      "UPDATE class_key SET due=1 WHERE file=? AND class<? AND (class&255)=? AND due=0",
      [file, Int(Restriction.endOfClasses), Int(fieldClass.rawValue)])
  }

  /// Every version of some keys that there is.
  ///
  /// - Parameter isGone: no wrap of them is left.
  func markClassKeys(_ keyClasses: Set<UInt16>, of file: Int, gone isGone: Bool) throws(VaultError)
  {
    for keyClass in keyClasses.sorted() {
      try run(
        "UPDATE class_key SET due=max(due,?) WHERE file=? AND class=?",
        [isGone ? Self.gone : 1, file, Int(keyClass)])
    }
  }

  /// `due` of a key whose wraps were destroyed.
  private static let gone = 2

  func insertGrantList(_ list: [UInt8], of file: Int, seq: Int) throws(VaultError) {
    try run("INSERT INTO grant_list(file,seq,list) VALUES(?,?,?)", [file, seq, Data(list)])
  }

  func grantList(of file: Int, seq: Int) throws(VaultError) -> [UInt8]? {
    try row("SELECT list FROM grant_list WHERE file=? AND seq=?", [file, seq])?.bytes(0)
  }

  /// Every grant list of a case, ascending by entry; of the office for 0.
  func grantLists(of file: Int) throws(VaultError) -> [(seq: Int, list: [UInt8])] {
    try rows("SELECT seq,list FROM grant_list WHERE file=? ORDER BY seq", [file]).map {
      row throws(VaultError) in (try row.int(0), try row.bytes(1))
    }
  }
}
