import FoundationEssentials
import GRDB
import Sealing

/// The custody file: the second SQLite database.
final class CustodyFile {
  let queue: DatabaseQueue
  let path: String
  /// Read once: it never changes, and an import asks for it with every case.
  private var codeKey: CodeKey?

  struct Constants {
    var vault: Identifier
    var generation: Int
    var whoSalt: [UInt8]
  }

  init(opening path: String, isExamined: Bool = false) throws(VaultError) {
    self.path = path
    queue = try SQLiteFile.open(path, journal: .persist, isExamined: isExamined)
    try SQLiteFile.check(
      queue, applicationID: CustodySchema.applicationID, format: CustodySchema.format,
      schema: isExamined ? nil : CustodySchema.statements)
  }

  /// Whether the tables are not the ones that this program makes.
  func isSchemaAltered() throws(VaultError) -> Bool {
    try SQLiteFile.isAltered(queue, CustodySchema.statements)
  }

  init(creating path: String) throws(VaultError) {
    self.path = path
    queue = try SQLiteFile.open(path, journal: .persist)
    try SQLiteFile.create(
      queue, applicationID: CustodySchema.applicationID, format: CustodySchema.format,
      schema: CustodySchema.statements)
  }

  /// The transaction at hand: a question asked while keys are being added is answered inside it.
  private var current: Transaction?
  /// Whether that is a look, in which nothing may be written.
  private var isLook = false

  func look<Result>(
    _ body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    if let current { return try body(current) }
    return try SQLiteFile.transaction(queue, .deferred) { db throws(VaultError) in
      try body(Transaction(db))
    }
  }

  /// Answers everything that the body asks from one look: to begin one costs SQLite a dozen system
  /// calls, and an act asks for six or eight keys. What is changed meanwhile is committed at once, and
  /// the look begun anew.
  func looking<Result>(
    _ body: () throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    if current != nil { return try body() }
    return try SQLiteFile.looking(queue) { db throws(VaultError) in
      (current, isLook) = (Transaction(db), true)
      defer { (current, isLook) = (nil, false) }
      return try body()
    }
  }

  func change<Result>(
    _ body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    if let current {
      guard isLook else { return try body(current) }
      isLook = false
      defer { isLook = true }
      return try SQLiteFile.apart(current.db) { () throws(VaultError) in try body(current) }
    }
    defer { current = nil }
    return try SQLiteFile.transaction(queue, .immediate) { db throws(VaultError) in
      let tx = Transaction(db)
      current = tx
      return try body(tx)
    }
  }

  // MARK: Constants

  func insertConstants(vault: Identifier) throws(VaultError) -> Constants {
    let salt = Randomness.bytes(16)
    try change { tx throws(VaultError) in
      try tx.run(
        """
        INSERT INTO custody(one,vault,generation,log_seed,who_salt,code_key) VALUES(1,?,0,?,?,?)
        """,
        [
          Data(vault.bytes), Data(Randomness.bytes(32)), Data(salt), Data(Randomness.bytes(32)),
        ])
    }
    return Constants(vault: vault, generation: 0, whoSalt: salt)
  }

  func constants() throws(VaultError) -> Constants {
    try look { tx throws(VaultError) in
      guard let row = try tx.row("SELECT vault,generation,who_salt FROM custody WHERE one=1"),
        let vault = Identifier(try row.bytes(0))
      else { throw .custodyMissing }
      return Constants(
        vault: vault, generation: try row.int(1), whoSalt: try row.bytes(2))
    }
  }

  /// The seed of one of the log's signing keys: the first stands with the constants, those that took its
  /// place one after the other beside the outer keys.
  func logSeed(number: Int, into arena: inout KeyArena) throws(VaultError) -> KeyHandle {
    let handle =
      number == 0
      ? try key("SELECT log_seed FROM custody WHERE one=1", [], into: &arena)
      : try outerKey(file: Self.logKeys, number: UInt32(number), into: &arena)
    guard let handle else { throw .custodyMissing }
    return handle
  }

  /// The `file` under which seeds of later log keys stand.
  static let logKeys = -1

  func codeHash(_ message: [UInt8]) throws(VaultError) -> Digest {
    if let codeKey { return codeKey.hash(message) }
    let key = try readCodeKey()
    codeKey = key
    return key.hash(message)
  }

  /// SHA-256(label ‖ vault ‖ who_salt ‖ code_key), the key from guarded memory.
  func constantsDigest(vault: Identifier, label: [UInt8]) throws(VaultError) -> Digest {
    let salt = try constants().whoSalt
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
    guard let key = try key("SELECT code_key FROM custody WHERE one=1", [], into: &arena)
    else { throw .custodyMissing }
    var digest = DigestContext()
    digest.update(label + vault.bytes + salt)
    arena.withKey(key) { digest.update($0) }
    return digest.finish()
  }

