import AuditLog
import Sealing
import Testing

@Suite struct RosterEncodingTests {
  /// A roster with something in every list.
  private func sample() throws -> Roster {
    var vault = try SampleVault()
    let (admin, lead) = (vault.admin, vault.lead)
    try vault.log.enrol("new", as: "duty", invitedBy: admin)
    let open = try Person("code open")
    let (openKey, next) = (try vault.log.vkey(open), try Person("worker 2"))
    let nextKey = try vault.log.vkey(next)
    try vault.log.append(Act.memberInvite, by: admin) {
      ($0.who, $0.grole, $0.vkey) = (SampleLog.handle("open"), "police", openKey)
    }
    try vault.log.append(Act.keyRotate, by: vault.worker) {
      ($0.kind, $0.vkey, $0.box) = ("member", nextKey, base64(next.box.bytes))
    }
    try vault.log.append(Act.roleAdd, by: admin) {
      ($0.subj, $0.grole) = (vault.worker.actor, "duty")
    }
    let asked = try vault.log.append(Act.rulesAdopt, by: lead) { $0.sum = SampleLog.grant }
    try vault.log.append(Act.schemaSet, by: lead) {
      ($0.kind, $0.sum, $0.ref) = ("fields", SampleLog.schema, asked)
    }
    try vault.log.append(Act.keyRotate, by: lead) {
      ($0.kind, $0.grole, $0.epoch) = ("epoch", "lead", 0)
      ($0.box, $0.grant) = (base64(next.box.bytes), SampleLog.grant)
    }
    try vault.log.append(Act.keyRotate, by: admin) {
      ($0.kind, $0.epoch, $0.grant) = ("vault", 1, SampleLog.grant)
    }
    let leaver = try vault.log.join("leaver", as: "intake", admin: admin, lead: lead)
    try vault.log.append(Act.memberSuspend, by: lead) {
      ($0.subj, $0.gen) = (leaver.actor, 12)
    }
    return vault.log.roster
  }

  @Test func aRosterComesBack() throws {
    let roster = try sample()
    #expect(roster.waitingRoles.count == 1)
    #expect(roster.waitingKeys.count == 1)
    #expect(roster.proposal?.schema == SampleLog.schema)
    let encoded = roster.encoded()
    let decoded = try #require(Roster(decoding: encoded))
    #expect(decoded == roster)
    #expect(decoded.encoded() == encoded)
    #expect(encoded[0] == 4)
    #expect(decoded.endedRoles.map(\.role) == [MemberRole.intake])
    let empty = Roster(origin: "safekeep/x")
    #expect(Roster(decoding: empty.encoded()) == empty)
  }

  @Test func everyCutAndAdditionIsRefused() throws {
    let encoded = try sample().encoded()
    for count in encoded.indices { #expect(Roster(decoding: Array(encoded[..<count])) == nil) }
    #expect(Roster(decoding: encoded + [0]) == nil)
    #expect(Roster(decoding: [2] + encoded.dropFirst()) == nil)
  }

  /// A changed byte is refused or another roster: never the same, and never a trap.
  @Test func everyChangedByteShows() throws {
    let roster = try sample()
    let encoded = roster.encoded()
    // Every decoding computes a dozen curve points: each third byte shows as much.
    for place in stride(from: 0, to: encoded.count, by: 3) {
      for value in [0, 0xff] as [UInt8] where encoded[place] != value {
        var changed = encoded
        changed[place] = value
        guard let other = Roster(decoding: changed) else { continue }
        #expect(other != roster, "byte \(place)")
        #expect(other.encoded() == changed)
      }
    }
  }
}
