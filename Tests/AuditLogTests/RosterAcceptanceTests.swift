import AuditLog
import Sealing
import Testing

/// `vault.accept`: two people, and what the directory remembers of it.
@Suite struct RosterAcceptanceTests {
  private var vault: SampleVault
  private let auditor: Person
  private static let sum = Digest.of(Array("head".utf8))

  init() throws {
    var vault = try SampleVault()
    auditor = try vault.log.join("auditor", as: "auditor", admin: vault.admin, lead: vault.lead)
    self.vault = vault
  }

  private static func ask(_ entry: inout Entry) { entry.sum = sum }

  @Test mutating func anAdministratorAsksAndAnAuditorGives() throws {
    let before = vault.log.roster
    let asked = try vault.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    #expect(vault.log.roster.waitingAcceptances.map(\.seq) == [asked])
    #expect(vault.log.roster.acceptances == [])
    #expect(vault.log.roster.acceptance(after: before) == nil)
    let given = try vault.log.append(Act.approvalGive, by: auditor) { $0.ref = asked }
    let roster = vault.log.roster
    #expect(roster.waitingAcceptances == [])
    #expect(roster.acceptances.map(\.approval) == [given])
    #expect(roster.acceptance(after: before)?.seq == asked)
    #expect(roster.acceptance(after: before)?.leaf == Tree.leafHash(vault.log.leaves[asked]))
    // Whoever has seen it is covered by the next one only.
    #expect(roster.acceptance(after: roster) == nil)
  }

