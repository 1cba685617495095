import AuditLog
import Sealing
import Testing

/// Invitation, enrolment, suspension, and a member's own keys.
@Suite struct RosterPeopleTests {
  private func invitation(
    _ vault: SampleVault, _ code: Person, _ role: String = "duty"
  ) throws -> (inout Entry) -> Void {
    let key = try vault.log.vkey(code)
    return { ($0.who, $0.grole, $0.vkey) = (SampleLog.handle("new"), role, key) }
  }

  private func enrolment(
    _ vault: SampleVault, _ person: Person, _ invite: Int
  ) throws -> (inout Entry) -> Void {
    let key = try vault.log.vkey(person)
    return {
      ($0.ref, $0.vkey, $0.subj) = (invite, key, person.actor)
      $0.box = base64(person.box.bytes)
    }
  }

  @Test func anInvitationIsAnAdminsOrRoots() throws {
    var vault = try SampleVault()
    let code = try Person("code")
    let invite = try invitation(vault, code)
    for person in [vault.lead, vault.worker] {
      #expect(try vault.log.fault(Act.memberInvite, by: person, invite) == .directory(.signerRole))
    }
    for person in [vault.admin, vault.log.root] {
      #expect(try vault.log.fault(Act.memberInvite, by: person, invite) == nil)
    }
    let (admin, workerKey) = (vault.admin, try vault.log.vkey(vault.worker))
    let logName = try NoteKey(name: vault.log.origin, key: code.key.publicKey).text
    let cases: [((inout Entry) -> Void, DirectoryFault)] = [
      ({ $0.who = nil }, .missingKey), ({ $0.grole = nil }, .missingKey),
      ({ $0.vkey = nil }, .missingKey), ({ $0.vkey = "x" }, .missingKey),
      ({ $0.grole = "cook" }, .roleUnknown), ({ $0.grole = "recovery" }, .roleUnknown),
      ({ $0.vkey = logName }, .keyName), ({ $0.vkey = workerKey }, .keyKnown),
      ({ $0.who = SampleLog.handle("worker") }, .handleTaken),
    ]
    for (change, expected) in cases {
      let found = try vault.log.fault(Act.memberInvite, by: admin) {
        invite(&$0)
        change(&$0)
      }
      #expect(found == .directory(expected))
    }
  }

  @Test func anInvitationIsAnsweredOnceWithinSevenDays() throws {
    var vault = try SampleVault()
    let (code, person, admin) = (try Person("code"), try Person("new"), vault.admin)
    let start = vault.log.time
    let seq = try vault.log.append(Act.memberInvite, by: admin, invitation(vault, code))
    let enrol = try enrolment(vault, person, seq)
    let workerKey = try vault.log.vkey(vault.worker)
    let cases: [((inout Entry) -> Void, DirectoryFault)] = [
      ({ $0.ref = nil }, .invitation), ({ $0.ref = seq - 1 }, .invitation),
      ({ $0.vkey = nil }, .missingKey), ({ $0.subj = nil }, .missingKey),
      ({ $0.box = nil }, .missingKey), ({ $0.subj = admin.actor }, .keyActor),
      ({ $0.vkey = workerKey }, .keyKnown),
      ({ $0.box = base64([UInt8](repeating: 0, count: 32)) }, .boxKey),
      ({ $0.box = base64([1] + [UInt8](repeating: 0, count: 31)) }, .boxKey),
      ({ $0.t = start + RosterInvitation.lifetime + 1 }, .invitationExpired),
    ]
    for (change, expected) in cases {
      let found = try vault.log.fault(Act.memberEnrol, by: code) {
        enrol(&$0)
        change(&$0)
      }
      #expect(found == .directory(expected))
    }
    #expect(try vault.log.fault(Act.list, by: code) == .signer(.notInForce))
    #expect(try vault.log.fault(Act.memberEnrol, by: admin, enrol) == .directory(.invitation))
    #expect(vault.log.roster.openInvitations(at: start).map(\.seq) == [seq])
    #expect(
      vault.log.roster.openInvitations(at: start + RosterInvitation.lifetime + 1).isEmpty)

