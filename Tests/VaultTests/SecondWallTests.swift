import AuditLog
import Sealing
import Testing

@testable import Vault

/// The second wall: with the policy out of the way, a member's keys open what the table gives them and
/// no other class of any case.
@Suite struct SecondWallTests {
  /// How each member stands to the case that social and health were given.
  private static let relations: [String: Relation] = [
    "social": .assigned, "health": .assigned, "lead": .standing, "deputy": .standing,
    "figures": .standing, "duty": .emergency, "night": .emergency,
  ]

  /// Every version of every class that exists, tried with a member's keys.
  private func opened(
    _ desk: Desk, _ handle: String, _ id: CaseID
  ) throws -> (opened: Set<FieldClass>, closed: Set<FieldClass>) {
    try desk.act(handle) { vault, session in
      let keyring = session.keyring
      let context = (session.member, session.memberKey, session.sid)
      return try vault.store.look { tx throws(VaultError) in
        let act = ActContext(
          vault: vault, tx: tx, asker: vault.asker(context.0, context.1), keyring: keyring,
          sid: context.2)
        guard let file = try tx.file(id) else { throw .noSuchCase }
        keyring.beginCase()
        let keys = try CaseKeys(
          file, for: act.principals(), keyring: keyring, custody: vault.custody, tx)
        var found: (opened: Set<FieldClass>, closed: Set<FieldClass>) = ([], [])
        for row in try tx.classKeys(of: file.key) {
          guard let fieldClass = FieldClass(rawValue: row.keyClass) else { continue }
          do throws(VaultError) {
            _ = try keys.key(row.keyClass, version: row.version, tx)
            found.opened.insert(fieldClass)
          } catch {
            #expect(error == .keyMissing)
            found.closed.insert(fieldClass)
          }
        }
        return found
      }
    }
  }

  @Test func noKeyOpensADeniedClass() throws {
    let desk = try Desk()
    for member in Desk.everyone {
      let found = try opened(desk, member.handle, desk.shared)
      for fieldClass in FieldClass.keyed {
        let relation = Self.relations[member.handle] ?? .stranger
        let mayHold = PolicyTableTests.cell(member.role, relation, fieldClass) == "K"
        #expect(found.opened.contains(fieldClass) == mayHold, "\(member.handle) \(fieldClass)")
        #expect(found.closed.contains(fieldClass) == !mayHold, "\(member.handle) \(fieldClass)")
      }
    }
  }

  @Test func onlyTheOpenerAndTheStandingHoldAFreshCase() throws {
    let desk = try Desk()
    #expect(try opened(desk, "intake", desk.fresh).opened == [.support, .identity])
    #expect(try opened(desk, "social", desk.fresh).opened == [])
    #expect(try opened(desk, "health", desk.fresh).opened == [])
    #expect(try opened(desk, "duty", desk.fresh).opened == [.clinical, .vital])
  }

  /// The identity of a person under 18 is closed to who wrote it down.
  @Test func identityOfAMinorIsADeposit() throws {
    let desk = try Desk()
    let id = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL", isMinor: true), as: session).id
    }
    #expect(try opened(desk, "intake", id).opened == [.support])
    #expect(throws: VaultError.self) { try desk.read("intake", [TestTable.name], of: id) }
    #expect(try desk.read("lead", [TestTable.name], of: id).count == 1)
  }

  /// Whatever the policy allows, the keys open.
  @Test func everyAllowedFieldOpens() throws {
    let desk = try Desk()
    for member in Desk.everyone {
      let fields = Set(TestOffice.values.keys).union([TestTable.status])
      let allowed = try desk.act(member.handle) { vault, session in
        try vault.mayRead(fields, of: desk.shared, for: .treat, as: session)
      }
      guard !allowed.isEmpty else { continue }
      let seen = try desk.read(member.handle, allowed, of: desk.shared, for: .treat)
      for field in allowed where field != TestTable.status {
        #expect(seen[field] == TestOffice.values[field], "\(member.handle) \(field)")
      }
      #expect(allowed.contains(TestTable.status) == (seen[TestTable.status] != nil))
    }
  }

  @Test func whoReadsWhat() throws {
    let desk = try Desk()
    func allowed(_ handle: String) throws -> Set<FieldID> {
      try desk.act(handle) { vault, session in
        try vault.mayRead(
          Set(TestOffice.values.keys), of: desk.shared, for: .treat, as: session)
      }
    }
    typealias Table = TestTable
    #expect(
      try allowed("social")
        == [Table.channel, Table.name, Table.phone, Table.story, Table.shelter])
    #expect(try allowed("health") == [Table.injuries, Table.allergies])
    #expect(try allowed("figures") == [Table.facts])
    for handle in ["intake", "duty", "police", "legal", "second", "auditor", "admin", "trustee"] {
      #expect(try allowed(handle) == [], "\(handle)")
    }
  }
}
