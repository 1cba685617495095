import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Erasures that are given together are one act: all or none, each with entries and a receipt of its own.
@Suite struct ErasureBatchTests {
  private let desk: Desk
  private var ids: [CaseID] { [desk.shared, desk.fresh] }

  init() throws { desk = try Desk() }

  private func ask(_ handles: [String] = ["lead", "lead"]) throws -> [AskedErasure] {
    try zip(ids, handles).map { AskedErasure(try desk.askErasure(of: $0, by: $1), of: $0) }
  }

  private func give(_ asked: [AskedErasure], by handle: String = "deputy") throws -> [Erasure] {
    var place = 0
    return try desk.erase(asked, by: handle, at: &place)
  }

  /// What is there and opens.
  private func expectUntouched(_ place: SourceLocation = #_sourceLocation) throws {
    for id in ids {
      #expect(
        try desk.read("lead", [TestTable.name], of: id).count == 1, sourceLocation: place)
    }
    #expect(
      try desk.inspect { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM pending") } == 0,
      sourceLocation: place)
  }

  /// How often a file was changed: SQLite counts that in its header (Database File Format, 1.3.7).
  private func changes(_ path: String) throws -> Int {
    let head = try Data(contentsOf: URL(filePath: path)).prefix(28)
    return head.suffix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  // MARK: All of them

  @Test func eachHasItsOwn() throws {
    var secrets: [Data] = []
    for id in ids { secrets += try desk.secrets(of: id) }
    let asked = try ask()
    let done = try give(asked)
    let entries = try desk.entries()
    for (one, erasure) in zip(asked, done) {
      let (stated, approval) = (entries[erasure.entry], entries[erasure.approval])
      #expect(stated.act == Act.caseErase && stated.ref == one.entry && stated.by == approval.seq)
      #expect(stated.gen == erasure.generation && stated.note != nil)
      #expect(approval.act == Act.approvalGive && approval.ref == one.entry)
      #expect(approval.rec == stated.rec && erasure.tally.values > 0)
    }
    #expect(done.map(\.asked) == asked.map(\.entry))
    // One act, one generation.
    #expect(Set(done.map(\.generation)).count == 1)
    let left = try desk.everyByte()
    for secret in secrets { #expect(!left.contains { $0.range(of: secret) != nil }) }
    for table in ["pending", "file", "record", "pack"] {
      let rows = try desk.inspect { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
      }
      #expect(rows == 0, "\(table)")
    }
    try desk.expectSound()
  }

  /// However many there are, both files are changed as often as for one.
  @Test func asOftenAsOne() throws {
    func erasing(_ asked: [AskedErasure], in desk: Desk) throws -> [Int] {
      let paths = [desk.path + "/records.db", desk.custody]
      let before = try paths.map { try changes($0) }
      var place = 0
      try desk.erase(asked, at: &place)
      return try zip(paths, before).map { try changes($0) - $1 }
    }
    let other = try Desk()
    let one = [AskedErasure(try other.askErasure(of: other.shared), of: other.shared)]
    #expect(try erasing(ask(), in: desk) == erasing(one, in: other))
  }

  /// Asked for and read together, each with an entry of its own.
  @Test func askedTogether() throws {
    let before = try desk.entries().count
    var place = 0
    try desk.act("lead") { vault, session in
      let shown = try vault.read(
        ids.map { ($0, [TestTable.name]) }, for: nil, at: &place, as: session)
      #expect(shown.map(\.records.count) == [1, 1])
      let writings = zip(ids, shown).map { id, look in
        var writing = CaseWriting(.erase, since: look.version)
        writing.second = .ask(subject: "retention_ended", list: TestTable.pending)
        return (id: id, writing: writing)
      }
      let receipts = try vault.write(.erase, writings, at: &place, as: session)
      #expect(receipts.map(\.entry) == [before + 2, before + 3])
    }
    let new = try desk.entries().dropFirst(before)
    #expect(new.map(\.act) == [Act.fieldRead, Act.fieldRead, Act.caseErase, Act.caseErase])
    #expect(Set(new.compactMap(\.rec)).count == 2)
    try desk.expectSound()
  }

  /// A whole case and a part of another one: they stand in one part of the index.
  @Test func aPartBesideAWhole() throws {
    let part = try desk.askErasure(of: .fieldClass(.identity), of: desk.fresh)
    let whole = try desk.askErasure(of: desk.shared)
    let done = try give([
      AskedErasure(whole, of: desk.shared), AskedErasure(part, of: desk.fresh),
    ])
    #expect(done.map(\.part) == [nil, .fieldClass(.identity)])
    #expect(throws: VaultError.self) { try desk.read("lead", [TestTable.name], of: desk.shared) }
    #expect(try desk.versions(TestTable.name, of: desk.fresh) == [])
    try desk.expectSound()
  }

  // MARK: Or none

  /// What is refused of the last is refused of all, and nothing but that is written.
  @Test func whoAskedForOneHasLeft() throws {
    let asked = [
      AskedErasure(try desk.askErasure(of: desk.fresh), of: desk.fresh),
      AskedErasure(try desk.askErasure(of: desk.shared, by: "social"), of: desk.shared),
    ]
    try desk.suspend("social")
    let before = try desk.entries().count
    var place = 0
    #expect {
      try desk.erase(asked, at: &place)
    } throws: { error in
      if case VaultError.denied(.suspended, let entry) = error { entry == before } else { false }
    }
    #expect(try place == 1 && desk.entries().count == before + 1)
    let entry = try desk.entries()[before]
    #expect(entry.act == Act.approvalGive && entry.out == .denied && entry.ref == asked[1].entry)
    try expectUntouched()
    try desk.expectSound()
  }

  /// Nobody their own, also among others'.
  @Test func oneIsTheirOwn() throws {
    let asked = try ask(["lead", "deputy"])
    var place = 0
    #expect {
      try desk.erase(asked, at: &place)
    } throws: { error in
      if case VaultError.denied(.secondPerson, _) = error { true } else { false }
    }
    #expect(place == 1)
    try expectUntouched()
  }

  /// Somebody wrote since the rules were held against it.
  @Test func oneHasChanged() throws {
    let asked = try ask()
    var place = 0
    #expect(throws: VaultError.changedMeanwhile) {
      try desk.erase(
        [asked[0], AskedErasure(asked[1].entry, of: asked[1].id, since: 1)], at: &place)
    }
    #expect(place == 1)
    try expectUntouched()
  }

  /// Custody lacks the key of one: nobody can say whose case that is, and the others wait.
  @Test func aKeyIsMissing() throws {
    let asked = try ask()
    let file = try desk.key(of: desk.fresh)
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM kk WHERE file=?", arguments: [file])
    }
    var place = 0
    #expect {
      try desk.erase(asked, at: &place)
    } throws: { error in
      if case VaultError.caseWithoutKey = error { true } else { false }
    }
    #expect(place == 1)
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
  }

  /// The row of one was put in another's place: its ask is none of that case.
  @Test func asksAreExchanged() throws {
    let asked = try ask()
    var place = 0
    #expect(throws: VaultError.nothingAsked) {
      try desk.erase(
        [asked[0], AskedErasure(asked[0].entry, of: asked[1].id)], at: &place)
    }
    #expect(place == 1)
    try expectUntouched()
  }

  /// One that is refused among looks: nothing of the others is shown.
  @Test func oneLookIsRefused() throws {
    let before = try desk.entries().count
    var place = 0
    #expect(throws: VaultError.self) {
      try desk.act("social") { vault, session in
        _ = try vault.read(
          ids.map { ($0, [TestTable.name]) }, for: nil, at: &place, as: session)
      }
    }
    #expect(place == 1)
    #expect(try desk.entries().dropFirst(before).map(\.out) == [.ok, .denied])
  }

  /// One ask that may not be made is none for the others.
  @Test func oneAskIsRefused() throws {
    let before = try desk.entries().count
    var place = 0
    #expect(throws: VaultError.self) {
      try desk.act("social") { vault, session in
        let writings = ids.map { id in
          var writing = CaseWriting(.erase)
          writing.second = .ask(subject: "retention_ended", list: TestTable.pending)
          return (id: id, writing: writing)
        }
        _ = try vault.write(.erase, writings, at: &place, as: session)
      }
    }
    #expect(place == 1)
    #expect(try desk.entries().dropFirst(before).map(\.out) == [.denied])
  }

  // MARK: Killed

  /// Behind the commit: whoever comes next destroys for all and has each receipt.
  @Test(arguments: [true, false]) func itIsFinishedByTheNext(isCustodyDone: Bool) throws {
    let files = try ids.map { try desk.key(of: $0) }
    try desk.eraseAndDie(ids)
    #expect(try Vault.examine(desk.path).findings == [])
    if isCustodyDone { try desk.sweepAndDie() }
    let finished = try desk.finish("social")
    #expect(finished.count == 2 && finished.allSatisfy { $0.failed == nil })
    let entries = try desk.entries()
    for found in finished {
      #expect(entries[found.erasure.entry].by == found.erasure.approval)
      #expect(found.erasure.tally.values > 0)
    }
    for file in files {
      for table in ["kk", "rec"] {
        #expect(try desk.rows(of: file, in: table, of: desk.custody) == 0)
      }
      #expect(try desk.rows(of: file, in: "file") == 0)
    }
    #expect(try desk.finish("lead") == [])
    try desk.expectSound()
  }

  /// Killed at any moment, as a power cut leaves the files: none of them done, or all.
  @Test func powerCutsAtAnyMoment() throws {
    let asked = try ask()
    let worker = Thread { [self] in _ = try? give(asked) }
    worker.start()
    var cuts: [String] = []
    while !worker.isFinished || cuts.isEmpty {
      let cut = desk.folder + "/cut-\(cuts.count)"
      if try desk.freeze(to: cut) { cuts.append(cut) }
    }
    for cut in cuts {
      let vault = try Vault(opening: cut, pins: cut + "/pins", now: desk.clock.now)
      let lead = try vault.unlock(
        "lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
      #expect(try vault.verifyLog(as: lead).findings == [])
      let gone = ids.map { id in
        (try? vault.read([TestTable.name], of: id, for: nil, as: lead)) == nil
      }
      #expect(gone == [true, true] || gone == [false, false])
      #expect(try vault.store.look { tx throws(VaultError) in try tx.pending() } == [])
    }
  }
}
