import AuditLog
import Sealing
import Testing

/// Who gives roles, who seconds them, and the keys that come with standing roles.
@Suite struct RosterRoleTests {
  private func give(_ role: String, _ person: Person, _ ref: Int? = nil) -> (inout Entry) -> Void {
    { ($0.subj, $0.grole, $0.ref) = (person.actor, role, ref) }
  }

  @Test func aRoleIsAddedByAnAdminAsInvited() throws {
    var vault = try SampleVault()
    let (admin, lead, root) = (vault.admin, vault.lead, vault.log.root)
    let person = try vault.log.enrol("new", as: "duty", invitedBy: admin)
    let enrolled = vault.log.size - 1
    let right = give("duty", person, enrolled)
    for signer in [lead, vault.worker] {
      #expect(try vault.log.fault(Act.roleAdd, by: signer, right) == .directory(.signerRole))
    }
    #expect(try vault.log.fault(Act.roleAdd, by: root, right) == .directory(.signerRole))
    #expect(try vault.log.fault(Act.roleAdd, by: admin, right) == nil)
    for (change, expected) in [
      (give("duty", person), .enrolment), (give("duty", person, enrolled - 1), .enrolment),
      (give("police", person, enrolled), .enrolment),
      (give("cook", person, enrolled), .roleUnknown),
      ({ ($0.grole, $0.ref) = ("duty", enrolled) }, .missingKey),
      ({ ($0.subj, $0.ref) = (person.actor, enrolled) }, .missingKey),
      (give("duty", vault.log.root), .memberUnknown),
    ] as [((inout Entry) -> Void, DirectoryFault)] {
      #expect(try vault.log.fault(Act.roleAdd, by: admin, change) == .directory(expected))
    }
    try vault.log.append(Act.roleAdd, by: admin, right)
    #expect(try vault.log.fault(Act.roleAdd, by: admin, right) == .directory(.roleHeld))
    #expect(vault.log.roster.waitingRoles.map(\.role) == [.duty])
    #expect(try vault.log.fault(Act.fieldRead, by: person) == .signer(.noRole))
    // A further role needs no enrolment, and must not pretend to one.
    #expect(try vault.log.fault(Act.roleAdd, by: admin, give("duty", vault.worker)) == nil)
    #expect(
      try vault.log.fault(Act.roleAdd, by: admin, give("duty", vault.worker, enrolled))
        == .directory(.enrolment))
  }

  /// Every role but admin: which of the people there may second it.
  @Test(arguments: MemberRole.allCases.filter { $0 != .admin })
  func aLeadSecondsEveryRole(role: MemberRole) throws {
    var vault = try SampleVault()
    let (admin, lead, worker) = (vault.admin, vault.lead, vault.worker)
    let name = role.rawValue
    let holder = try vault.log.join("holder", as: name, admin: admin, lead: lead)
    let lead2 = try vault.log.join("lead 2", as: "lead", admin: admin, lead: lead)
    let person = try vault.log.enrol("new", as: name, invitedBy: admin)
    let add = try vault.log.add(name, to: person, by: admin)
    let second = give(name, person, add)
    let others = try vault.log.join("trustee", as: "trustee", admin: admin, lead: lead)

    #expect(try vault.log.fault(Act.keyWrap, by: admin, second) == .directory(.ownSecond))
    for signer in [worker, others] {
      #expect(try vault.log.fault(Act.keyWrap, by: signer, second) == .directory(.second))
    }
    // A holder may bring a statistician in, hands on the key of another standing role, or is refused.
    let byHolder = try vault.log.fault(Act.keyWrap, by: holder, second)
    switch role {
    case .lead, .duty, .statistician: #expect(byHolder == nil)
    default: #expect(byHolder == .directory(.second))
    }
    if role == .duty {
      try vault.log.append(Act.keyWrap, by: holder, second)
      #expect(vault.log.roster.waitingRoles.map(\.seq) == [add])
    }
    if role == .statistician {
      var other = vault.log
      try other.append(Act.keyWrap, by: holder, second)
      #expect(other.roster.member(person.actor)?.holds(role) == true)
    }
    let other = role == .police ? "intake" : "police"
    for wrong in [
      give(name, lead2, add), give(other, person, add), give(name, person, add - 1),
    ] {
      #expect(try vault.log.fault(Act.keyWrap, by: lead2, wrong) == .directory(.nothingWaits))
    }
    #expect(
      try vault.log.fault(Act.approvalGive, by: lead2) { $0.ref = add }
        == .directory(.nothingWaits), "an approval is no second for this role")
    try vault.log.append(Act.keyWrap, by: lead2, second)
    #expect(vault.log.roster.member(person.actor)?.roles.map(\.added) == [add])
    #expect(vault.log.roster.waitingRoles.isEmpty)
    // More keys for who has the role: any holder of a role may hand some on.
    #expect(try vault.log.fault(Act.keyWrap, by: lead2, second) == nil)
  }

  @Test func nobodySecondsThemselvesNorWhatTheyAdded() throws {
    var vault = try SampleVault()
    let (admin, lead) = (vault.admin, vault.lead)
    // The lead is offered another role, and would second it.
    let own = try vault.log.append(Act.roleAdd, by: admin, give("duty", lead))
    #expect(
      try vault.log.fault(Act.keyWrap, by: lead, give("duty", lead, own))
        == .directory(.ownSecond))
    // The admin adds, takes a new key, and would second with that.
    let trustee = try vault.log.join("trustee", as: "trustee", admin: admin, lead: lead)
    let person = try vault.log.enrol("admin 2", as: "admin", invitedBy: admin)
    let waiting = try vault.log.add("admin", to: person, by: admin)
    let both = try vault.log.append(Act.roleAdd, by: admin, give("trustee", admin))
    try vault.log.append(Act.keyWrap, by: lead, give("trustee", admin, both))
    let next = try Person("admin key 2")
    let key = try vault.log.vkey(next)
    let offer = try vault.log.append(Act.keyRotate, by: admin) {
      ($0.kind, $0.vkey, $0.box) = ("member", key, base64(next.box.bytes))
    }
    try vault.log.append(Act.keyRotate, by: vault.log.root) {
      ($0.kind, $0.ref) = ("member", offer)
    }
    let approve = { (entry: inout Entry) in entry.ref = waiting }
    #expect(try vault.log.fault(Act.approvalGive, by: next, approve) == .directory(.ownSecond))
    #expect(try vault.log.fault(Act.approvalGive, by: trustee, approve) == nil)
  }

  @Test func anAdminIsSecondedByATrusteeOrRoot() throws {
    var vault = try SampleVault()
    let (admin, lead) = (vault.admin, vault.lead)
    let trustee = try vault.log.join("trustee", as: "trustee", admin: admin, lead: lead)
    let person = try vault.log.enrol("admin 2", as: "admin", invitedBy: admin)
    let add = try vault.log.add("admin", to: person, by: admin)
    let approve = { (entry: inout Entry) in entry.ref = add }
    #expect(vault.log.roster.member(person.actor)?.holds(.admin) == false)
    for signer in [lead, vault.worker] {
      #expect(try vault.log.fault(Act.approvalGive, by: signer, approve) == .directory(.second))
    }
    #expect(
      try vault.log.fault(Act.keyWrap, by: lead, give("admin", person, add))
        == .directory(.second))
    #expect(try vault.log.fault(Act.approvalGive, by: vault.log.root, approve) == nil)
    try vault.log.append(Act.approvalGive, by: trustee, approve)
    #expect(vault.log.roster.member(person.actor)?.holds(.admin) == true)
    // Root's word for an admin needs nobody's.
    let third = try vault.log.enrol("admin 3", as: "admin", invitedBy: vault.log.root)
    try vault.log.add("admin", to: third, by: vault.log.root)
    #expect(vault.log.roster.holders(of: .admin).count == 3)
  }

  @Test func onlyALeadWhomRootInvitedNeedsNoSecond() throws {
    var vault = try SampleVault()
    let (admin, lead) = (vault.admin, vault.lead)
    // An admin's invitation, an admin's role: an invented lead waits for a real one.
    let invented = try vault.log.enrol("lead 2", as: "lead", invitedBy: admin)
    try vault.log.add("lead", to: invented, by: admin)
    #expect(vault.log.roster.member(invented.actor)?.holds(.lead) == false)
    #expect(try vault.log.fault(Act.fieldRead, by: invented) == .signer(.noRole))
    // Taken away, root's invitation is spent: the second time somebody must second it.
    try vault.log.append(Act.roleRemove, by: admin, give("lead", lead))
    #expect(try vault.log.fault(Act.fieldRead, by: lead) == .signer(.noRole))
    try vault.log.add("lead", to: lead, by: admin)
    #expect(vault.log.roster.member(lead.actor)?.holds(.lead) == false)
    #expect(vault.log.roster.waitingRoles.count == 2)
  }

  /// Roles that keep watch and roles that look exclude each other, both ways, waiting or in force.
  @Test func watchersDoNotLook() throws {
    for first in MemberRole.allCases where first != .admin && first != .lead {
      for second in MemberRole.allCases where second != first {
        var vault = try SampleVault()
        let (admin, lead) = (vault.admin, vault.lead)
        let person = try vault.log.join("new", as: first.rawValue, admin: admin, lead: lead)
        let found = try vault.log.fault(Act.roleAdd, by: admin, give(second.rawValue, person))
        let excluded = first.readsCases != second.readsCases
        #expect(found == (excluded ? .directory(.roleExcluded) : nil), "\(first), \(second)")
      }
    }
    #expect(MemberRole.allCases.filter { !$0.readsCases } == [.auditor, .admin, .trustee])
    var vault = try SampleVault()
    let (admin, worker) = (vault.admin, vault.worker)
    try vault.log.append(Act.roleRemove, by: admin, give("social_worker", worker))
    try vault.log.append(Act.roleAdd, by: admin, give("auditor", worker))
    #expect(
      try vault.log.fault(Act.roleAdd, by: admin, give("duty", worker))
        == .directory(.roleExcluded))
  }

  @Test func aRoleIsRemovedByAnAdmin() throws {
    var vault = try SampleVault()
    let (admin, lead, worker) = (vault.admin, vault.lead, vault.worker)
    let remove = give("social_worker", worker)
    #expect(try vault.log.fault(Act.roleRemove, by: lead, remove) == .directory(.signerRole))
    #expect(
      try vault.log.fault(Act.roleRemove, by: admin, give("duty", worker))
        == .directory(.roleNotHeld))
    #expect(
      try vault.log.fault(Act.roleRemove, by: admin, give("cook", worker))
        == .directory(.roleUnknown))
    try vault.log.append(Act.roleRemove, by: admin, remove)
    #expect(try vault.log.fault(Act.fieldRead, by: worker) == .signer(.noRole))
    let add = try vault.log.append(Act.roleAdd, by: admin, give("duty", worker))
    try vault.log.append(Act.roleRemove, by: admin, give("duty", worker))
    #expect(
      try vault.log.fault(Act.keyWrap, by: lead, give("duty", worker, add))
        == .directory(.nothingWaits))
  }

  private func epoch(_ role: String, _ number: Int) -> (inout Entry) -> Void {
    { entry in
      (entry.kind, entry.grole, entry.epoch) = ("epoch", role, number)
      (entry.box, entry.grant) = (base64(Digest.of([7]).bytes), SampleLog.grant)
    }
  }

  @Test(arguments: StandingRole.allCases) func epochsAreMadeByHolders(role: StandingRole) throws {
    var vault = try SampleVault()
    let (admin, lead, worker) = (vault.admin, vault.lead, vault.worker)
    let maker =
      role == .lead || role == .recovery
      ? lead : try vault.log.join("holder", as: role.name, admin: admin, lead: lead)
    #expect(role.maker == (role == .recovery ? .lead : MemberRole(rawValue: role.name)))
    let first = epoch(role.name, 0)
    for signer in [admin, worker, lead] where signer !== maker {
      #expect(try vault.log.fault(Act.keyRotate, by: signer, first) == .directory(.signerRole))
    }
    #expect(
      try vault.log.fault(Act.keyRotate, by: maker, epoch(role.name, 1)) == .directory(.epoch))
    for (change, expected) in [
      ({ $0.box = nil }, .missingKey), ({ $0.grant = nil }, .missingKey),
      ({ $0.epoch = nil }, .missingKey), ({ $0.grole = nil }, .missingKey),
      ({ $0.grole = "police" }, .roleUnknown),
      ({ $0.box = base64([UInt8](repeating: 0, count: 32)) }, .boxKey),
    ] as [((inout Entry) -> Void, DirectoryFault)] {
      let found = try vault.log.fault(Act.keyRotate, by: maker) {
        first(&$0)
        change(&$0)
      }
      #expect(found == .directory(expected))
    }
    for number in 0...2 {
      let seq = try vault.log.append(Act.keyRotate, by: maker, epoch(role.name, number))
      #expect(vault.log.roster.epoch(of: role)?.epoch == number)
      #expect(vault.log.roster.epoch(of: role)?.seq == seq)
      #expect(
        try vault.log.fault(Act.keyRotate, by: maker, epoch(role.name, number))
          == .directory(.epoch))
    }
    #expect(
      try vault.log.fault(Act.keyRotate, by: maker, epoch(role.name, 4)) == .directory(.epoch))
  }

  @Test(arguments: VaultKeyKind.allCases) func vaultKeysAreVersioned(kind: VaultKeyKind) throws {
    var vault = try SampleVault()
    let (admin, lead, worker) = (vault.admin, vault.lead, vault.worker)
    func version(_ number: Int?) -> (inout Entry) -> Void {
      { ($0.kind, $0.epoch, $0.grant) = (kind.rawValue, number, SampleLog.grant) }
    }
    #expect(try vault.log.fault(Act.keyRotate, by: worker, version(0)) == .directory(.signerRole))
    #expect(
      try vault.log.fault(Act.keyRotate, by: admin, version(0))
        == (kind == .vault ? nil : .directory(.signerRole)))
    #expect(try vault.log.fault(Act.keyRotate, by: lead, version(nil)) == .directory(.missingKey))
    #expect(try vault.log.fault(Act.keyRotate, by: lead, version(2)) == .directory(.epoch))
    #expect(try vault.log.fault(Act.keyRotate, by: lead, version(0)) == nil)
    for number in 1...3 {
      try vault.log.append(Act.keyRotate, by: lead, version(number))
      #expect(vault.log.roster.version(of: kind)?.version == number)
    }
    #expect(try vault.log.fault(Act.keyRotate, by: lead, version(3)) == .directory(.epoch))
    #expect(try vault.log.fault(Act.keyRotate, by: lead, version(5)) == .directory(.epoch))
  }

  @Test func keysOfACaseAreNotTheDirectorys() throws {
    var vault = try SampleVault()
    let before = vault.log.roster.epochs
    try vault.log.append(Act.keyRotate, by: vault.worker) { $0.kind = "case" }
    try vault.log.append(Act.keyRotate, by: vault.worker)
    try vault.log.append(Act.keyWrap, by: vault.worker) { $0.grant = SampleLog.grant }
    #expect(vault.log.roster.epochs == before)
  }
}
