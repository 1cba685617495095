import AuditLog
import Sealing
import Testing

/// Rule book and field table after the beginning: a lead proposes, somebody else makes it count.
@Suite struct RosterRulesTests {
  private var vault: SampleVault
  private let lead2: Person
  private static let book = Digest.of(Array("new book".utf8))
  private static let table = Digest.of(Array("new fields".utf8))

  init() throws {
    var vault = try SampleVault()
    lead2 = try vault.log.join("lead 2", as: "lead", admin: vault.admin, lead: vault.lead)
    self.vault = vault
  }

  private static func adopt(_ entry: inout Entry) { entry.sum = book }

  private static func set(_ ref: Int?) -> (inout Entry) -> Void {
    { ($0.kind, $0.sum, $0.ref) = ("fields", table, ref) }
  }

  private static func answer(_ ref: Int) -> (inout Entry) -> Void { { $0.ref = ref } }

  private mutating func propose() throws -> Int {
    try vault.log.append(Act.rulesAdopt, by: vault.lead, Self.adopt)
  }

  @Test mutating func oneAloneChangesNothing() throws {
    let asked = try propose()
    try vault.log.append(Act.schemaSet, by: vault.lead, Self.set(asked))
    let roster = vault.log.roster
    #expect(roster.rules == SampleLog.rules && roster.schema == SampleLog.schema)
    #expect(roster.proposal?.seq == asked)
    #expect(roster.proposal?.rules == Self.book && roster.proposal?.schema == Self.table)
    #expect(roster.proposer?.actor == vault.lead.actor)
  }

