import GRDB
import FoundationEssentials
import Sealing

/// Members and principals. Who holds which role is said by the log alone; what stands here are
/// sealed bundles and wraps, and small numbers for long ids.
extension Transaction {
  func setVault(id: Identifier, root: VerifyingKey, low: Bool) throws(VaultError) {
    try run(
      "INSERT INTO vault(one,id,root,low) VALUES(1,?,?,?)",
      [Data(id.bytes), Data(root.bytes), low ? 1 : 0])
  }

  func vault() throws(VaultError) -> (id: Identifier, low: Bool) {
    guard let row = try row("SELECT id,low FROM vault WHERE one=1"),
      let id = Identifier(try row.bytes(0))
    else { throw .notAVault }
    return (id, try row.int(1) != 0)
  }

  // MARK: Members

  func insertMember(_ id: MemberID, bundle: [UInt8]) throws(VaultError) -> Int {
    try run(
      "INSERT INTO member(id,bundle) VALUES(?,?)", [Data(id.identifier.bytes), Data(bundle)])
    return Int(db.lastInsertedRowID)
  }

  func member(_ id: MemberID) throws(VaultError) -> (key: Int, bundle: [UInt8])? {
    guard
      let row = try row(
        "SELECT key,bundle FROM member WHERE id=?", [Data(id.identifier.bytes)])
    else { return nil }
    return (try row.int(0), try row.bytes(1))
  }

  func memberID(_ key: Int) throws(VaultError) -> MemberID {
    guard let row = try row("SELECT id FROM member WHERE key=?", [key]),
      let id = Identifier(try row.bytes(0))
    else { throw .damagedRow }
    return MemberID(id)
  }

  /// The sealed keys of a member: those in use, and behind them those that wait for an admin.
  func setBundle(_ sealed: [UInt8], of key: Int) throws(VaultError) {
    try run("UPDATE member SET bundle=? WHERE key=?", [Data(sealed), key])
  }

  /// The sealed handle and name of a member, under the vault key.
  func setStaff(_ sealed: [UInt8], of key: Int) throws(VaultError) {
    try run("UPDATE member SET staff=? WHERE key=?", [Data(sealed), key])
  }

  func staff(of key: Int) throws(VaultError) -> [UInt8]? {
    guard
      let row = try row(
        "SELECT staff FROM member WHERE key=? AND staff IS NOT NULL", [key])
    else { return nil }
    return try row.bytes(0)
  }

  /// The sealed handle of somebody invited, until they enrol.
  func setInvited(_ sealed: [UInt8], seq: Int) throws(VaultError) {
    try run("INSERT INTO invited(seq,staff) VALUES(?,?)", [seq, Data(sealed)])
  }

  func invited(seq: Int) throws(VaultError) -> [UInt8]? {
    try row("SELECT staff FROM invited WHERE seq=?", [seq])?.bytes(0)
  }

  func insertSlot(_ bytes: [UInt8], number: Int, of key: Int) throws(VaultError) {
    try run("INSERT INTO slot(member,number,slot) VALUES(?,?,?)", [key, number, Data(bytes)])
  }

  /// One slot in the place of another; `secure_delete` overwrites the old one.
  func replaceSlot(
    number old: Int, of key: Int, by bytes: [UInt8], number: Int
  ) throws(VaultError) {
    try run("DELETE FROM slot WHERE member=? AND number=?", [key, old])
    try insertSlot(bytes, number: number, of: key)
  }

