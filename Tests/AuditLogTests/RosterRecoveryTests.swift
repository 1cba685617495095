import AuditLog
import Sealing
import Testing

/// Shares of the recovery seed and what trustees do with them: what the directory asks of each entry.
@Suite struct RosterRecoveryTests {
  private var vault: SampleVault
  private var trustees: [Person] = []
  private static let sum = Digest.of(Array("sealed".utf8))

  init() throws {
    var vault = try SampleVault()
    for number in 1...4 {
      trustees.append(
        try vault.log.join("trustee\(number)", as: "trustee", admin: vault.admin, lead: vault.lead))
    }
    self.vault = vault
  }

  private static func epoch(_ number: Int, _ name: String = "recovery") -> (inout Entry) -> Void {
    { entry in
      (entry.kind, entry.grole, entry.epoch) = ("epoch", name, number)
      (entry.box, entry.grant) = (base64(Digest.of([UInt8(number)]).bytes), SampleLog.grant)
    }
  }

  private static func share(
    _ person: Person, _ epoch: Int, _ ref: Int
  ) -> (inout Entry) -> Void {
    { entry in
      (entry.kind, entry.subj, entry.epoch) = ("share", person.actor, epoch)
      (entry.ref, entry.sum) = (ref, sum)
    }
  }

  private mutating func shareSeed(_ number: Int) throws -> Int {
    let made = try vault.log.append(Act.keyRotate, by: vault.lead, Self.epoch(number))
    for trustee in trustees.prefix(3) {
      try vault.log.append(Act.keyWrap, by: vault.lead, Self.share(trustee, number, made))
    }
    return made
  }