  @Test mutating func anotherLeadOrAnAdministratorGivesIt() throws {
    for person in [lead2, vault.admin] {
      let before = vault
      let asked = try propose()
      try vault.log.append(Act.approvalGive, by: person, Self.answer(asked))
      #expect(vault.log.roster.rules == Self.book)
      #expect(vault.log.roster.schema == SampleLog.schema, "no table came with it")
      #expect(vault.log.roster.proposal == nil)
      #expect(vault.log.roster.adoption?.seq == asked)
      #expect(vault.log.roster.adoption?.approval == vault.log.size - 1)
      // Answered is answered.
      #expect(
        try vault.log.fault(Act.approvalGive, by: person, Self.answer(asked))
          == .directory(.nothingWaits))
      vault = before
    }
    let asked = try propose()
    try vault.log.append(Act.schemaSet, by: vault.lead, Self.set(asked))
    try vault.log.append(Act.approvalGive, by: lead2, Self.answer(asked))
    #expect(vault.log.roster.rules == Self.book && vault.log.roster.schema == Self.table)
  }

  /// Every adoption that somebody could forge with keys of their own.
  @Test mutating func nobodyElseGivesIt() throws {
    let asked = try propose()
    let give = Self.answer(asked)
    #expect(try vault.log.fault(Act.approvalGive, by: vault.lead, give) == .directory(.ownSecond))
    for person in [vault.worker, vault.log.root] {
      #expect(try vault.log.fault(Act.approvalGive, by: person, give) == .directory(.second))
      let refused = try vault.log.fault(Act.approvalRefuse, by: person, give)
      #expect(refused == .directory(Self.fault(person, vault)))
    }
    // Refused to them, it is told, and it waits on.
    try vault.log.append(Act.approvalGive, by: vault.worker, out: .denied) {
      ($0.why, $0.ref) = (.role, asked)
    }
    #expect(vault.log.roster.rules == SampleLog.rules)
    #expect(vault.log.roster.proposal?.seq == asked)
  }

  /// Root signs no refusals at all.
  private static func fault(_ person: Person, _ vault: SampleVault) -> DirectoryFault {
    person.actor == vault.log.root.actor ? .signerRole : .second
  }

  @Test mutating func nobodyElseProposesIt() throws {
    for person in [vault.admin, vault.worker, vault.log.root] {
      #expect(
        try vault.log.fault(Act.rulesAdopt, by: person, Self.adopt) == .directory(.signerRole))
    }
    #expect(try vault.log.fault(Act.rulesAdopt, by: vault.lead) == .directory(.missingKey))
    // An approval of something that nobody proposed.
    #expect(
      try vault.log.fault(Act.approvalGive, by: lead2) { $0.sum = Self.book }
        == .directory(.nothingWaits))
    // What happens in a case is approved elsewhere.
    #expect(
      try vault.log.fault(Act.approvalGive, by: lead2) {
        ($0.ref, $0.rec) = (3, Identifier([UInt8](repeating: 7, count: 16)))
      } == nil)
  }

  @Test mutating func aFieldTableComesWithItsBook() throws {
    let lead = vault.lead
    for ref in [nil, 3] as [Int?] {
      #expect(
        try vault.log.fault(Act.schemaSet, by: lead, Self.set(ref)) == .directory(.nothingWaits))
    }
    let asked = try propose()
    #expect(
      try vault.log.fault(Act.schemaSet, by: lead) { ($0.sum, $0.ref) = (Self.table, asked) }
        == .directory(.missingKey))
    let set = Self.set(asked)
    #expect(try vault.log.fault(Act.schemaSet, by: vault.admin, set) == .directory(.signerRole))
    #expect(try vault.log.fault(Act.schemaSet, by: lead2, set) == .directory(.nothingWaits))
    try vault.log.append(Act.schemaSet, by: lead, set)
    // Another table under the same proposal would be one that nobody was shown.
    #expect(try vault.log.fault(Act.schemaSet, by: lead, set) == .directory(.nothingWaits))
  }

  @Test mutating func aNewerOneTakesItsPlace() throws {
    let first = try propose()
    let second = try vault.log.append(Act.rulesAdopt, by: lead2) { $0.sum = SampleLog.grant }
    #expect(
      try vault.log.fault(Act.approvalGive, by: vault.admin, Self.answer(first))
        == .directory(.nothingWaits))
    try vault.log.append(Act.approvalGive, by: vault.lead, Self.answer(second))
    #expect(vault.log.roster.rules == SampleLog.grant)
  }

  @Test mutating func aRefusalEndsIt() throws {
    for person in [lead2, vault.admin, vault.lead] {
      let asked = try propose()
      // Of something else: not the directory's.
      try vault.log.append(Act.approvalRefuse, by: person, Self.answer(asked - 1))
      #expect(vault.log.roster.proposal?.seq == asked)
      try vault.log.append(Act.approvalRefuse, by: person, Self.answer(asked))
      #expect(vault.log.roster.proposal == nil)
      #expect(
        try vault.log.fault(Act.approvalGive, by: lead2, Self.answer(asked))
          == .directory(.nothingWaits))
    }
    #expect(vault.log.roster.rules == SampleLog.rules)
  }

  /// Whoever is no lead any more has nothing that waits.
  @Test mutating func itEndsWithTheRole() throws {
    for end in [Act.roleRemove, Act.memberSuspend] {
      let before = vault
      let asked = try propose()
      try vault.log.append(end, by: vault.admin) {
        ($0.subj, $0.grole) = (vault.lead.actor, end == Act.roleRemove ? "lead" : nil)
      }
      #expect(
        try vault.log.fault(Act.approvalGive, by: lead2, Self.answer(asked))
          == .directory(.nothingWaits))
      vault = before
    }
  }

  @Test mutating func itTravelsInThePin() throws {
    let plain = vault.log.roster.encoded()
    let asked = try propose()
    let alone = vault.log.roster
    try vault.log.append(Act.schemaSet, by: vault.lead, Self.set(asked))
    let both = vault.log.roster
    try vault.log.append(Act.approvalGive, by: lead2, Self.answer(asked))
    for (roster, version) in [(alone, plain[0]), (both, plain[0]), (vault.log.roster, 3)] {
      let bytes = roster.encoded()
      #expect(bytes[0] == version)
      #expect(Roster(decoding: bytes) == roster)
      for count in bytes.indices { #expect(Roster(decoding: Array(bytes[..<count])) == nil) }
    }
  }

  /// Signatures of what changes the directory are checked by every command.
  @Test(arguments: [Act.rulesAdopt, Act.schemaSet, Act.approvalGive, Act.approvalRefuse])
  func itChangesTheDirectory(_ act: String) {
    let entry = Entry(
      after: Frontier(), t: 0, act: act, out: .ok, actor: lead2.actor, aseq: 0)
    #expect(entry.changesDirectory)
  }
}
