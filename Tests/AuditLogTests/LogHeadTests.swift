import AuditLog
import Sealing
import Testing

/// Heads and pins: what the leaves alone cannot show.
@Suite struct LogHeadTests {
  @Test func aRewriteByTheWholeVaultIsNamedByThePin() throws {
    let vault = try Spoiled.sample()
    let pin = Checkpoint(origin: vault.log.origin, vault.log.frontier)
    var other = try SampleVault()
    try other.log.append(Act.list, by: other.worker) { $0.n = 5 }
    try other.work(11)
    let found = try Spoiled.finding(
      other.log.leaves, head: other.log.head(by: other.worker), origin: other.log.origin,
      pins: [pin])
    #expect(found == Finding(seq: pin.size, fault: .head(.pin)))
  }

  @Test func pinsOfEveryAgeAreHeld() throws {
    let vault = try Spoiled.sample()
    var frontier = Frontier()
    var pins = [Checkpoint(origin: vault.log.origin, frontier)]
    for leaf in vault.log.leaves {
      frontier.append(Tree.leafHash(leaf))
      pins.append(Checkpoint(origin: vault.log.origin, frontier))
    }
    let head = try vault.log.head(by: vault.worker)
    #expect(
      try Spoiled.finding(vault.log.leaves, head: head, origin: vault.log.origin, pins: pins) == nil
    )
    for place in pins.indices.dropFirst() {
      var wrong = pins
      wrong[place] = Checkpoint(
        origin: vault.log.origin, size: place, root: SampleLog.grant)
      #expect(
        try Spoiled.finding(vault.log.leaves, head: head, origin: vault.log.origin, pins: wrong)
          == Finding(seq: place, fault: .head(.pin)))
    }
  }

  @Test func anOlderFileIsARollback() throws {
    let vault = try Spoiled.sample()
    let pin = Checkpoint(origin: vault.log.origin, vault.log.frontier)
    let leaves = Array(vault.log.leaves.dropLast(3))
    let head = try Spoiled.head(leaves, vault)
    #expect(try Spoiled.finding(leaves, head: head, origin: vault.log.origin) == nil)
    #expect(
      try Spoiled.finding(leaves, head: head, origin: vault.log.origin, pins: [pin])
        == Finding(seq: leaves.count, fault: .head(.rollback)))
  }

  @Test func theHeadMustBeOfTheseLeaves() throws {
    let vault = try Spoiled.sample()
    let (leaves, origin) = (vault.log.leaves, vault.log.origin)
    let head = try vault.log.head(by: vault.worker)
    for missing in 1...3 {
      #expect(
        try Spoiled.finding(Array(leaves.dropLast(missing)), head: head, origin: origin)
          == Finding(seq: leaves.count - missing, fault: .head(.size)))
    }
    let older = try Spoiled.head(Array(leaves.dropLast(2)), vault)
    #expect(
      try Spoiled.finding(leaves, head: older, origin: origin)
        == Finding(seq: leaves.count - 2, fault: .head(.size)))
    let (log, worker) = (vault.log.log, vault.worker)
    let wrongRoot = try Checkpoint(origin: origin, size: leaves.count, root: SampleLog.grant)
      .signed(log: log.key, member: worker.key).bytes
    #expect(try Spoiled.finding(leaves, head: wrongRoot, origin: origin)?.fault == .head(.root))
    let wrongName = try Checkpoint(origin: "safekeep/other", vault.log.frontier)
      .signed(log: log.key, member: worker.key).bytes
    #expect(try Spoiled.finding(leaves, head: wrongName, origin: origin)?.fault == .head(.origin))
    #expect(try Spoiled.finding(leaves, head: [0x0a], origin: origin)?.fault == .note(.separator))
  }

  @Test func theHeadMustBeSignedByTheLogAndAMember() throws {
    let vault = try Spoiled.sample()
    let (leaves, origin) = (vault.log.leaves, vault.log.origin)
    let checkpoint = Checkpoint(origin: origin, vault.log.frontier)
    let stranger = try Person("stranger")
    let noLog = try checkpoint.signed(log: stranger.key, member: vault.worker.key)
    #expect(
      try Spoiled.finding(leaves, head: noLog.bytes, origin: origin)?.fault == .head(.logSignature))
    let noMember = try checkpoint.signed(log: vault.log.log.key, member: stranger.key)
    #expect(
      try Spoiled.finding(leaves, head: noMember.bytes, origin: origin)?.fault == .head(.memberLine)
    )
    // A line by a known key that is not good spoils the note, even beside good ones.
    var spoiled = try checkpoint.signed(log: vault.log.log.key, member: vault.worker.key)
    let key = try NoteKey.actor(vault.lead.key.publicKey, origin: origin)
    let blob = [UInt8](repeating: 1, count: 64)
    try spoiled.add(NoteSignature(name: key.name, keyID: key.id, blob: blob))
    #expect(
      try Spoiled.finding(leaves, head: spoiled.bytes, origin: origin)?.fault == .head(.memberLine))
  }
}