  func slots(of key: Int) throws(VaultError) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for row in try rows("SELECT slot FROM slot WHERE member=? ORDER BY number", [key]) {
      found.append(try row.bytes(0))
    }
    return found
  }

  /// Every slot of every member.
  func slots() throws(VaultError) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for row in try rows("SELECT slot FROM slot ORDER BY member,number") {
      found.append(try row.bytes(0))
    }
    return found
  }

  // MARK: Principals, batches and office keys

  /// The small number of a principal, made on first sight.
  func principalKey(_ principal: Principal) throws(VaultError) -> Int {
    if let key = try knownPrincipalKey(principal) { return key }
    try run(
      "INSERT INTO principal(kind,id,epoch) VALUES(?,?,?)",
      [Int(principal.kind), Data(principal.id.bytes), Int(principal.epoch)])
    return Int(db.lastInsertedRowID)
  }

  func knownPrincipalKey(_ principal: Principal) throws(VaultError) -> Int? {
    try row(
      "SELECT key FROM principal WHERE kind=? AND id=? AND epoch=?",
      [Int(principal.kind), Data(principal.id.bytes), Int(principal.epoch)])?.int(0)
  }

  func principal(_ key: Int) throws(VaultError) -> Principal {
    guard let row = try row("SELECT kind,id,epoch FROM principal WHERE key=?", [key]),
      let id = Identifier(try row.bytes(1)),
      let found = Principal(kind: try row.integer(0), reading: id, epoch: try row.integer(2))
    else { throw .damagedRow }
    return found
  }

  func insertBatch(
    _ id: Identifier, principal: Int, sealed: [UInt8]
  ) throws(VaultError) {
    try run(
      "INSERT INTO batch(id,principal,sealed) VALUES(?,?,?)",
      [Data(id.bytes), principal, Data(sealed)])
  }

  func batch(_ id: Identifier, principal: Int) throws(VaultError) -> [UInt8]? {
    try row(
      "SELECT sealed FROM batch WHERE id=? AND principal=?", [Data(id.bytes), principal])?.bytes(0)
  }

  /// The next batches of a principal, by id.
  func batches(
    of principal: Int, after id: Identifier?, limit: Int
  ) throws(VaultError) -> [(id: Identifier, sealed: [UInt8])] {
    var found: [(id: Identifier, sealed: [UInt8])] = []
    for row in try rows(
      "SELECT id,sealed FROM batch WHERE principal=? AND id>? ORDER BY id LIMIT ?",
      [principal, Data(id?.bytes ?? []), limit])
    {
      guard let id = Identifier(try row.bytes(0)) else { throw .damagedRow }
      found.append((id, try row.bytes(1)))
    }
    return found
  }

  func setBatch(_ id: Identifier, principal: Int, sealed: [UInt8]) throws(VaultError) {
    try run(
      "UPDATE batch SET sealed=? WHERE id=? AND principal=?",
      [Data(sealed), Data(id.bytes), principal])
  }

  func insertOfficePack(
    keyClass: UInt16, version: UInt32, principal: Int, outer: [UInt8]
  ) throws(VaultError) {
    try run(
      """
      INSERT INTO office_pack(class,version,principal,outer) VALUES(?,?,?,?) \
      ON CONFLICT(class,version,principal) DO UPDATE SET outer=excluded.outer
      """, [Int(keyClass), Int(version), principal, Data(outer)])
  }

  func officePack(
    keyClass: UInt16, version: UInt32, principal: Int
  ) throws(VaultError) -> [UInt8]? {
    try row(
      "SELECT outer FROM office_pack WHERE class=? AND version=? AND principal=?",
      [Int(keyClass), Int(version), principal])?.bytes(0)
  }

  /// The smallest number of an outer key that any wrap of an office key lies under.
  func leastOfficeNumber() throws(VaultError) -> UInt32 {
    var least = UInt32.max
    for row in try rows("SELECT substr(outer,1,4) FROM office_pack") {
      let bytes = try row.bytes(0)
      guard bytes.count == 4 else { throw .damagedRow }
      least = min(least, bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }
    return least
  }

  /// Takes a wrap of an office key from somebody.
  func deleteOfficePack(_ row: OfficePackRow) throws(VaultError) {
    try run(
      "DELETE FROM office_pack WHERE class=? AND version=? AND principal=?",
      [Int(row.keyClass), Int(row.version), row.principal])
  }

  /// Any holder's pack of a version: its first bytes say which outer key it lies under.
  func anyOfficePack(keyClass: UInt16, version: UInt32) throws(VaultError) -> [UInt8]? {
    try row(
      "SELECT outer FROM office_pack WHERE class=? AND version=? LIMIT 1",
      [Int(keyClass), Int(version)])?.bytes(0)
  }
}
