import AuditLog
import Foundation
import Sealing

/// Writes a log of made-up work and its exports: the whole, and the last hundredth with the pin it goes on from.
/// Leaves go through a file and not through memory, so that any number of them can be made.
struct LogMaker {
  /// A key that can be passed around.
  private final class Hand {
    let key: SigningKey
    init() throws { key = try SigningKey.makeRandom() }
  }

  private let log: Hand
  private let lead: Hand
  private let origin: String
  private var frontier = Frontier()
  private var roster: Roster
  private var tree: [[Digest]] = [[]]
  private var offsets = [0]
  private let file: FileHandle

  static func make(_ count: Int, in folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let root = try Hand()
    var maker = try LogMaker(root: root.key.publicKey, file: folder + "/leaves")
    try maker.begin(root.key)
    let pinned = count - count / 100
    var pin: [UInt8] = []
    while maker.frontier.size < count - 1 {
      if maker.frontier.size == pinned { pin = try maker.pin() }
      try maker.work()
    }
    try maker.append(Act.auditExport, by: maker.lead.key) { $0.kind = "log" }
    try maker.export(from: 0, to: folder + "/whole")
    try maker.export(from: pinned, to: folder + "/part")
    try Data(pin).write(to: URL(filePath: folder + "/pin"))
    // Last: it says that everything before is there.
    try maker.origin.write(toFile: folder + "/origin", atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(atPath: folder + "/leaves")
  }

  private init(root: VerifyingKey, file path: String) throws {
    FileManager.default.createFile(atPath: path, contents: nil)
    file = try FileHandle(forUpdating: URL(filePath: path))
    (log, lead) = (try Hand(), try Hand())
    origin = Roster.origin(ofRoot: root)
    roster = Roster(origin: origin)
  }

  private mutating func begin(_ root: borrowing SigningKey) throws {
    func vkey(_ key: VerifyingKey) throws -> String { try NoteKey.actor(key, origin: origin).text }
    let digest = Digest.of([1])
    let names = (try vkey(root.publicKey), try NoteKey(name: origin, key: log.key.publicKey).text)
    try append(Act.vaultCreate, by: root) { $0.vkey = names.0 }
    try append(Act.keyRotate, by: root) { ($0.kind, $0.vkey) = ("log", names.1) }
    try append(Act.schemaSet, by: root) { ($0.kind, $0.sum) = ("fields", digest) }
    try append(Act.rulesAdopt, by: root) { $0.sum = digest }
    let admin = try Hand()
    try enrol(admin.key, as: "admin", Digest.of([2]), by: root)
    let added = roster.members.last?.enrolled
    let actors = (ActorID(admin.key.publicKey), ActorID(lead.key.publicKey))
    try append(Act.roleAdd, by: root) {
      ($0.subj, $0.grole, $0.ref) = (actors.0, "admin", added)
    }
    try enrol(lead.key, as: "lead", Digest.of([3]), by: root)
    let enrolled = roster.members.last?.enrolled
    try append(Act.roleAdd, by: admin.key) {
      ($0.subj, $0.grole, $0.ref) = (actors.1, "lead", enrolled)
    }
  }

  private mutating func enrol(
    _ key: borrowing SigningKey, as role: String, _ who: Digest, by host: borrowing SigningKey
  ) throws {
    let code = try Hand()
    let box = try BoxKey.makeRandom().publicKey
    let keys = (
      try NoteKey.actor(code.key.publicKey, origin: origin).text,
      try NoteKey.actor(key.publicKey, origin: origin).text
    )
    let (invite, subject) = (frontier.size, ActorID(key.publicKey))
    try append(Act.memberInvite, by: host) { ($0.who, $0.grole, $0.vkey) = (who, role, keys.0) }
    try append(Act.memberEnrol, by: code.key) {
      ($0.ref, $0.vkey, $0.subj) = (invite, keys.1, subject)
      $0.box = Data(box.bytes).base64EncodedString()
    }
  }

  /// A read of three fields, as there are most.
  private mutating func work() throws {
    let seq = frontier.size
    try append(Act.fieldRead, by: lead.key) {
      ($0.role, $0.purp, $0.sid) = ("lead", "CAREMGT", "75d3f2e2a6378f15")
      $0.rec = Identifier((0..<16).map { UInt8(truncatingIfNeeded: seq >> $0) })
      $0.fields = ["f07:4", "f12:1", "f31:2"]
    }
  }

  private mutating func append(
    _ act: String, by key: borrowing SigningKey, _ more: (inout Entry) -> Void
  ) throws {
    let actor = ActorID(key.publicKey)
    var entry = Entry(
      after: frontier, t: 1_789_000_000_000 + frontier.size, act: act, out: .ok, actor: actor,
      aseq: roster.nextSequence(of: actor) ?? 0)
    more(&entry)
    let leaf = try Leaf.sign(entry, origin: origin, with: key)
    try roster.apply(leaf)
    let hash = leaf.hash
    frontier.append(hash)
    keep(hash)
    try file.write(contentsOf: Data(leaf.bytes))
    offsets.append((offsets.last ?? 0) + leaf.bytes.count)
  }

  private mutating func keep(_ leaf: Digest) {
    var (hash, level) = (leaf, 0)
    while true {
      if level == tree.count { tree.append([]) }
      tree[level].append(hash)
      let count = tree[level].count
      guard count.isMultiple(of: 2) else { return }
      hash = Tree.nodeHash(tree[level][count - 2], hash)
      level += 1
    }
  }

  private func head() throws -> SignedNote {
    try Checkpoint(origin: origin, frontier).signed(log: log.key, member: lead.key)
  }

  private func pin() throws -> [UInt8] {
    try PinBook(heads: [PinnedHead(head(), frontier: frontier, roster: roster)]).bytes
  }

  private func leaves(_ range: Range<Int>) throws -> [[UInt8]] {
    try file.seek(toOffset: UInt64(offsets[range.lowerBound]))
    let count = offsets[range.upperBound] - offsets[range.lowerBound]
    let bytes = [UInt8](try file.read(upToCount: count) ?? Data())
    return range.map { seq in
      Array(
        bytes[
          offsets[seq] - offsets[range.lowerBound]..<offsets[seq + 1] - offsets[range.lowerBound]])
    }
  }

  private func export(from: Int, to folder: String) throws {
    let tree = self.tree
    var writer = ExportWriter<any Error>(
      head: try head(), scope: ExportScope(origin: origin, size: frontier.size, from: from),
      roster: roster, leaves: { try leaves($0) }, hash: { tree[$0][$1] }, read: { _ in nil },
      write: { path, bytes in
        let file = URL(filePath: "\(folder)/\(path)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      })
    try writer.writeKeys()
    guard try writer.writeLog().root == frontier.root, try writer.finish(signer: lead.key) else {
      throw BenchError.sealing
    }
  }
}
