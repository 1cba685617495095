import AuditLog
import Sealing
import Testing

/// The first leaves: root, log key, field table, rule book, and who may sign at all.
@Suite struct RosterBeginningTests {
  @Test func theFirstLeavesMakeTheRoster() throws {
    let vault = try SampleVault()
    let roster = vault.log.roster
    #expect(roster.origin.utf8.count == 41)
    #expect(roster.root == vault.log.root.key.publicKey)
    #expect(roster.logKeys.map(\.seq) == [1])
    #expect(roster.schema == SampleLog.schema)
    #expect(roster.rules == SampleLog.rules)
    #expect(roster.members.count == 3)
    #expect(roster.holders(of: .lead).map(\.actor) == [vault.lead.actor])
    #expect(roster.size == vault.log.size)
    #expect(roster.lastActor == vault.lead.actor)
    #expect(roster.nextSequence(of: vault.log.root.actor) == 7)
    #expect(roster.logKey(size: 1) == nil)
    #expect(roster.logKey(size: 2)?.key.key == vault.log.log.key.publicKey)
  }

  @Test func leafZeroIsTheVaultsRoot() throws {
    var log = try SampleLog()
    let key = try log.vkey(log.root)
    let other = try Person("other")
    let otherKey = try log.vkey(other)
    #expect(try log.fault(Act.list, by: log.root) { $0.vkey = key } == .directory(.first))
    #expect(
      try log.fault(Act.vaultCreate, by: log.root, out: .denied) { $0.vkey = key }
        == .directory(.first))
    #expect(try log.fault(Act.vaultCreate, by: log.root) == .directory(.missingKey))
    #expect(
      try log.fault(Act.vaultCreate, by: log.root) { $0.vkey = otherKey } == .directory(.keyActor))
    #expect(
      try log.fault(Act.vaultCreate, by: other) { $0.vkey = otherKey } == .directory(.originKey))
    let wrongName = try NoteKey(name: log.origin, key: log.root.key.publicKey).text
    #expect(
      try log.fault(Act.vaultCreate, by: log.root) { $0.vkey = wrongName }
        == .directory(.keyName))
    #expect(
      try log.fault(Act.vaultCreate, by: log.root) { ($0.vkey, $0.aseq) = (key, 1) }
        == .chain(.aseq))
    try log.append(Act.vaultCreate, by: log.root) { $0.vkey = key }
    #expect(log.roster.nextSequence(of: log.root.actor) == 1)
  }

  @Test func leafOneIsTheLogKey() throws {
    var log = try SampleLog()
    let (rootKey, logKey) = (
      try log.vkey(log.root), try NoteKey(name: log.origin, key: log.log.key.publicKey).text
    )
    try log.append(Act.vaultCreate, by: log.root) { $0.vkey = rootKey }
    #expect(
      try log.fault(Act.rulesAdopt, by: log.root) { $0.sum = SampleLog.rules }
        == .directory(.first))
    #expect(
      try log.fault(Act.keyRotate, by: log.root) { $0.kind = "log" } == .directory(.missingKey))
    #expect(
      try log.fault(Act.keyRotate, by: log.root) { ($0.kind, $0.vkey) = ("log", rootKey) }
        == .directory(.keyName))
    try log.append(Act.keyRotate, by: log.root) { ($0.kind, $0.vkey) = ("log", logKey) }
    #expect(
      try log.fault(Act.vaultCreate, by: log.root) { $0.vkey = rootKey } == .directory(.first))
  }

  @Test func rootDoesNoDailyWork() throws {
    var vault = try SampleVault()
    let root = vault.log.root
    for act in [
      Act.fieldRead, Act.list, Act.authOK, Act.roleRemove, Act.memberSuspend, Act.keyWrap,
    ] {
      #expect(try vault.log.fault(act, by: root) == .directory(.signerRole))
    }
    #expect(
      try vault.log.fault(Act.keyRotate, by: root) { $0.kind = "case" }
        == .directory(.signerRole))
    #expect(try vault.log.fault(Act.approvalGive, by: root) == .directory(.nothingWaits))
    #expect(try vault.log.fault("vault.backup", by: root) == nil)
  }

  @Test func aLaterLogKeyIsAnAdminsOrALeads() throws {
    var vault = try SampleVault()
    let next = try Person("log 2")
    let key = try NoteKey(name: vault.log.origin, key: next.key.publicKey).text
    let old = try NoteKey(name: vault.log.origin, key: vault.log.log.key.publicKey).text
    let rotate = { (entry: inout Entry) in (entry.kind, entry.vkey) = ("log", key) }
    #expect(
      try vault.log.fault(Act.keyRotate, by: vault.worker, rotate) == .directory(.signerRole))
    #expect(
      try vault.log.fault(Act.keyRotate, by: vault.log.root, rotate) == .directory(.signerRole))
    #expect(
      try vault.log.fault(Act.keyRotate, by: vault.lead) { ($0.kind, $0.vkey) = ("log", old) }
        == .directory(.keyKnown))
    #expect(try vault.log.fault(Act.keyRotate, by: vault.admin, rotate) == nil)
    try vault.log.append(Act.keyRotate, by: vault.lead, rotate)
    #expect(vault.log.roster.logKeys.count == 2)
    #expect(vault.log.roster.logKey(size: vault.log.size)?.key.key == next.key.publicKey)
    #expect(vault.log.roster.logKey(size: vault.log.size - 1)?.seq == 1)

    // The head with the new key is signed by both; the next one by the new key.
    let (roster, origin, member) = (vault.log.roster, vault.log.origin, vault.lead)
    let checkpoint = Checkpoint(origin: origin, vault.log.frontier)
    let both = try checkpoint.signed(
      log: next.key, oldLog: vault.log.log.key, member: member.key)
    try roster.checkSignatures(of: both)
    for log in [next, vault.log.log] {
      #expect(throws: AuditLogError.head(.logSignature)) {
        try roster.checkSignatures(of: checkpoint.signed(log: log.key, member: member.key))
      }
    }
    try vault.log.append(Act.list, by: vault.lead)
    let later = Checkpoint(origin: origin, vault.log.frontier)
    try vault.log.roster.checkSignatures(
      of: later.signed(log: next.key, member: member.key))
    #expect(throws: AuditLogError.head(.logSignature)) {
      try vault.log.roster.checkSignatures(
        of: later.signed(log: vault.log.log.key, member: member.key))
    }
    // The old key need not sign any more, but a line in its name must be good.
    var spoiled = try later.signed(log: next.key, member: member.key)
    let line = both.signatures[2]
    try spoiled.add(line)
    #expect(throws: AuditLogError.head(.logSignature)) {
      try vault.log.roster.checkSignatures(of: spoiled)
    }
  }

  @Test func placeAndTimeAreHeld() throws {
    var vault = try SampleVault()
    let (worker, size) = (vault.worker, vault.log.size)
    #expect(try vault.log.fault(Act.list, by: worker) { $0.seq = size + 1 } == .chain(.seq))
    #expect(try vault.log.fault(Act.list, by: worker) { $0.seq = size - 1 } == .chain(.seq))
    #expect(try vault.log.fault(Act.list, by: worker) { $0.aseq += 1 } == .chain(.aseq))
    try vault.log.append(Act.list, by: worker)
    #expect(try vault.log.fault(Act.list, by: worker) { $0.aseq -= 1 } == .chain(.aseq))
    let last = vault.log.roster.time
    #expect(try vault.log.fault(Act.list, by: worker) { $0.t = last - 1 } == .chain(.clock))
    #expect(try vault.log.fault(Act.list, by: worker) { $0.t = last } == nil)
    #expect(try vault.log.fault(Act.list, by: worker) { $0.t = last + 99_999_999_999 } == nil)
    try vault.log.append(Act.clockStep, by: worker) { $0.t = last - 5000 }
    #expect(vault.log.roster.time == last - 5000)
    #expect(try vault.log.fault(Act.list, by: worker) { $0.t = last - 5001 } == .chain(.clock))
  }

  @Test func aStrangerSignsNothing() throws {
    var vault = try SampleVault()
    let stranger = try Person("stranger")
    #expect(try vault.log.fault(Act.list, by: stranger) == .signer(.unknownKey))
    #expect(try vault.log.fault(Act.list, by: stranger, out: .denied) == .signer(.unknownKey))
    #expect(vault.log.roster.nextSequence(of: stranger.actor) == nil)
    let leaf = try Leaf.sign(
      vault.log.entry(Act.list, by: stranger), origin: vault.log.origin, with: stranger.key)
    #expect(throws: AuditLogError.signer(.unknownKey)) { _ = try vault.log.roster.signer(of: leaf) }
  }

  @Test func theLargestGenerationIsKept() throws {
    var vault = try SampleVault()
    for (gen, expected) in [(3, 3), (2, 3), (7, 7)] {
      try vault.log.append(Act.keyDestroy, by: vault.lead) { $0.gen = gen }
      #expect(vault.log.roster.generation == expected)
    }
    try vault.log.append(Act.keyDestroy, by: vault.lead, out: .denied) { $0.gen = 99 }
    #expect(vault.log.roster.generation == 7)
  }
}
