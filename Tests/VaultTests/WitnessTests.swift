import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// A witness signs one history, whatever happens in between.
@Suite struct WitnessTests {
  private static let name = "auditor.example/w1"
  private static let now = 1_789_003_600_123
  private let data = NSTemporaryDirectory() + "safekeep-witness-" + UUID().uuidString

  private func secret(_ text: String = "correct horse battery witness") throws -> SecretBytes {
    try SecretBytes(capacity: 64) { out in for byte in text.utf8 { out.append(byte) } }
  }

  private func cosign(
    _ request: [UInt8], key: String? = nil, keys: [String] = [], passphrase: String? = nil,
    name: String = Self.name
  ) throws -> Cosigned {
    let words = try passphrase.map(secret) ?? secret()
    return try Witness(named: name, in: data).cosign(
      request, logKeys: key.map { [$0] } ?? keys, passphrase: words, low: true, now: Self.now)
  }

  private func expect(
    _ fault: WitnessFault, _ request: [UInt8], key: String? = nil,
    _ place: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: VaultError.witness(fault), sourceLocation: place) {
      try cosign(request, key: key)
    }
    // Known before the passphrase is asked for.
    #expect(throws: VaultError.witness(fault), sourceLocation: place) {
      try Witness(named: Self.name, in: data).check(request, logKeys: key.map { [$0] } ?? [])
    }
  }

  private var folder: String {
    data + "/witness/" + Digest.of(Array(Self.name.utf8)).identifier.hex
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func seen() throws -> URL {
    URL(fileURLWithPath: folder + "/" + (try #require(files().first { $0.hasSuffix(".seen") })))
  }

  @Test func itSignsWhatContinues() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let log = ForkedLog()
    let first = try cosign(log.request(old: 0, new: 5), key: log.vkey())
    #expect(first.isNewKey && first.previous == 0 && first.size == 5)
    let next = try cosign(log.request(old: 5, new: 300))
    #expect(!next.isNewKey && next.previous == 5 && next.size == 300)
    #expect(next.vkey == first.vkey)
    #expect(try next.logKey == log.vkey())
    let note = try SignedNote(parsing: next.note)
    #expect(note.verdict(of: try NoteKey(parsing: next.vkey)) == .valid)
    #expect(note.verdict(of: try NoteKey(parsing: log.vkey())) == .valid)
    #expect(SignedNote.cosignatureTime(note.signatures[1]) == 1_789_003_600)
    // Nobody else reads the key or what was signed.
    for file in try files() {
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
      #expect(mode[.posixPermissions] as? Int == 0o600)
    }
    #expect(
      try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
  }

  @Test func itRefusesEveryOtherHistory() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let (log, other) = (ForkedLog(), ForkedLog(fork: 40))
    _ = try cosign(log.request(old: 0, new: 50), key: log.vkey())
    expect(.rollback(recorded: 50), try log.request(old: 0, new: 49))
    expect(.rollback(recorded: 50), try log.request(old: 49, new: 49))
    expect(.split(size: 50), try other.request(old: 0, new: 50))
    expect(.split(size: 50), try other.request(old: 50, new: 50))
    expect(.proof, try other.request(old: 50, new: 60))
    expect(.proof, try log.request(old: 50, new: 60, spoilProof: true))
    expect(.oldSize(recorded: 50), try log.request(old: 0, new: 60))
    expect(.oldSize(recorded: 50), try log.request(old: 30, new: 60))
    // Both heads of the split are there to be shown.
    let kept = try files().filter { $0.hasPrefix("split-50-") }
    #expect(kept.count == 1)
    let proof = try SignedNote(
      parsing: [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(kept[0])"))))
    #expect(proof.verdict(of: try NoteKey(parsing: log.vkey())) == .valid)
    #expect(try cosign(log.request(old: 50, new: 60)).previous == 50)
  }

  @Test func itTrustsTheKeyItWasToldAndNoOther() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let log = ForkedLog()
    let newKey = try log.vkey(1)
    expect(.logKeyMissing, try log.request(old: 0, new: 5))
    expect(.logKeyForm, try log.request(old: 0, new: 5), key: "nonsense")
    let proof = "old 0\n\(Data(Tree.emptyRoot.bytes).base64EncodedString())\n"
    let first = String(decoding: try log.request(old: 0, new: 5), as: UTF8.self)
    let padded = first.replacingOccurrences(of: "old 0\n", with: proof)
    expect(.request, Array(padded.utf8), key: try log.vkey())
    expect(.logSignature, try log.request(old: 0, new: 5), key: newKey)
    expect(.request, Array("old 0\n\nnothing\n".utf8), key: try log.vkey())
    #expect(!FileManager.default.fileExists(atPath: folder + "/key"))
    _ = try cosign(log.request(old: 0, new: 5), key: log.vkey())
    // A head that only the old key signed does not bring in a new one.
    expect(.logSignature, try log.request(old: 5, new: 6), key: newKey)
    let both = try log.request(old: 5, new: 6, besides: 1)
    #expect(try cosign(both, key: newKey).logKey == newKey)
    // From now on the old key alone is not enough.
    expect(.logSignature, try log.request(old: 6, new: 7))
  }

  /// Somebody signs the head with which the log changed its key without naming the new one, as every other
  /// head: they are told, and name it with the next.
  @Test func aChangeThatWasNotNamedIsNamedLater() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let log = ForkedLog()
    #expect(try !cosign(log.request(old: 0, new: 5), key: log.vkey()).hasOtherLogKey)
    #expect(try cosign(log.request(old: 5, new: 6, besides: 1)).hasOtherLogKey)
    let next = try log.request(old: 6, new: 7, by: 1)
    expect(.logSignature, next)
    let named = try cosign(next, key: log.vkey(1))
    #expect(try named.logKey == log.vkey(1) && !named.hasOtherLogKey)
    // A key that stood under no head that this witness signed is nobody's.
    expect(.logSignature, try log.request(old: 7, new: 8, by: 2), key: try log.vkey(2))
  }

  /// Two changes and more, each under a head of its own: whoever named none of the new keys at first names all
  /// of them later, and no key that the log did not lead to is taken among them.
  @Test func anyNumberOfChangesIsFollowed() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let log = ForkedLog()
    let keys = try (0...4).map { try log.vkey($0) }
    #expect(try !cosign(log.request(old: 0, new: 5), key: keys[0]).hasOtherLogKey)
    #expect(try cosign(log.request(old: 5, new: 6, besides: 1)).hasOtherLogKey)
    let second = try log.request(old: 6, new: 7, by: 1, besides: 2)
    expect(.logSignature, second)
    expect(.logSignature, second, key: keys[2])
    #expect(throws: VaultError.witness(.logSignature)) {
      try cosign(second, keys: [keys[1], keys[3]])
    }
    #expect(try cosign(second, keys: [keys[1], keys[2]]).logKey == keys[2])
    // All that there ever were, as whoever keeps a list of them names them.
    let third = try log.request(old: 7, new: 8, by: 2, besides: 3)
    #expect(try cosign(third, keys: Array(keys[2...3])).logKey == keys[3])
    #expect(try cosign(log.request(old: 8, new: 9, by: 3, besides: 4)).logKey == keys[3])
    #expect(try cosign(log.request(old: 9, new: 10, by: 4), keys: [keys[4]]).logKey == keys[4])
  }

  @Test func itsKeyIsItsOwn() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let log = ForkedLog()
    let request = try log.request(old: 0, new: 5)
    #expect(throws: VaultError.passphraseWeak(.short)) {
      try cosign(request, key: log.vkey(), passphrase: "short")
    }
    let first = try cosign(request, key: log.vkey())
    #expect(throws: VaultError.wrongPassphrase) {
      try cosign(request, passphrase: "correct horse battery stranger")
    }
    let other = try cosign(request, key: log.vkey(), name: "auditor.example/w2")
    #expect(other.vkey != first.vkey)
    for name in ["", "two words", "a+b", "đ"] {
      #expect(throws: VaultError.witness(.name)) { try Witness(named: name, in: data) }
    }
    // The key of one name put in the place of another's.
    let place = data + "/witness/" + Digest.of(Array("auditor.example/w2".utf8)).identifier.hex
    try FileManager.default.removeItem(atPath: folder + "/key")
    try FileManager.default.copyItem(atPath: place + "/key", toPath: folder + "/key")
    #expect(throws: VaultError.wrongPassphrase) { try cosign(request) }
  }

  /// A memory that cannot be read is not a fresh start.
  @Test func withoutItsMemoryItSignsNothing() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let log = ForkedLog()
    _ = try cosign(log.request(old: 0, new: 5), key: log.vkey())
    let memory = try seen()
    let good = try Data(contentsOf: memory)
    for bad in [Data(), good.dropLast(), Data(good.reversed())] {
      try bad.write(to: memory)
      expect(.unreadable, try log.request(old: 5, new: 6), key: try log.vkey())
    }
    try good.write(to: memory)
    #expect(try cosign(log.request(old: 5, new: 6)).size == 6)
    let key = folder + "/key"
    try Data("no key".utf8).write(to: URL(fileURLWithPath: key))
    #expect(throws: VaultError.witness(.unreadable)) {
      try cosign(log.request(old: 6, new: 7))
    }
  }

  /// Killed between what it remembers and what it signs: the memory alone is there. The same request is then
  /// signed, from whatever size it begins; another history is not.
  @Test func deathBetweenMemoryAndSignatureIsHarmless() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let (log, other) = (ForkedLog(), ForkedLog(fork: 7))
    _ = try cosign(log.request(old: 0, new: 5), key: log.vkey())
    let lost = try log.request(old: 5, new: 9)
    let note = try WitnessRequest(parsing: lost).checkpoint
    let record = try WitnessRecord(logKey: NoteKey(parsing: log.vkey()), note: note)
    try WitnessFolder(of: Self.name, in: data).keep(record)
    expect(.split(size: 9), try other.request(old: 5, new: 9))
    expect(.oldSize(recorded: 9), try log.request(old: 5, new: 10))
    #expect(try cosign(lost).size == 9)
    #expect(try cosign(log.request(old: 9, new: 9)).size == 9)
    #expect(try cosign(log.request(old: 9, new: 10)).size == 10)
  }

  /// Many at once, half of them with another history: whatever is signed is of one.
  @Test func twoAtOnceSignOneHistory() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let (log, other) = (ForkedLog(), ForkedLog(fork: 7))
    let key = try log.vkey()
    _ = try cosign(log.request(old: 0, new: 5), key: key)
    let requests = [try log.request(old: 5, new: 9), try other.request(old: 5, new: 9)]
    let answers = Answers()
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      let signed = try? cosign(requests[index % 2])
      if let signed { answers.add(signed.note) }
    }
    let roots = try Set(answers.all.map { try SignedNote(parsing: $0).text })
    #expect(roots.count == 1 && answers.all.count == 4)
  }

  private final class Answers: @unchecked Sendable {
    private let lock = NSLock()
    private var notes: [[UInt8]] = []

    func add(_ note: [UInt8]) { lock.withLock { notes.append(note) } }

    var all: [[UInt8]] { lock.withLock { notes } }
  }

  /// Where the folder cannot be locked or written, nothing is signed.
  @Test func aLockedFolderIsWaitedFor() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let log = ForkedLog()
    _ = try cosign(log.request(old: 0, new: 5), key: log.vkey())
    let held = try #require(FolderTurn(of: folder))
    #expect(held.take(patience: .zero, isRequired: true))
    let other = try #require(FolderTurn(of: folder))
    #expect(!other.take(patience: .milliseconds(5), isRequired: true))
    held.giveBack()
    #expect(other.take(patience: .zero, isRequired: true))
  }

  /// What is no file of a witness is not read to its end, and no reason to begin anew.
  @Test func aFileThatIsTooLargeIsNone() throws {
    defer { try? FileManager.default.removeItem(atPath: data) }
    let log = ForkedLog()
    _ = try cosign(log.request(old: 0, new: 5), key: log.vkey())
    try Data(count: 1 << 17).write(to: seen())
    expect(.unreadable, try log.request(old: 5, new: 6))
    #expect(try Data(contentsOf: seen()).count == 1 << 17)
  }
}