  @Test mutating func aSeedIsSharedAmongThree() throws {
    #expect(!vault.log.roster.isRecoveryDue, "there is none")
    let first = try vault.log.append(Act.keyRotate, by: vault.lead, Self.epoch(0))
    #expect(vault.log.roster.isRecoveryDue, "it lies on paper")
    let stale = Self.share(trustees[0], 0, first)
    let made = try shareSeed(1)
    let roster = vault.log.roster
    #expect(roster.shares.count == 3 && !roster.isRecoveryDue)
    let fault = { (log: inout SampleLog, by: Person, fill: (inout Entry) -> Void) in
      try log.fault(Act.keyWrap, by: by, fill)
    }
    #expect(try fault(&vault.log, vault.lead, stale) == .directory(.epoch))
    #expect(
      try fault(&vault.log, vault.lead, Self.share(trustees[3], 1, made))
        == .directory(.nothingWaits))
    #expect(
      try fault(&vault.log, vault.lead, Self.share(trustees[0], 1, made))
        == .directory(.signerRole))
    #expect(
      try fault(&vault.log, trustees[1], Self.share(trustees[0], 1, made))
        == .directory(.signerRole))
    #expect(
      try fault(&vault.log, vault.lead, Self.share(vault.worker, 1, made))
        == .directory(.roleNotHeld))
    // Of one's own, to keys of one's own.
    #expect(try fault(&vault.log, trustees[0], Self.share(trustees[0], 1, made)) == nil)
  }

  @Test mutating func onlyALeadSharesASeed() throws {
    let made = try vault.log.append(Act.keyRotate, by: vault.lead, Self.epoch(0))
    for person in [vault.admin, vault.worker, trustees[0]] {
      #expect(
        try vault.log.fault(Act.keyRotate, by: person, Self.epoch(1)) == .directory(.signerRole))
      #expect(
        try vault.log.fault(Act.keyWrap, by: person, Self.share(trustees[1], 0, made))
          == .directory(.signerRole))
    }
  }

  @Test mutating func itIsDueWhenATrusteeLeaves() throws {
    _ = try shareSeed(0)
    try vault.log.append(Act.memberSuspend, by: vault.admin) { $0.subj = self.trustees[3].actor }
    #expect(!vault.log.roster.isRecoveryDue, "who kept none")
    try vault.log.append(Act.roleRemove, by: vault.admin) {
      ($0.subj, $0.grole) = (self.trustees[1].actor, "trustee")
    }
    #expect(vault.log.roster.isRecoveryDue && vault.log.roster.isDue(.recovery))
    #expect(vault.log.roster.trustees.count == 2)
  }

  // MARK: Recovery

  private static func about(
    _ person: Person, _ role: String = "lead", ref: Int? = nil
  ) -> (inout Entry) -> Void {
    { ($0.subj, $0.grole, $0.ref) = (person.actor, role, ref) }
  }

  /// Enrolled, with a role that waits for a second person.
  private mutating func waiting(_ name: String, as role: String) throws -> Person {
    let person = try vault.log.enrol(name, as: role, invitedBy: vault.admin)
    let enrolled = vault.log.size - 1
    try vault.log.append(Act.roleAdd, by: vault.admin) {
      ($0.subj, $0.grole, $0.ref) = (person.actor, role, enrolled)
    }
    return person
  }

  @Test mutating func twoTrusteesPutALeadInForce() throws {
    _ = try shareSeed(0)
    let chief = try waiting("chief", as: "lead")
    let asked = try vault.log.append(Act.keyRecover, by: trustees[0], Self.about(chief))
    #expect(vault.log.roster.askedRecoveries.map(\.seq) == [asked])
    #expect(vault.log.roster.holders(of: .lead).count == 1)
    let run = try vault.log.append(
      Act.recoveryRun, by: trustees[1], Self.about(chief, ref: asked))
    #expect(vault.log.roster.holders(of: .lead).count == 2)
    #expect(vault.log.roster.askedRecoveries == [] && vault.log.roster.isRecoveryDue)
    let made = { (entry: inout Entry) in
      Self.epoch(0, "lead")(&entry)
      entry.by = run
    }
    // By the one who ran it, for that role, in the next entry, which says so.
    #expect(
      try vault.log.fault(Act.keyRotate, by: trustees[0], made) == .directory(.signerRole))
    #expect(
      try vault.log.fault(Act.keyRotate, by: trustees[1], Self.epoch(0, "lead"))
        == .directory(.signerRole))
    #expect(
      try vault.log.fault(Act.keyRotate, by: trustees[1]) { entry in
        Self.epoch(0, "duty")(&entry)
        entry.by = run
      } == .directory(.signerRole))
    var later = vault.log
    try later.append("list", by: trustees[1])
    #expect(try later.fault(Act.keyRotate, by: trustees[1], made) == .directory(.signerRole))
    try vault.log.append(Act.keyRotate, by: trustees[1], made)
    #expect(vault.log.roster.epoch(of: .lead)?.epoch == 0)
    let encoded = vault.log.roster.encoded()
    #expect(encoded[0] == 5 && Roster(decoding: encoded) == vault.log.roster)
  }

  /// Who put the seed together makes the next one, at once, and shares it among those who are trustees.
  @Test mutating func aRecoveryMakesTheNextSeed() throws {
    _ = try shareSeed(0)
    let chief = try waiting("chief", as: "lead")
    let asked = try vault.log.append(Act.keyRecover, by: trustees[0], Self.about(chief))
    let run = try vault.log.append(
      Act.recoveryRun, by: trustees[1], Self.about(chief, ref: asked))
    let next = { (name: String, number: Int) in
      { (entry: inout Entry) in
        Self.epoch(number, name)(&entry)
        entry.by = run
      }
    }
    #expect(
      try vault.log.fault(Act.keyRotate, by: trustees[0], next("recovery", 1))
        == .directory(.signerRole))
    #expect(
      try vault.log.fault(Act.keyRotate, by: trustees[1], Self.epoch(1)) == .directory(.signerRole))
    try vault.log.append(Act.keyRotate, by: trustees[1], next("lead", 0))
    var later = vault.log
    try later.append("list", by: trustees[1])
    #expect(
      try later.fault(Act.keyRotate, by: trustees[1], next("recovery", 1))
        == .directory(.signerRole))
    let made = try vault.log.append(Act.keyRotate, by: trustees[1], next("recovery", 1))
    let share = { (person: Person) in
      { (entry: inout Entry) in
        Self.share(person, 1, made)(&entry)
        entry.by = run
      }
    }
    #expect(
      try vault.log.fault(Act.keyWrap, by: trustees[0], share(trustees[0]))
        == .directory(.signerRole))
    later = vault.log
    for _ in 0..<3 { try later.append("list", by: trustees[1]) }
    #expect(
      try later.fault(Act.keyWrap, by: trustees[1], share(trustees[0])) == .directory(.signerRole))
    for trustee in trustees.prefix(3) {
      try vault.log.append(Act.keyWrap, by: trustees[1], share(trustee))
    }
    #expect(vault.log.roster.shares.count == 3 && !vault.log.roster.isRecoveryDue)
    #expect(
      try vault.log.fault(Act.keyRotate, by: trustees[1], next("recovery", 2))
        == .directory(.signerRole), "once")
  }

  @Test mutating func nobodyElseAndNobodyTwice() throws {
    _ = try shareSeed(0)
    let chief = try waiting("chief", as: "lead")
    for person in [vault.admin, vault.lead, vault.worker] {
      #expect(
        try vault.log.fault(Act.keyRecover, by: person, Self.about(chief))
          == .directory(.signerRole))
    }
    let asked = try vault.log.append(Act.keyRecover, by: trustees[0], Self.about(chief))
    let encoded = vault.log.roster.encoded()
    #expect(Roster(decoding: encoded) == vault.log.roster)
    for count in encoded.indices { #expect(Roster(decoding: Array(encoded[..<count])) == nil) }
    // Asked anew it takes the place of the ask before, which carries nothing any more.
    var later = vault.log
    let again = try later.append(Act.keyRecover, by: trustees[1], Self.about(chief))
    #expect(later.roster.askedRecoveries.map(\.seq) == [again])
    #expect(
      try later.fault(Act.recoveryRun, by: trustees[1], Self.about(chief, ref: asked))
        == .directory(.nothingWaits))
    let run = Self.about(chief, ref: asked)
    #expect(try vault.log.fault(Act.recoveryRun, by: trustees[0], run) == .directory(.ownSecond))
    for person in [vault.admin, vault.lead, vault.worker] {
      #expect(try vault.log.fault(Act.recoveryRun, by: person, run) == .directory(.signerRole))
    }
    #expect(
      try vault.log.fault(
        Act.recoveryRun, by: trustees[1], Self.about(chief, "duty", ref: asked))
        == .directory(.nothingWaits))
    #expect(
      try vault.log.fault(
        Act.recoveryRun, by: trustees[1], Self.about(vault.lead, ref: asked))
        == .directory(.nothingWaits))
    try vault.log.append(Act.recoveryRun, by: trustees[1], run)
    #expect(
      try vault.log.fault(Act.recoveryRun, by: trustees[2], run) == .directory(.nothingWaits))
  }

  @Test mutating func onlyStandingRolesAreRecovered() throws {
    for (role, fault) in [
      ("recovery", DirectoryFault.roleUnknown), ("social_worker", .roleUnknown),
      ("duty", .roleNotHeld),
    ] {
      #expect(
        try vault.log.fault(Act.keyRecover, by: trustees[0], Self.about(vault.lead, role))
          == .directory(fault))
    }
    #expect(
      try vault.log.fault(Act.keyRecover, by: trustees[0], Self.about(vault.lead)) == nil)
  }

  /// What waits goes with who asked, and with who it is for.
  @Test mutating func whatWaitsGoesWithThem() throws {
    let chief = try waiting("chief", as: "lead")
    try vault.log.append(Act.keyRecover, by: trustees[0], Self.about(chief))
    var other = vault.log
    try other.append(Act.memberSuspend, by: vault.admin) { $0.subj = chief.actor }
    #expect(other.roster.askedRecoveries == [])
    try vault.log.append(Act.roleRemove, by: vault.admin) {
      ($0.subj, $0.grole) = (self.trustees[0].actor, "trustee")
    }
    #expect(vault.log.roster.askedRecoveries == [])
  }
}