    vault.log.time = start + RosterInvitation.lifetime
    try vault.log.append(Act.memberEnrol, by: code, enrol)
    let member = try #require(vault.log.roster.member(person.actor))
    #expect(member.id == person.key.publicKey.digest.identifier)
    #expect(member.box == person.box)
    #expect(vault.log.roster.invitation(code.actor)?.used == member.enrolled)
    #expect(vault.log.roster.member(who: SampleLog.handle("new")) == member)
    #expect(vault.log.roster.member(member.id) == member)
    let again = try enrolment(vault, Person("newer"), seq)
    #expect(try vault.log.fault(Act.memberEnrol, by: code, again) == .directory(.invitationUsed))
  }

  @Test func aHandleIsTakenByTheFirstWhoEnrols() throws {
    var vault = try SampleVault()
    let codes = [try Person("code 1"), try Person("code 2")]
    let people = [try Person("new 1"), try Person("new 2")]
    var seqs: [Int] = []
    for code in codes {
      try seqs.append(
        vault.log.append(Act.memberInvite, by: vault.admin, invitation(vault, code)))
    }
    try vault.log.append(Act.memberEnrol, by: codes[1], enrolment(vault, people[1], seqs[1]))
    #expect(
      try vault.log.fault(Act.memberEnrol, by: codes[0], enrolment(vault, people[0], seqs[0]))
        == .directory(.handleTaken))
    // Once that member is suspended, the handle is free for the same person with new keys.
    try vault.log.append(Act.memberSuspend, by: vault.admin) { $0.subj = people[1].actor }
    try vault.log.append(Act.memberEnrol, by: codes[0], enrolment(vault, people[0], seqs[0]))
    #expect(
      vault.log.roster.member(who: SampleLog.handle("new"))?.actor == people[0].actor)
  }

  @Test func withoutARoleOneMayUnlockAndBeRefused() throws {
    var vault = try SampleVault()
    let person = try vault.log.enrol("new", as: "duty", invitedBy: vault.admin)
    for act in [Act.authOK, Act.sessionOpen, Act.sessionClose] {
      #expect(try vault.log.fault(act, by: person) == nil)
    }
    for act in [Act.fieldRead, Act.list, Act.clockStep, Act.keyWrap, "authority.x"] {
      #expect(try vault.log.fault(act, by: person) == .signer(.noRole))
      #expect(try vault.log.fault(act, by: person, out: .denied) == nil)
    }
    #expect(try vault.log.fault(Act.fieldRead, by: person, out: .failed) == .signer(.noRole))
  }

  @Test func aSuspendedMemberSignsRefusalsOnly() throws {
    var vault = try SampleVault()
    let (worker, lead, admin) = (vault.worker, vault.lead, vault.admin)
    let suspend = { (entry: inout Entry) in entry.subj = worker.actor }
    #expect(try vault.log.fault(Act.memberSuspend, by: worker, suspend) == .directory(.signerRole))
    #expect(try vault.log.fault(Act.memberSuspend, by: lead, suspend) == nil)
    #expect(try vault.log.fault(Act.memberSuspend, by: admin) == .directory(.missingKey))
    let stranger = try Person("stranger").actor
    #expect(
      try vault.log.fault(Act.memberSuspend, by: admin) { $0.subj = stranger }
        == .directory(.memberUnknown))
    let root = vault.log.root.actor
    #expect(
      try vault.log.fault(Act.memberSuspend, by: admin) { $0.subj = root }
        == .directory(.memberUnknown))
    // Refused, it is told and changes nothing.
    try vault.log.append(Act.memberSuspend, by: worker, out: .denied, suspend)
    #expect(vault.log.roster.member(worker.actor)?.suspended == nil)

    let seq = try vault.log.append(Act.memberSuspend, by: admin, suspend)
    #expect(vault.log.roster.member(worker.actor)?.suspended == seq)
    #expect(vault.log.roster.holders(of: .socialWorker).isEmpty)
    #expect(
      try vault.log.fault(Act.memberSuspend, by: admin, suspend) == .directory(.memberSuspended))
    for act in [Act.fieldRead, Act.authOK, Act.sessionOpen, Act.clockStep] {
      #expect(try vault.log.fault(act, by: worker) == .signer(.suspended))
      #expect(try vault.log.fault(act, by: worker, out: .failed) == .signer(.suspended))
      #expect(try vault.log.fault(act, by: worker, out: .denied) == nil)
    }
    let add = { (entry: inout Entry) in (entry.subj, entry.grole) = (worker.actor, "duty") }
    #expect(try vault.log.fault(Act.roleAdd, by: admin, add) == .directory(.memberSuspended))

    // Who was suspended may stand behind the head of their own refusal, and behind no other.
    let (log, origin) = (vault.log.log, vault.log.origin)
    try vault.log.append(Act.fieldRead, by: worker, out: .denied)
    try vault.log.roster.checkSignatures(
      of: Checkpoint(origin: origin, vault.log.frontier).signed(log: log.key, member: worker.key))
    try vault.log.append(Act.list, by: lead)
    #expect(throws: AuditLogError.head(.memberLine)) {
      try vault.log.roster.checkSignatures(
        of: Checkpoint(origin: origin, vault.log.frontier).signed(log: log.key, member: worker.key))
    }
  }

  @Test func ownKeysChangeByTheOldKeyAndAnAdmin() throws {
    var vault = try SampleVault()
    let (worker, admin, lead) = (vault.worker, vault.admin, vault.lead)
    let next = try Person("worker 2")
    let (nextKey, oldKey) = (try vault.log.vkey(next), try vault.log.vkey(worker))
    let offer = { (entry: inout Entry) in
      (entry.kind, entry.vkey, entry.box) = ("member", nextKey, base64(next.box.bytes))
    }
    for (change, expected) in [
      ({ $0.vkey = nil }, .missingKey), ({ $0.box = nil }, .missingKey),
      ({ $0.vkey = oldKey }, .keyKnown),
      ({ $0.box = base64([UInt8](repeating: 0, count: 32)) }, .boxKey),
    ] as [((inout Entry) -> Void, DirectoryFault)] {
      let found = try vault.log.fault(Act.keyRotate, by: worker) {
        offer(&$0)
        change(&$0)
      }
      #expect(found == .directory(expected))
    }
    #expect(
      try vault.log.fault(Act.keyRotate, by: vault.log.root, offer) == .directory(.signerRole))
    let seq = try vault.log.append(Act.keyRotate, by: worker, offer)
    #expect(try vault.log.fault(Act.list, by: next) == .signer(.notInForce))
    let take = { (entry: inout Entry) in (entry.kind, entry.ref) = ("member", seq) }
    #expect(try vault.log.fault(Act.keyRotate, by: lead, take) == .directory(.signerRole))
    #expect(
      try vault.log.fault(Act.keyRotate, by: admin) { ($0.kind, $0.ref) = ("member", seq - 1) }
        == .directory(.nothingWaits))
    #expect(try vault.log.fault(Act.keyRotate, by: vault.log.root, take) == nil)

    let id = vault.log.roster.member(worker.actor)?.id
    try vault.log.append(Act.keyRotate, by: admin, take)
    #expect(try vault.log.fault(Act.keyRotate, by: admin, take) == .directory(.nothingWaits))
    #expect(try vault.log.fault(Act.list, by: worker) == .signer(.notInForce))
    #expect(try vault.log.fault(Act.list, by: worker, out: .denied) == .signer(.notInForce))
    #expect(try vault.log.append(Act.list, by: next) == vault.log.size - 1)
    let member = try #require(vault.log.roster.member(next.actor))
    #expect(member.id == id)
    #expect(member.box == next.box)
    #expect(member.holds(.socialWorker))
    #expect(vault.log.roster.member(worker.actor) == member)
    #expect(vault.log.roster.nextSequence(of: next.actor) == 1)
    // The old key does not come back, as nobody's.
    let back = try Person("code back")
    let backKey = try vault.log.vkey(back)
    try vault.log.append(Act.memberInvite, by: admin) {
      ($0.who, $0.grole, $0.vkey) = (SampleLog.handle("back"), "duty", backKey)
    }
    let again = try enrolment(vault, worker, vault.log.size - 1)
    #expect(try vault.log.fault(Act.memberEnrol, by: back, again) == .directory(.keyKnown))
  }

  @Test func nobodyTakesTheirOwnNewKeys() throws {
    var vault = try SampleVault()
    let (admin, next) = (vault.admin, try Person("admin 2"))
    let key = try vault.log.vkey(next)
    let offer = { (entry: inout Entry) in
      (entry.kind, entry.vkey, entry.box) = ("member", key, base64(next.box.bytes))
    }
    let seq = try vault.log.append(Act.keyRotate, by: admin, offer)
    let take = { (entry: inout Entry) in (entry.kind, entry.ref) = ("member", seq) }
    #expect(try vault.log.fault(Act.keyRotate, by: admin, take) == .directory(.ownSecond))
    try vault.log.append(Act.keyRotate, by: vault.log.root, take)
    #expect(vault.log.roster.holders(of: .admin).map(\.actor) == [next.actor])
  }

  @Test func anOfferIsReplacedByTheNextAndEndsWithSuspension() throws {
    var vault = try SampleVault()
    let (worker, admin) = (vault.worker, vault.admin)
    var seqs: [Int] = []
    for name in ["worker 2", "worker 3"] {
      let next = try Person(name)
      let key = try vault.log.vkey(next)
      try seqs.append(
        vault.log.append(Act.keyRotate, by: worker) {
          ($0.kind, $0.vkey, $0.box) = ("member", key, base64(next.box.bytes))
        })
    }
    func take(_ seq: Int) throws -> AuditLogError? {
      try vault.log.fault(Act.keyRotate, by: admin) { ($0.kind, $0.ref) = ("member", seq) }
    }
    #expect(try take(seqs[0]) == .directory(.nothingWaits))
    #expect(try take(seqs[1]) == nil)
    try vault.log.append(Act.memberSuspend, by: admin) { $0.subj = worker.actor }
    #expect(try take(seqs[1]) == .directory(.nothingWaits))
  }

  /// Suspension ends what waits: a role for the member, and what the member asked for.
  @Test func nothingOfASuspendedMembersWaits() throws {
    var vault = try SampleVault()
    let (admin, lead, worker) = (vault.admin, vault.lead, vault.worker)
    let lead2 = try vault.log.join("lead 2", as: "lead", admin: admin, lead: lead)
    let add = try vault.log.append(Act.roleAdd, by: admin) {
      ($0.subj, $0.grole) = (worker.actor, "duty")
    }
    let asked = try vault.log.append(Act.rulesAdopt, by: lead2) { $0.sum = SampleLog.grant }
    let give = { (entry: inout Entry) in entry.ref = asked }
    let second = { (entry: inout Entry) in
      (entry.subj, entry.grole, entry.ref) = (worker.actor, "duty", add)
    }
    #expect(try vault.log.fault(Act.keyWrap, by: lead, second) == nil)
    #expect(try vault.log.fault(Act.approvalGive, by: lead, give) == nil)
    for person in [worker, lead2] {
      try vault.log.append(Act.memberSuspend, by: admin) { $0.subj = person.actor }
    }
    #expect(try vault.log.fault(Act.keyWrap, by: lead, second) == .directory(.nothingWaits))
    #expect(try vault.log.fault(Act.approvalGive, by: lead, give) == .directory(.nothingWaits))
  }
}
