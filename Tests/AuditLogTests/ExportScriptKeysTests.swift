import AuditLog
import Foundation
import Sealing
import Testing

/// Which keys may sign, as the independent script tells it (Format.md, "Who may sign"): entries that only a
/// changed program writes, each well signed.
@Suite(.enabled(if: Told.python != nil)) struct ExportScriptKeysTests {
  private var vault: SampleVault
  private var leaves: [[UInt8]] = []
  private var frontier = Frontier()
  private var counts: [ActorID: Int] = [:]

  init() throws {
    vault = try SampleVault()
    for leaf in vault.log.leaves {
      leaves.append(leaf)
      frontier.append(Tree.leafHash(leaf))
      counts[try Leaf(parsing: leaf).entry.actor, default: 0] += 1
    }
  }

  /// Writes an entry, whether any rule allows it or not.
  @discardableResult
  private mutating func write(
    _ act: String, by person: Person, out: Outcome = .ok, _ more: (inout Entry) -> Void = { _ in }
  ) throws -> Int {
    var entry = Entry(
      after: frontier, t: vault.log.time, act: act, out: out, actor: person.actor,
      aseq: counts[person.actor, default: 0])
    if out == .denied { entry.why = .role }
    more(&entry)
    let leaf = try Leaf.sign(entry, origin: vault.log.origin, with: person.key)
    leaves.append(leaf.bytes)
    frontier.append(leaf.hash)
    counts[person.actor, default: 0] += 1
    return entry.seq
  }

  private mutating func offerKey(_ label: String, of person: Person) throws -> (Person, Int) {
    let next = try Person(label)
    let key = try vault.log.vkey(next)
    let seq = try write(Act.keyRotate, by: person) {
      ($0.kind, $0.vkey, $0.box) = ("member", key, base64(next.box.bytes))
    }
    return (next, seq)
  }

  private mutating func confirm(_ seq: Int, of person: Person, by admin: Person) throws {
    try write(Act.keyRotate, by: admin) {
      ($0.kind, $0.ref, $0.subj) = ("member", seq, person.actor)
    }
  }

  /// What the script says of the entries, taken in one after the other.
  private func told() throws -> Told {
    let bundle = leaves.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
    let file = try ExportOnDisk(["leaves": bundle])
    return try Told(
      running: #require(Told.python),
      [
        "-c",
        """
        import importlib.util, sys
        spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
        verify = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(verify)
        log, data, at, seq = verify.Log(sys.argv[3]), open(sys.argv[2], "rb").read(), 0, 0
        while at < len(data):
            end = at + 2 + int.from_bytes(data[at:at + 2], "big")
            log.take(seq, data[at + 2:end])
            at, seq = end, seq + 1
        """,
        Told.script, "\(file.path)/leaves", vault.log.origin,
      ])
  }

  private func expectRefused(_ seq: Int, _ place: SourceLocation = #_sourceLocation) throws {
    let told = try told()
    #expect(told.status == 20, sourceLocation: place)
    #expect(told.errors.contains("entry \(seq): "), "\(told.errors)", sourceLocation: place)
  }

  @Test mutating func whoLeftIsOnlyRefused() throws {
    try write(Act.memberSuspend, by: vault.admin) { [vault] in $0.subj = vault.worker.actor }
    try write(Act.fieldRead, by: vault.worker, out: .denied)
    #expect(try told().status == 0)
    let seen = try write(Act.fieldRead, by: vault.worker)
    try expectRefused(seen)
  }

  @Test mutating func aNewKeySignsWhenAnotherConfirmedIt() throws {
    let (next, seq) = try offerKey("next", of: vault.worker)
    try confirm(seq, of: vault.worker, by: vault.admin)
    try write(Act.fieldRead, by: next)
    #expect(try told().status == 0)
    let seen = try write(Act.fieldRead, by: vault.worker)
    try expectRefused(seen)
  }

  @Test mutating func aKeyThatWaitsSignsNothing() throws {
    let (next, _) = try offerKey("next", of: vault.worker)
    let seen = try write(Act.fieldRead, by: next)
    try expectRefused(seen)
  }

  @Test mutating func nobodyConfirmsTheirOwn() throws {
    let (_, seq) = try offerKey("next", of: vault.worker)
    let own = leaves.count
    try confirm(seq, of: vault.worker, by: vault.worker)
    try expectRefused(own)
  }

  @Test mutating func anInvitationEnrolsAndNoMore() throws {
    let code = try Person("code guest")
    let (key, handle) = (try vault.log.vkey(code), SampleLog.handle("guest"))
    try write(Act.memberInvite, by: vault.admin) {
      ($0.who, $0.grole, $0.vkey) = (handle, "intake", key)
    }
    let seen = try write(Act.list, by: code)
    try expectRefused(seen)
  }
}