  private func readCodeKey() throws(VaultError) -> CodeKey {
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
    let handle = try key("SELECT code_key FROM custody WHERE one=1", [], into: &arena)
    guard let handle else { throw .custodyMissing }
    return CodeKey(handle, in: arena)
  }

  // MARK: Keys

  func outerKey(
    file: Int, number: UInt32, into arena: inout KeyArena
  ) throws(VaultError) -> KeyHandle? {
    try key(
      "SELECT key FROM kk WHERE file=? AND number=?", [file, Int(number)], into: &arena)
  }

  func newestNumber(file: Int) throws(VaultError) -> UInt32? {
    try look { tx throws(VaultError) in
      guard
        let row = try tx.row(
          "SELECT number FROM kk WHERE file=? ORDER BY number DESC LIMIT 1", [file])
      else { return nil }
      return try row.integer(0)
    }
  }

  func recordKey(
    file: Int, id: Identifier, into arena: inout KeyArena
  ) throws(VaultError) -> KeyHandle? {
    try key(
      "SELECT key FROM rec WHERE file=? AND id=?", [file, Data(id.bytes)], into: &arena)
  }

  /// A custody key of a case.
  typealias OuterKey = (file: Int, number: UInt32, handle: KeyHandle)

  /// The outer keys of a run of cases, ascending by case; straight from SQLite's rows into guarded memory.
  ///
  /// - Parameter most: how many may be taken; a file that holds more was tampered with.
  func outerKeys(
    of keys: Range<Int>, most: Int, into arena: inout KeyArena
  ) throws(VaultError) -> [OuterKey] {
    var found: [OuterKey] = []
    try look { tx throws(VaultError) in
      try tx.each(
        "SELECT file,number,key FROM kk WHERE file>=? AND file<? ORDER BY file",
        [keys.lowerBound, keys.upperBound]
      ) { row throws(VaultError) in
        guard found.count < most else { throw .damagedRow }
        let handle = try row.withBytes(2) { bytes throws(VaultError) in
          try VaultError.sealing { () throws(SealingError) in try arena.load(bytes.span) }
        }
        found.append((try row.readInt(0), UInt32(clamping: try row.readInt(1)), handle))
      }
    }
    return found
  }

  /// Whether a case has an outer key and a key of its pseudonym, whichever.
  func holdsBothKeys(file: Int) throws(VaultError) -> Bool {
    try look { tx throws(VaultError) in
      try tx.row(
        "SELECT 1 FROM kk JOIN rec ON rec.file=kk.file WHERE kk.file=? LIMIT 1", [file]) != nil
    }
  }

  /// Reads one key straight from SQLite's row into guarded memory.
  private func key(
    _ sql: String, _ arguments: StatementArguments, into arena: inout KeyArena
  ) throws(VaultError) -> KeyHandle? {
    var found: KeyHandle?
    try look { tx throws(VaultError) in
      guard let row = try tx.row(sql, arguments) else { return }
      let bytes = try row.data(0)
      found = try VaultError.sealing { () throws(SealingError) in try arena.load(bytes.span) }
    }
    return found
  }

  // MARK: Changes

  /// What may be added in one go.
  struct Additions {
    fileprivate let tx: Transaction

    /// Keeps a new outer key. One of the same case and number, left by a rotation that did not come to its end, is
    /// overwritten; a new case takes the number of none that has a key (`largestFile`).
    func keep(outer key: KeyHandle, in arena: borrowing KeyArena, file: Int, number: UInt32)
      throws(VaultError)
    {
      try tx.run(
        "INSERT OR REPLACE INTO kk(file,number,key) VALUES(?,?,?)",
        [file, Int(number), arena.withKey(key) { Data(copying: $0) }])
    }

    func keep(record key: KeyHandle, in arena: borrowing KeyArena, file: Int, id: Identifier)
      throws(VaultError)
    {
      try tx.run(
        "INSERT OR REPLACE INTO rec(file,id,key) VALUES(?,?,?)",
        [file, Data(id.bytes), arena.withKey(key) { Data(copying: $0) }])
    }
  }

  func adding<Result>(
    _ body: (Additions) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    try change { tx throws(VaultError) in try body(Additions(tx: tx)) }
  }

  func keepOuter(
    _ key: KeyHandle, in arena: borrowing KeyArena, file: Int, number: UInt32
  ) throws(VaultError) {
    let bytes = arena.withKey(key) { Data(copying: $0) }
    try change { tx throws(VaultError) in
      try tx.run(
        "INSERT OR REPLACE INTO kk(file,number,key) VALUES(?,?,?)", [file, Int(number), bytes])
    }
  }
}
