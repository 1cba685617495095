import AuditLog
public import Sealing

/// Somebody outside who signs the heads of a log, each only if it continues the one before: then whoever
/// trusts them need not trust the log to have shown everybody the same.
///
/// A witness has no vault and sees no entry. It has a key of its own and a memory of its own, both in a
/// folder of its account; what it signs is on its disk before it signs.
public struct Witness {
  /// The name that stands in its lines.
  public let name: String
  private let folder: WitnessFolder

  /// - Parameters:
  ///   - name: graphic ASCII without a plus sign; by custom a domain and a word, `auditor.example/w1`.
  ///   - data: the folder of this program's own data.
  /// - Throws: `witness(.name)`.
  public init(named name: String, in data: String) throws(VaultError) {
    guard (try? NoteKey(name: name, key: Self.anyKey())) != nil else { throw .witness(.name) }
    self.name = name
    folder = WitnessFolder(of: name, in: data)
  }

  /// Only to have names judged by the same rule as everywhere.
  private static func anyKey() throws(SealingError) -> VerifyingKey {
    try SigningKey.makeRandom().publicKey
  }

  /// Whether there is no key of this name yet, so that the next signing makes one.
  public func isNew() throws(VaultError) -> Bool { try folder.key() == nil }

  /// Checks a request without signing it: before anybody is asked for a passphrase.
  ///
  /// - Throws: `witness`, as ``cosign(_:logKeys:passphrase:low:now:)`` does.
  public func check(_ request: [UInt8], logKeys: [String]) throws(VaultError) {
    _ = try judge(request, Self.keys(logKeys))
  }

  /// Signs the head of a request, if it continues the one signed before.
  ///
  /// - Parameters:
  ///   - request: the body of `add-checkpoint` (c2sp.org/tlog-witness).
  ///   - logKeys: the log's vkeys, oldest first; one is needed the first time, and each to which the log changed
  ///     since.
  ///   - passphrase: of this witness; of a key that is to be made, the new one.
  ///   - low: the least cost of stretching, for a new key.
  ///   - now: UTC milliseconds.
  /// - Throws: `witness` by reason; `wrongPassphrase`; `passphraseForm`, `passphraseWeak` of a new one.
  public func cosign(
    _ request: [UInt8], logKeys: [String], passphrase: borrowing SecretBytes, low: Bool, now: Int
  ) throws(VaultError) -> Cosigned {
    let given = try Self.keys(logKeys)
    // What will be refused makes no key and costs no second.
    _ = try judge(request, given)
    try folder.make()
    // Before the lock: it takes a second.
    let isNew = try isNew()
    let keys = try unlock(passphrase, low: low)
    let (record, previous) = try folder.alone { () throws(VaultError) in
      let (record, previous) = try judge(request, given)
      // On the disk before it is signed: two runs, or one that died here and its repetition, can never sign
      // two heads of which neither continues the other.
      if record != previous { try folder.keep(record) }
      return (record, previous)
    }
    return try sign(record, keys, previous, isNew: isNew, now)
  }

  private func sign(
    _ record: WitnessRecord, _ keys: borrowing MemberBundle, _ previous: WitnessRecord?,
    isNew: Bool, _ now: Int
  ) throws(VaultError) -> Cosigned {
    do throws(AuditLogError) {
      var note = record.note
      try note.cosign(as: name, at: now / 1_000, with: keys.signing)
      let vkey = try NoteKey(
        name: name, algorithm: .cosignature, key: keys.signing.publicKey)
      let isSameKey = previous.map { $0.logKey == record.logKey } ?? false
      return Cosigned(
        note: note.bytes, vkey: vkey.text, size: record.head.size,
        previous: previous?.head.size ?? 0, logKey: record.logKey.text, isNewKey: isNew,
        hasOtherLogKey: isSameKey && record.note.signatures.count > 1)
    } catch { throw .witness(.request) }
  }

  // MARK: The key

  private func unlock(
    _ passphrase: borrowing SecretBytes, low: Bool
  ) throws(VaultError) -> MemberBundle {
    if let file = try folder.key() { return try open(file, passphrase) }
    let words = try Passphrase.accept(passphrase)
    let cost: StretchingCost = low ? .low : .member
    let name = name
    let made = try VaultError.sealing { () throws(SealingError) in
      try WitnessKeyFile.make(named: name, passphrase: words, cost: cost)
    }
    // Whoever was first made the key; the other opens that one, if it has the same passphrase.
    let file = try folder.alone { () throws(VaultError) in
      if let file = try folder.key() { return file }
      try folder.keep(made)
      return made
    }
    return try open(file, passphrase)
  }

  private func open(
    _ file: WitnessKeyFile, _ passphrase: borrowing SecretBytes
  ) throws(VaultError) -> MemberBundle {
    let words = try Passphrase.normalize(passphrase)
    do { return try file.open(named: name, passphrase: words) } catch .doesNotOpen {
      throw .wrongPassphrase
    } catch { throw VaultError(error) }
  }

  private static func keys(_ texts: [String]) throws(VaultError) -> [NoteKey] {
    try texts.map { text throws(VaultError) in
      guard let key = try? NoteKey(parsing: text), key.algorithm == .ed25519 else {
        throw .witness(.logKeyForm)
      }
      return key
    }
  }

  // MARK: The judgement

  /// What is to be remembered if the request is good, and what is remembered now.
  private func judge(
    _ bytes: [UInt8], _ given: [NoteKey]
  ) throws(VaultError) -> (next: WitnessRecord, previous: WitnessRecord?) {
    guard let request = try? WitnessRequest(parsing: bytes),
      let note = try? request.checkpoint.bare(), let claimed = try? Checkpoint(parsing: note.text)
    else { throw .witness(.request) }
    let record = try folder.record(of: claimed.origin)
    guard let known = record?.logKey ?? given.last else { throw .witness(.logKeyMissing) }
    let next: WitnessRecord
    do {
      let key = try record?.key(given: given, for: note) ?? known
      next = try WitnessRecord(logKey: key, note: note)
    } catch { throw .witness(.logSignature) }
    // Signed once already: to say so again says nothing new, from whatever size was asked.
    if next.head == record?.head { return (next, record) }
    do throws(AuditLogError) {
      _ = try request.verify(record: record?.head, log: next.logKey)
    } catch {
      throw try refusal(error, next, recorded: record?.head.size ?? 0)
    }
    return (next, record)
  }

  private func refusal(
    _ error: AuditLogError, _ next: WitnessRecord, recorded: Int
  ) throws(VaultError) -> VaultError {
    switch error {
    case .head(.rollback): return .witness(.rollback(recorded: recorded))
    case .head(.pin):
      try folder.keep(otherHead: next.note, next.head)
      return .witness(.split(size: recorded))
    case .head(.size): return .witness(.oldSize(recorded: recorded))
    // From no head at all nothing can be proven, so it is the request that is wrong.
    case .proof where recorded > 0: return .witness(.proof)
    default: return .witness(.request)
    }
  }
}