  @Test mutating func nobodyElse() throws {
    for person in [vault.lead, vault.worker, auditor] {
      #expect(
        try vault.log.fault(Act.vaultAccept, by: person, Self.ask) == .directory(.signerRole))
    }
    #expect(try vault.log.fault(Act.vaultAccept, by: vault.admin) == .directory(.missingKey))
    let asked = try vault.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    let give = { (entry: inout Entry) in entry.ref = asked }
    #expect(try vault.log.fault(Act.approvalGive, by: vault.admin, give) == .directory(.ownSecond))
    for person in [vault.lead, vault.worker, vault.log.root] {
      #expect(try vault.log.fault(Act.approvalGive, by: person, give) == .directory(.second))
    }
    try vault.log.append(Act.approvalGive, by: auditor, give)
    #expect(try vault.log.fault(Act.approvalGive, by: auditor, give) == .directory(.nothingWaits))
  }

  /// Root asks in the name of a trustee, who is then no second person for it; and makes an auditor while one's word is
  /// wanted, and at no other time.
  @Test mutating func rootAsksForATrustee() throws {
    func join(_ name: String, as role: String) throws -> Person {
      try vault.log.join(name, as: role, admin: vault.admin, lead: vault.lead)
    }
    let (trustee, root) = (try join("trustee", as: "trustee"), vault.log.root)
    let late = try vault.log.enrol("late", as: "auditor", invitedBy: root)
    let enrolled = vault.log.size - 1
    let add = { (entry: inout Entry) in
      (entry.subj, entry.grole, entry.ref) = (late.actor, "auditor", enrolled)
    }
    #expect(try vault.log.fault(Act.roleAdd, by: root, add) == .directory(.signerRole))
    let fault = { (log: inout SampleLog, subject: Person?) in
      try log.fault(Act.vaultAccept, by: root) { ($0.sum, $0.subj) = (Self.sum, subject?.actor) }
    }
    #expect(try fault(&vault.log, nil) == .directory(.missingKey))
    for person in [vault.admin, vault.lead, auditor] {
      #expect(try fault(&vault.log, person) == .directory(.signerRole))
    }
    let asked = try vault.log.append(Act.vaultAccept, by: root) {
      ($0.sum, $0.subj) = (Self.sum, trustee.actor)
    }
    let waiting = try #require(vault.log.roster.waitingAcceptances.first)
    #expect(waiting.seq == asked && vault.log.roster.asker(of: waiting).actor == trustee.actor)
    #expect(Roster(decoding: vault.log.roster.encoded()) == vault.log.roster)
    let give = { (entry: inout Entry) in entry.ref = asked }
    #expect(try vault.log.fault(Act.approvalGive, by: trustee, give) == .directory(.ownSecond))
    try vault.log.append(Act.roleAdd, by: root, add)
    try vault.log.append(Act.approvalGive, by: late, give)
    #expect(vault.log.roster.acceptances.map(\.seq) == [asked])
  }

  /// What a suspended administrator asked for waits no more; what was given stays given.
  @Test mutating func suspensionDropsWhatWaits() throws {
    let first = try vault.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    try vault.log.append(Act.approvalGive, by: auditor) { $0.ref = first }
    try vault.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    try vault.log.append(Act.memberSuspend, by: vault.lead) { $0.subj = vault.admin.actor }
    #expect(vault.log.roster.waitingAcceptances == [])
    #expect(vault.log.roster.acceptances.map(\.seq) == [first])
    // That the log was put back is told all the same, and nobody refused it.
    #expect(vault.log.roster.putBacks == [first, first + 2])
    #expect(vault.log.roster.refusedAcceptance == nil)
  }

  /// By whoever might give it; it is told on, and counts for nobody.
  @Test mutating func anAuditorRefuses() throws {
    let asked = try vault.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    let refuse = { (entry: inout Entry) in entry.ref = asked }
    #expect(
      try vault.log.fault(Act.approvalRefuse, by: vault.admin, refuse) == .directory(.ownSecond))
    for person in [vault.lead, vault.worker] {
      #expect(try vault.log.fault(Act.approvalRefuse, by: person, refuse) == .directory(.second))
    }
    let waiting = vault.log.roster
    let refused = try vault.log.append(Act.approvalRefuse, by: auditor, refuse)
    let roster = vault.log.roster
    #expect(roster.waitingAcceptances == [] && roster.acceptances == [])
    #expect(roster.putBacks == [asked])
    #expect(roster.refusedAcceptance?.refusal == refused)
    for act in [Act.approvalGive, Act.approvalRefuse] {
      #expect(try vault.log.fault(act, by: auditor, refuse) == .directory(.nothingWaits))
    }
    let bytes = roster.encoded()
    #expect(bytes[0] == 6 && Roster(decoding: bytes) == roster)
    for count in bytes.indices { #expect(Roster(decoding: Array(bytes[..<count])) == nil) }
    for version in UInt8(1)...5 { #expect(Roster(decoding: [version] + bytes.dropFirst()) == nil) }
    #expect(Roster(decoding: [6] + waiting.encoded().dropFirst()) == nil)
    // Who asks anew has been answered nothing yet.
    try vault.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    #expect(vault.log.roster.refusedAcceptance == nil)
  }

  /// A log in the same place with another acceptance: the place alone says nothing.
  @Test mutating func theSamePlaceIsNotTheSameAcceptance() throws {
    var other = vault
    let asked = try vault.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    try vault.log.append(Act.approvalGive, by: auditor) { $0.ref = asked }
    // The same request, a second later.
    other.log.time += 1000
    try other.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    try other.log.append(Act.approvalGive, by: auditor) { $0.ref = asked }
    #expect(other.log.roster.acceptance(after: vault.log.roster)?.seq == asked)
  }

  @Test mutating func itTravelsInThePin() throws {
    let plain = vault.log.roster.encoded()
    #expect(plain[0] == 1)
    try vault.log.append(Act.vaultAccept, by: vault.admin, Self.ask)
    let waiting = vault.log.roster
    try vault.log.append(Act.approvalGive, by: auditor) { $0.ref = waiting.size - 1 }
    for roster in [waiting, vault.log.roster] {
      let bytes = roster.encoded()
      #expect(bytes[0] == 2)
      #expect(Roster(decoding: bytes) == roster)
      for count in bytes.indices { #expect(Roster(decoding: Array(bytes[..<count])) == nil) }
      // As the older form it would be another roster, or none.
      #expect(Roster(decoding: [1] + bytes.dropFirst()) == nil)
    }
    #expect(Roster(decoding: [2] + plain.dropFirst() + [0, 0, 0, 0]) == nil)
  }

  /// Its signature is checked by every command on its way from the pin to the head.
  @Test func itChangesTheDirectory() {
    let entry = Entry(
      after: Frontier(), t: 0, act: Act.vaultAccept, out: .ok, actor: auditor.actor, aseq: 0)
    #expect(entry.changesDirectory)
  }
}
