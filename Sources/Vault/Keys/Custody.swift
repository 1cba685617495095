import Sealing

/// The keeper of everything whose destruction ends access: the outer key of each case, the key of
/// its pseudonym, and the key that signs the log. A type of its own so that it can move behind a
/// service with a user of its own without touching a format.
///
/// Written only under the records file's write lock, which is taken first: new keys are committed
/// here before the records commit, old ones destroyed after it.
final class Custody {
  let file: CustodyFile
  let vault: Identifier
  /// Counts destructions and replacements; the log states the same number.
  private(set) var generation: Int
  private let constants: CustodyFile.Constants
  /// Where a key lies for the length of one call; a guarded allocation for each would cost more than
  /// what is done with it.
  private var scratch: KeyArena
  private var signer: HeadSigner?

  /// - Throws: `custodyOfAnotherVault` when the file belongs to other records.
  ///
  /// - Parameter isExamined: whatever its tables are; for looking at what was done to them.
  init(opening path: String, vault: Identifier, isExamined: Bool = false) throws(VaultError) {
    scratch = try Self.makeScratch()
    file = try CustodyFile(opening: path, isExamined: isExamined)
    constants = try file.constants()
    generation = constants.generation
    self.vault = vault
    guard isExamined || !isOfAnotherVault else { throw .custodyOfAnotherVault }
  }

  /// Makes the custody of a new vault: a log key, the salt of the handles' hashes, and the key that
  /// turns a case code into a case id.
  init(creating path: String, vault: Identifier) throws(VaultError) {
    scratch = try Self.makeScratch()
    file = try CustodyFile(creating: path)
    constants = try file.insertConstants(vault: vault)
    self.vault = vault
    generation = 0
  }

  /// Whether the file says so; only one that is being examined is open then.
  var isOfAnotherVault: Bool { constants.vault != vault }

  // MARK: The log key and the two constants

  /// Lends the key that signs heads. It is read once, and again when it is not the one in force.
  ///
  /// - Parameter inForce: the log's own word for which it is; nil before there is one.
  func withLogKey<Result>(
    inForce: VerifyingKey? = nil,
    _ body: (borrowing SigningKey) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    if let signer, let inForce, signer.key.publicKey == inForce { return try body(signer.key) }
    var read = try readLogKey(number: 0)
    // The newest first: an older one signs only what is shown of long ago.
    var number = inForce == nil ? 0 : Int(try file.newestNumber(file: CustodyFile.logKeys) ?? 0)
    while number > 0 {
      let later = try readLogKey(number: number)
      if later.key.publicKey == inForce {
        read = later
        break
      }
      number -= 1
    }
    signer = read
    return try body(read.key)
  }

  private func readLogKey(number: Int) throws(VaultError) -> HeadSigner {
    defer { scratch.wipe() }
    let seed = try file.logSeed(number: number, into: &scratch)
    return HeadSigner(
      try VaultError.sealing { () throws(SealingError) in
        try SigningKey(seed: seed, in: scratch)
      })
  }

  /// Makes the log's next key, which nothing is signed with before an entry states it: one of the same
  /// number that no entry ever stated is written over.
  func makeLogKey(number: Int) throws(VaultError) -> VerifyingKey {
    defer { scratch.wipe() }
    let seed = scratch.makeRandom()
    try file.keepOuter(
      seed, in: scratch, file: CustodyFile.logKeys, number: UInt32(number))
    return try VaultError.sealing { () throws(SealingError) in
      try SigningKey(seed: seed, in: scratch).publicKey
    }
  }

  private static func makeScratch() throws(VaultError) -> KeyArena {
    try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
  }

  /// Answers what the body asks of the keys of cases from one look at the file.
  func looking<Result>(
    _ body: () throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    try file.looking(body)
  }

  var whoSalt: [UInt8] { constants.whoSalt }

  /// What entries say in place of a handle (`who`).
  func who(_ handle: String) -> Digest {
    Digest.of(Array("safekeep/who/1".utf8) + constants.whoSalt + Array(handle.utf8))
  }

  /// A case's id from its code: the first 16 bytes of HMAC-SHA-256 under a key that stays here. The
  /// records file then needs no index on codes, and finding a case does not depend on how many
  /// there are.
  func caseID(ofCode code: String) throws(VaultError) -> CaseID {
    let message = Array("safekeep/code/1".utf8) + Array(code.utf8)
    let digest = try file.codeHash(message)
    guard let id = Identifier(Array(digest.bytes.prefix(16))) else { throw .keyMissing }
    return CaseID(id)
  }

