import AuditLog
import Sealing
import Testing

/// A person of the tests: keys that can be passed around.
final class Person: Sendable {
  let key: SigningKey
  let box: BoxPublicKey

  init(_ label: String) throws {
    key = try testKey(label)
    // Not a secret anybody uses: any bytes that are a good point will do.
    let seed = try #require(BoxPublicKey(Digest.of(Array("box \(label)".utf8)).bytes))
    box = seed
  }

  var actor: ActorID { ActorID(key.publicKey) }
}

/// Writes a log as the vault does, and remembers everything, so that tests can spoil it.
struct SampleLog {
  let root: Person
  /// Whoever signs heads of a size: the last of these whose first head is not larger.
  private var heads: [(size: Int, by: Person)]
  private(set) var origin: String
  private(set) var leaves: [[UInt8]] = []
  private(set) var frontier = Frontier()
  private(set) var roster: Roster
  var time = 1_789_000_000_000

  /// An empty log, named after its root.
  init() throws {
    root = try Person("root")
    heads = [(0, try Person("log"))]
    origin = Roster.origin(ofRoot: root.key.publicKey)
    roster = Roster(origin: origin)
  }

  var size: Int { leaves.count }

  func vkey(_ person: Person) throws -> String {
    try NoteKey.actor(person.key.publicKey, origin: origin).text
  }

  /// The next entry by somebody, with whatever more it says.
  func entry(
    _ act: String, by person: Person, out: Outcome = .ok, _ more: (inout Entry) -> Void = { _ in }
  ) -> Entry {
    var entry = Entry(
      after: frontier, t: time, act: act, out: out, actor: person.actor,
      aseq: roster.nextSequence(of: person.actor) ?? 0)
    if out == .denied { entry.why = .role }
    more(&entry)
    return entry
  }

  /// Signs and takes in an entry; throws what the roster says.
  @discardableResult
  mutating func append(_ entry: Entry, by person: Person) throws -> Int {
    let leaf = try Leaf.sign(entry, origin: origin, with: person.key)
    #expect(try leaf.isSigned(by: roster.signer(of: leaf)))
    try roster.apply(leaf)
    leaves.append(leaf.bytes)
    frontier.append(leaf.hash)
    time += 1000
    return leaf.entry.seq
  }

  @discardableResult
  mutating func append(
    _ act: String, by person: Person, out: Outcome = .ok, _ more: (inout Entry) -> Void = { _ in }
  ) throws -> Int {
    try append(entry(act, by: person, out: out, more), by: person)
  }

  /// Signs an entry in another spelling, which nothing of ours would write or read; the roster is told the
  /// one that is meant.
  mutating func append(
    _ entry: Entry, by person: Person, spelled spell: (String) -> String
  ) throws {
    let line = spell(String(decoding: entry.encoded(), as: UTF8.self))
    var note = try SignedNote(text: Array("audit-entry/v1 \(origin)\n\(line)\n".utf8))
    try roster.apply(Leaf.sign(entry, origin: origin, with: person.key))
    try note.sign(as: "\(origin)/a/\(person.actor)", with: person.key)
    leaves.append(note.bytes)
    frontier.append(Tree.leafHash(note.bytes))
  }

  /// The fault with which the roster refuses an entry; nil where it takes it in.
  mutating func fault(
    _ act: String, by person: Person, out: Outcome = .ok, _ more: (inout Entry) -> Void = { _ in }
  ) throws -> AuditLogError? {
    let before = roster
    let leaf = try Leaf.sign(
      entry(act, by: person, out: out, more), origin: origin, with: person.key)
    do {
      try roster.apply(leaf)
    } catch {
      #expect(roster == before, "a refused leaf must change nothing")
      return error
    }
    roster = before
    return nil
  }

  /// The log's key in force.
  var log: Person { heads[heads.count - 1].by }

  /// The one that signs heads of a size.
  func log(size: Int) -> Person { heads.last { $0.size <= size }?.by ?? log }

  /// Brings in a new log key: the next head is signed by both.
  mutating func rotateLogKey(_ label: String, by person: Person) throws {
    let next = try Person(label)
    let key = try NoteKey(name: origin, key: next.key.publicKey).text
    try append(Act.keyRotate, by: person) { ($0.kind, $0.vkey) = ("log", key) }
    heads.append((size, next))
  }

  /// The head, signed by the log and somebody.
  func head(by person: Person) throws -> [UInt8] {
    let head = Checkpoint(origin: origin, frontier)
    guard heads.count > 1, heads[heads.count - 1].size == size else {
      return try head.signed(log: log.key, member: person.key).bytes
    }
    let old = heads[heads.count - 2].by
    return try head.signed(log: log.key, oldLog: old.key, member: person.key).bytes
  }
}

