import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A standing role that gets its first holder, or a new epoch, when there are cases already: the next
/// command of somebody who holds their keys hands them on.
@Suite struct LateRoleTests {
  private typealias Table = TestTable

  /// The whole way, as people go it.
  @Test func aStatisticianWhoComesLateReadsWhatWasThereBefore() throws {
    let office = try TestOffice()
    let early = try ["ABCDEFGHJ", "BBCDEFGHK", "CBCDEFGHL"].map { try office.openCase($0) }
    try office.invite("figures", as: .statistician)
    for handle in ["admin", "lead"] {
      try office.act(handle) { vault, session in _ = try vault.admit("figures", by: session) }
    }
    // The first holder makes the epoch; until a lead comes by, the cases of before stay shut.
    try office.act("figures") { vault, session in
      let found = try vault.status(as: session).dueCases
      #expect(found == [.init(role: "statistician", count: 3)])
      #expect(throws: VaultError.self) {
        try vault.read([Table.facts], of: early[0], for: nil, as: session)
      }
    }
    let late = try office.openCase("DBCDEFGHM")
    try office.act("intake") { _, session in
      let settled = session.settled
      #expect(settled == [], "an intake officer has no such keys")
    }
    try office.act("lead") { vault, session in
      let settled = session.settled
      #expect(settled == [Settled(role: "statistician", cases: 3, isMoreDue: false)])
      let found = try vault.status(as: session).dueCases
      #expect(found == [])
    }
    try office.act("lead") { _, session in
      let settled = session.settled
      #expect(settled == [])
    }
    try office.act("figures") { vault, session in
      for id in early + [late] {
        let seen = try vault.read([Table.facts], of: id, for: nil, as: session)
        #expect(seen.records.first?.fields[Table.facts] == .list(["2026-09", "female"]))
        #expect(throws: VaultError.self) {
          try vault.read([Table.name], of: id, for: .treat, as: session)
        }
      }
    }
    try office.act("auditor") { vault, session in
      let found = try vault.verifyLog(as: session).findings
      #expect(found == [])
    }
  }

  // MARK: A new epoch

  /// What a rotation does, by the holder's own client.
  private func renewEpoch(_ desk: Desk, _ handle: String, _ role: StandingRole) throws {
    try desk.act(handle) { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        let keyring = context.keyring
        let key = OfficeKey.standing(role)
        let seed = keyring.makeOfficeKey(key, version: 1)
        let box = try VaultError.sealing { () throws(SealingError) in
          try BoxKey(seed: seed, in: keyring.lasting).publicKey
        }
        let list = try OfficeKeys(
          vault: vault.id, ledger: vault.ledger, custody: vault.custody, keyring: keyring,
          tx: context.tx
        ).wrap(
          [OfficeKeys.Version(key: key, number: 1)],
          to: [.init(principal: keyring.principal, box: keyring.bundle.box.publicKey)])
        let seq = try context.append(Act.keyRotate) { entry in
          entry.kind = "epoch"
          entry.grole = role.name
          entry.epoch = 1
          entry.box = Data(box.bytes).base64EncodedString()
          entry.grant = list.digest
        }
        try context.tx.insertGrantList(list.bytes, of: 0, seq: seq)
        return .allowed(())
      }
    }
  }

  @Test func eachCaseHasOneEntryOfItsOwnAndAllOneBatch() throws {
    let desk = try Desk()
    try renewEpoch(desk, "figures", .statistician)
    let size = try desk.entries().count
    try desk.act("lead") { _, session in
      let settled = session.settled
      #expect(settled.first?.cases == 2)
    }
    let entries = try desk.entries()[size...]
    #expect(entries.map(\.act) == [Act.keyWrap, Act.keyWrap])
    for entry in entries {
      #expect(entry.grole == "statistician" && entry.epoch == 1 && entry.role == "lead")
      #expect(entry.ref == nil && entry.subj == nil && entry.man == nil)
      let list = try desk.inspect { db in
        try Data.fetchOne(
          db, sql: "SELECT list FROM grant_list WHERE seq=? AND file>0", arguments: [entry.seq])
      }
      #expect(entry.grant == Digest.of([UInt8](try #require(list))))
    }
    #expect(Set(entries.map(\.rec)).count == 2)
    let principal = StandingRole.statistician.principal(epoch: 1)
    let batches = try desk.inspect { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM batch b JOIN principal p ON p.key=b.principal \
          WHERE p.id=? AND p.epoch=1
          """, arguments: [Data(principal.id.bytes)])
    }
    #expect(batches == 1)
    #expect(try desk.read("figures", [Table.facts], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
  }

  /// Who wrote in between wrapped only what they made: the case is due all the same.
  @Test func aWriteInBetweenDoesNotHideWhatIsMissing() throws {
    let desk = try Desk()
    try renewEpoch(desk, "figures", .statistician)
    try desk.act("social") { vault, session in
      let change = RecordChange(
        .new, entity: Table.figures, fields: [Table.facts: .list(["2026-10", "male"])])
      _ = try vault.write([change], to: desk.shared, as: session)
    }
    try desk.act("lead") { _, session in
      let settled = session.settled
      #expect(settled.first?.cases == 2)
    }
    try desk.act("figures") { vault, session in
      let seen = try vault.read([Table.facts], of: desk.shared, for: nil, as: session)
      let values = Set(seen.records.compactMap { $0.fields[Table.facts] })
      #expect(values == [.list(["2026-09", "female"]), .list(["2026-10", "male"])])
    }
  }

  /// A role's own new epoch is served from the one before it, even by a holder of the old one alone.
  @Test func aRoleServesItsOwnNewEpochFromTheOldOne() throws {
    let desk = try Desk()
    try renewEpoch(desk, "lead", .lead)
    try desk.act("social") { vault, session in
      let found = try vault.status(as: session).dueCases
      #expect(found == [.init(role: "lead", count: 2)])
    }
    try desk.act("deputy") { vault, session in
      let settled = session.settled
      #expect(settled == [Settled(role: "lead", cases: 2, isMoreDue: false)])
    }
    #expect(try desk.read("lead", [Table.story], of: desk.shared).count == 1)
    #expect(throws: VaultError.self) {
      try desk.read("deputy", [Table.story], of: desk.shared)
    }
    #expect(try desk.verify().findings == [])
  }

  // MARK: Bounds

  @Test func oneCommandDoesABoundedPartAndSaysWhatIsLeft() throws {
    let desk = try Desk()
    let vault = try desk.vault("lead")
    let session = try vault.unlock(
      "lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
    try renewEpoch(desk, "figures", .statistician)
    _ = try vault.status(as: session)
    for left in [1, 0] {
      let settled = try vault.settleCases(session, limit: 1)
      #expect(settled == [Settled(role: "statistician", cases: 1, isMoreDue: left > 0)])
      let found = try vault.status(as: session).dueCases
      #expect(found.map(\.count) == (left > 0 ? [left] : []))
    }
    let settled = try vault.settleCases(session, limit: 1)
    #expect(settled == [])
  }

  /// However the work is cut, every case comes once and in order.
  @Test(arguments: [1, 2, 3, 7]) func theWorkGoesOnWhereItStopped(_ part: Int) throws {
    let office = try Desk()
    for number in 0..<7 {
      let symbols = Array("CDEFGHJ")
      try office.act("lead") { vault, session in
        _ = try vault.openCase(
          TestOffice.opening("\(symbols[number])BCDEFGHK"), as: session)
      }
    }
    let vault = try office.vault("lead")
    let session = try vault.unlock(
      "lead", bundleKey: office.bundleKey("lead"), sid: "0123456789abcdef")
    try renewEpoch(office, "figures", .statistician)
    _ = try vault.status(as: session)
    var parts: [Int] = []
    while case let settled = try vault.settleCases(session, limit: part), !settled.isEmpty {
      parts += settled.map(\.cases)
    }
    #expect(parts.reduce(0, +) == 9)
    #expect(parts.dropLast().allSatisfy { $0 == part })
    let given = try office.entries().filter { $0.act == Act.keyWrap && $0.epoch == 1 }
    #expect(given.count == 9 && Set(given.map(\.rec)).count == 9)
  }

  /// A case that is spoilt keeps nobody from the others, and stays due.
  @Test func aSpoiltCaseIsPassedOver() throws {
    let desk = try Desk()
    try renewEpoch(desk, "figures", .statistician)
    try desk.tamper(
      sql: "UPDATE pack SET outer=zeroblob(length(outer)) WHERE file=?",
      [try desk.key(of: desk.fresh)])
    try desk.act("lead") { vault, session in
      let settled = session.settled
      #expect(settled == [Settled(role: "statistician", cases: 1, isMoreDue: false)])
      let found = try vault.status(as: session).dueCases
      #expect(found == [.init(role: "statistician", count: 1)])
    }
    #expect(try desk.read("figures", [Table.facts], of: desk.shared).count == 1)
  }

  /// Found among many cases, some of them gone, by halving.
  @Test func theLastCaseOfBeforeIsFoundWhereverItLies() throws {
    let desk = try Desk()
    let end = try desk.entries().count
    let file = try desk.key(of: desk.shared)
    try desk.tamper { db in
      for key in 10...40 where key % 3 != 0 {
        try db.execute(
          sql: """
            INSERT INTO file SELECT ?,randomblob(16),version,man,prev,seq,writer,revision,operations \
            FROM file WHERE key=?
            """, arguments: [key, file])
        try db.execute(
          sql: "INSERT INTO grant_list VALUES(?,?,x'')", arguments: [key, end + key])
        try db.execute(
          sql: "INSERT INTO class_key VALUES(?,6,1,?,0)", arguments: [key, end + key])
      }
    }
    let vault = try desk.vault("lead")
    for made in [0, end, end + 11, end + 12, end + 29, end + 41] {
      let late = LateEpoch(
        role: .statistician, number: 7, box: try BoxKey.makeRandom().publicKey, made: made,
        classes: [.facts])
      let expected = (10...40).count { $0 % 3 != 0 && end + $0 < made } + (made < end ? 0 : 2)
      let (count, due, isAny) = try vault.store.look { tx throws(VaultError) in
        (try tx.countDueFiles(late), try tx.dueFiles(late, limit: 100), try tx.isAnyDue(late))
      }
      #expect(count == expected && due.count == expected)
      #expect(isAny == (expected > 0))
    }
  }
}