  /// A number that only custody can tell of a handle, evenly spread over all that there are.
  func share(ofUnknown handle: String) throws(VaultError) -> UInt64 {
    let digest = try file.codeHash(Array("safekeep/unknown/1".utf8) + Array(handle.utf8))
    return digest.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  // MARK: Keys of a case

  /// KK[case, number]. File 0 holds the outer keys of the office keys.
  func outerKey(
    of caseKey: Int, number: UInt32, into arena: inout KeyArena
  ) throws(VaultError) -> KeyHandle {
    guard let key = try file.outerKey(file: caseKey, number: number, into: &arena)
    else { throw missing(of: caseKey) }
    return key
  }

  /// The outer keys of a run of cases, ascending by case.
  func outerKeys(
    of cases: Range<Int>, most: Int, into arena: inout KeyArena
  ) throws(VaultError) -> [CustodyFile.OuterKey] {
    try file.outerKeys(of: cases, most: most, into: &arena)
  }

  /// The newest KK of a case.
  func newestNumber(of caseKey: Int) throws(VaultError) -> UInt32? {
    try file.newestNumber(file: caseKey)
  }

  /// K_rec[case]: what the log's pseudonym of the case is made with.
  func recordKey(
    of caseKey: Int, id: CaseID, into arena: inout KeyArena
  ) throws(VaultError) -> KeyHandle {
    guard let key = try file.recordKey(file: caseKey, id: id.identifier, into: &arena)
    else { throw missing(of: caseKey) }
    return key
  }

  /// Lends KK[case, number] for the length of a call.
  func withOuterKey<Result>(
    of caseKey: Int, number: UInt32,
    _ body: (KeyHandle, borrowing KeyArena) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    defer { scratch.wipe() }
    guard let key = try file.outerKey(file: caseKey, number: number, into: &scratch)
    else { throw missing(of: caseKey) }
    return try body(key, scratch)
  }

  /// What the log calls a case.
  func pseudonym(of caseKey: Int, id: CaseID) throws(VaultError) -> Identifier {
    defer { scratch.wipe() }
    guard let key = try file.recordKey(file: caseKey, id: id.identifier, into: &scratch)
    else { throw missing(of: caseKey) }
    return Pseudonym.ofCase(key, in: scratch)
  }

  /// What the log calls a record of a case.
  func itemName(
    of caseKey: Int, id: CaseID, record: RecordID
  ) throws(VaultError) -> Identifier {
    defer { scratch.wipe() }
    guard let key = try file.recordKey(file: caseKey, id: id.identifier, into: &scratch)
    else { throw missing(of: caseKey) }
    return Pseudonym.ofRecord(record, key, in: scratch)
  }

  /// A case that custody has no key of cannot be opened by anybody. Where it has another, the row that
  /// asked is what was altered; of an office key, a member may only hold another version.
  private func missing(of caseKey: Int) -> VaultError {
    let isWhole = (try? file.holdsBothKeys(file: caseKey)) ?? true
    return caseKey == 0 || isWhole ? .keyMissing : .caseKeyMissing
  }

  /// New keys, committed here when the body returns: before the records commit, so that no sealed
  /// row ever stands without the key that opens it. Keys whose records never committed are orphans
  /// and are overwritten by the next case that gets the same number.
  func adding<Result>(
    _ body: (CustodyFile.Additions) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    try file.adding(body)
  }

  /// One new outer key.
  func keepOuter(
    _ key: KeyHandle, in arena: borrowing KeyArena, file caseKey: Int, number: UInt32
  ) throws(VaultError) {
    try file.keepOuter(key, in: arena, file: caseKey, number: number)
  }

  /// Destroys the outer keys that some rows name, and of other rows every key of the case, that of its pseudonym too,
  /// and steps the generation. Idempotent: run again after a crash it changes nothing.
  func destroy(
    _ rows: [Transaction.PendingRow], whole: [Transaction.PendingRow] = []
  ) throws(VaultError) {
    guard let next = (rows + whole).map(\.generation).max() else { return }
    try file.destroy(rows, whole: whole)
    generation = max(generation, next)
  }

  /// Looks for the keys of a case once they are destroyed.
  /// - Parameter segment: where those of its part of the search index stand.
  func scan(forKeysOf caseKey: Int, and segment: Int) throws(VaultError) -> ByteScan {
    try file.scan(forKeysOf: caseKey, and: segment, isWhole: true)
  }

  /// The same of the outer keys alone, before there is another.
  func scan(forOuterKeysOf caseKey: Int, and segment: Int?) throws(VaultError) -> ByteScan {
    try file.scan(forKeysOf: caseKey, and: segment ?? caseKey, isWhole: false)
  }

  /// Another process may have stepped it since we looked.
  func refreshGeneration() throws(VaultError) {
    generation = try file.constants().generation
  }
}