/// The acts that make a vault, in the order that one is made.
extension SampleLog {
  static func handle(_ name: String) -> Digest {
    Digest.of(Array("safekeep/who/1".utf8) + SampleVault.salt + Array(name.utf8))
  }
  static let schema = Digest.of(Array("fields".utf8))
  static let rules = Digest.of(Array("rules".utf8))
  static let grant = Digest.of(Array("grant".utf8))

  /// Leaf 0 and what root states after it.
  mutating func begin(schema: Digest = schema) throws {
    let (rootKey, logKey) = (
      try vkey(root), try NoteKey(name: origin, key: log.key.publicKey).text
    )
    try append(Act.vaultCreate, by: root) { $0.vkey = rootKey }
    try append(Act.keyRotate, by: root) { ($0.kind, $0.vkey) = ("log", logKey) }
    try append(Act.schemaSet, by: root) { ($0.kind, $0.sum) = ("fields", schema) }
    try append(Act.rulesAdopt, by: root) { $0.sum = Self.rules }
  }

  /// Invites and enrols somebody, who then has no role.
  @discardableResult
  mutating func enrol(_ name: String, as role: String, invitedBy host: Person) throws -> Person {
    let (code, person) = (try Person("code \(name)"), try Person(name))
    let (codeKey, personKey) = (try vkey(code), try vkey(person))
    let invite = try append(Act.memberInvite, by: host) {
      ($0.who, $0.grole, $0.vkey) = (Self.handle(name), role, codeKey)
    }
    try append(Act.memberEnrol, by: code) {
      ($0.ref, $0.vkey, $0.subj) = (invite, personKey, person.actor)
      $0.box = base64(person.box.bytes)
    }
    return person
  }

  /// The `role.add` of the role that somebody was invited for.
  @discardableResult
  mutating func add(_ role: String, to person: Person, by admin: Person) throws -> Int {
    let enrolled = roster.member(person.actor).flatMap { $0.hasHadRole ? nil : $0.enrolled }
    return try append(Act.roleAdd, by: admin) {
      ($0.subj, $0.grole, $0.ref) = (person.actor, role, enrolled)
    }
  }

  /// The `key.wrap` that seconds a role.
  mutating func second(_ add: Int, _ role: String, for person: Person, by lead: Person) throws {
    try append(Act.keyWrap, by: lead) {
      ($0.subj, $0.grole, $0.ref, $0.grant) = (person.actor, role, add, Self.grant)
    }
  }

  /// Invites, enrols, adds and seconds.
  mutating func join(
    _ name: String, as role: String, admin: Person, lead: Person
  ) throws -> Person {
    let person = try enrol(name, as: role, invitedBy: admin)
    try second(add(role, to: person, by: admin), role, for: person, by: lead)
    return person
  }
}

/// A vault with its first people: admin, lead and social worker.
struct SampleVault {
  var log: SampleLog
  let admin: Person
  let lead: Person
  let worker: Person

  static let salt = [UInt8](repeating: 0x5a, count: 16)

  init(schema: Digest = SampleLog.schema) throws {
    var log = try SampleLog()
    try log.begin(schema: schema)
    admin = try log.enrol("admin", as: "admin", invitedBy: log.root)
    try log.add("admin", to: admin, by: log.root)
    lead = try log.enrol("lead", as: "lead", invitedBy: log.root)
    try log.add("lead", to: lead, by: admin)
    worker = try log.join("worker", as: "social_worker", admin: admin, lead: lead)
    self.log = log
  }

  /// Some days of reading, refusing and writing.
  mutating func work(_ count: Int) throws {
    for number in 0..<count {
      let person = number % 3 == 0 ? lead : worker
      if number % 5 == 4 {
        try log.append(Act.fieldRead, by: person, out: .denied) { $0.fields = ["f07"] }
      } else {
        try log.append(Act.fieldRead, by: person) {
          ($0.role, $0.purp) = ("social_worker", "support")
          ($0.fields, $0.rec) = (["f07:4", "f12:1"], Identifier([UInt8](repeating: 7, count: 16)))
          $0.sid = "75d3f2e2a6378f15"
        }
      }
    }
  }
}

/// Standard base64 of the tests' own, so that the tested one is not checked against itself.
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var text = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = (Array(group) + [0, 0]).prefix(3).reduce(0) { $0 << 8 | Int($1) }
    for index in 0..<4 {
      text.append(index <= group.count ? digits[bits >> (18 - 6 * index) & 63] : "=")
    }
  }
  return text
}

/// The text with the first place of one string replaced; nil where it does not have it.
func replacing(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8]? {
  let old = Array(old.utf8)
  guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else {
    return nil
  }
  return bytes[..<start] + Array(new.utf8) + bytes[(start + old.count)...]
}
