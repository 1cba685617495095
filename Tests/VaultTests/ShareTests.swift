import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// The recovery seed in three shares: who sees which, and which are refused.
@Suite struct ShareTests {
  private static let keepers = ["trustee", "trustee2", "trustee3"]

  @Test func threeTrusteesKeepOneShareEach() throws {
    let desk = try Desk(hasTrustees: true)
    let shares = try Self.keepers.map { try desk.share(of: $0) }
    #expect(Set(shares).count == 3)
    #expect(shares.allSatisfy { $0.split(whereSeparator: \.isWhitespace).count == 33 })
    for pair in [[0, 1], [1, 2], [2, 0]] {
      let drilled = try desk.drill(pair.map { shares[$0] })
      #expect(drilled.seed == .recovery(epoch: 1))
    }
    let entries = try desk.entries()
    let made = try #require(entries.last { $0.act == Act.keyRotate && $0.grole == "recovery" })
    #expect(made.epoch == 1 && made.gen != nil && made.role == "lead")
    let given = entries.filter { $0.act == Act.keyWrap && $0.kind == "share" }
    #expect(given.map(\.seq) == Array(made.seq + 1...made.seq + 3))
    #expect(given.allSatisfy { $0.ref == made.seq && $0.epoch == 1 && $0.sum != nil })
    #expect(Set(given.map(\.subj)).count == 3)
    let shown = entries.filter { $0.act == Act.export && $0.kind == "share" }
    #expect(shown.map(\.sum) == given.map(\.sum))
    #expect(try desk.verify().findings == [])
  }

  /// The seed of before lay on paper, and nothing lies under it any more.
  @Test func theSheetOfBeforeOpensNothing() throws {
    let desk = try Desk(hasTrustees: true)
    let sheet = Desk.shares(on: desk.sheets.recovery)
    #expect(sheet.count == 3)
    for id in [desk.shared, desk.fresh] {
      let opened = try desk.opens(Array(sheet.prefix(2)), epoch: 0, of: id)
      #expect(opened.classes == [] && opened.office == [])
    }
    let plain = try Desk()
    let counts = try plain.opens(
      Array(Desk.shares(on: plain.sheets.recovery).suffix(2)), epoch: 0, of: plain.shared)
    #expect(counts.classes == Set(FieldClass.keyed).subtracting([.safety]))
    #expect(counts.office == ["vault", "operations", "index"])
  }

  @Test func aFourthTrusteeKeepsNone() throws {
    let desk = try Desk(hasTrustees: true)
    desk.expectNoted(.noShare) { _ = try desk.share(of: "trustee4") }
    #expect(try desk.entries().last?.out == .denied)
  }

  @Test func nobodySeesAnothersShare() throws {
    let desk = try Desk(hasTrustees: true)
    for other in ["trustee2", "lead", "nobody"] {
      let thrown = #expect(throws: VaultError.self) {
        try desk.act("trustee") { vault, session in
          try vault.checkShare(of: other, as: session)
        }
      }
      let last = try #require(try desk.entries().last)
      #expect(thrown == .shareOfAnother(entry: last.seq))
      #expect(last.act == Act.export && last.kind == "share" && last.out == .denied)
      #expect(last.why == .notAssigned && last.subj == nil)
    }
    try desk.act("trustee") { vault, session in
      try vault.checkShare(of: "trustee", as: session)
    }
    // Another's key does not open it either.
    let sum = try #require(try desk.entries().first { $0.kind == "share" }?.sum)
    try desk.act("trustee2") { vault, session in
      let sealed = try vault.store.look { tx throws(VaultError) in try tx.share(sum) }
      let box = try #require(sealed)
      #expect(throws: VaultError.doesNotOpen) {
        _ = try session.keyring.openShare(box, epoch: 1)
      }
    }
  }

  @Test func theRootSeedIsDrilledToo() throws {
    let desk = try Desk(hasTrustees: true)
    let sheet = Desk.shares(on: desk.sheets.root)
    #expect(try desk.drill(Array(sheet.prefix(2))).seed == .root)
    #expect(try desk.entries().last?.kind == "root")
  }

  // MARK: Refused

  private func changed(_ share: String, _ change: (inout [String]) -> Void) -> String {
    var words = share.split(whereSeparator: \.isWhitespace).map(String.init)
    change(&words)
    return words.joined(separator: " ")
  }

  private func words(_ shares: [Slip39Share]) throws -> [String] {
    try shares.map { share in
      try share.text().withSpan { text in
        String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
      }
    }
  }

  private func makeSeed() throws -> SecretBytes {
    try SecretBytes(copying: Randomness.bytes(32).span)
  }

  /// Two shares of a set of which it takes another number than ours.
  private func foreign(_ threshold: Int, of count: Int) throws -> [String] {
    let groups = [Slip39Group(threshold, of: count)]
    return try words(Array(Slip39.split(makeSeed(), groups: groups).prefix(2)))
  }

  /// One of each of two groups, both of which it takes.
  private func inGroups() throws -> [String] {
    let shares = try Slip39.split(
      makeSeed(), groupThreshold: 2, groups: [Slip39Group(2, of: 3), Slip39Group(2, of: 3)])
    return try words([shares[0], shares[3]])
  }

  @Test func whatIsWrongWithSharesIsNamedAndWrittenDown() throws {
    let desk = try Desk(hasTrustees: true)
    let own = try Self.keepers.map { try desk.share(of: $0) }
    let sheet = Desk.shares(on: desk.sheets.recovery)
    let strangers = Desk.shares(on: try Desk(isOther: true).sheets.recovery)
    let cases: [(ShareFault, [String])] = [
      (.tooFew, [own[0]]), (.duplicate, [own[0], own[0]]),
      (.otherSet, [own[0], sheet[1]]), (.otherSet, [own[0], strangers[1]]),
      (.otherSet, try foreign(3, of: 5)),
      (.otherSet, [own[0], try foreign(2, of: 3)[0]]), (.otherSeed, try foreign(2, of: 3)),
      (.otherSet, try inGroups()), (.otherSeed, [sheet[0], sheet[1]]),
      (.otherSeed, [strangers[2], strangers[1]]),
      (.checksum(share: 1), [changed(own[0]) { $0.swapAt(7, 9) }, own[1]]),
      (
        .checksum(share: 2),
        [own[0], changed(own[1]) { $0[20] = $0[20] == "zero" ? "yoga" : "zero" }]
      ),
      (.word(5, share: 2), [own[0], changed(own[1]) { $0[4] = "nhà" }]),
      (.length(share: 1), [changed(own[0]) { $0.removeLast() }, own[1]]),
    ]
    try desk.bring("chief", as: .lead)
    try desk.ask(for: "chief", by: "trustee2")
    for (fault, shares) in cases {
      for isDrill in [true, false] {
        let size = try desk.entries().count
        desk.expectNoted(.share(fault)) {
          if isDrill {
            try desk.drill(shares)
          } else {
            try desk.recover("chief", with: shares, by: "trustee")
          }
        }
        let entries = try desk.entries()
        #expect(entries.count == size + 1, "nothing else was written")
        let last = try #require(entries.last)
        #expect(last.act == (isDrill ? Act.keyDrill : Act.recoveryRun) && last.out == .failed)
        #expect(last.kind == fault.code && last.subj == nil && last.sum == nil)
      }
    }
    try desk.act("auditor") { vault, session in
      let status = try vault.status(as: session)
      #expect(status.waiting.map(\.kind) == [.role, .recovery])
    }
    #expect(try desk.verify().findings == [])
  }

  // MARK: Who leaves

  @Test func aNewSeedIsSharedWhenATrusteeLeaves() throws {
    let desk = try Desk(hasTrustees: true)
    let old = try Self.keepers.map { try desk.share(of: $0) }
    try desk.suspend("trustee2", by: "admin")
    try desk.act("admin") { vault, session in
      let due = try vault.status(as: session).dueKeys
      #expect(due == [.recovery])
      let keys = try vault.keyStatus(as: session).keys
      #expect(keys.first { $0.role == "recovery" }?.isDue == true)
    }
    // Until then the old one counts.
    try desk.drill([old[0], old[2]])
    try desk.act("lead") { vault, session in
      #expect(session.sharedSeed != nil)
      let settled = session.settled
      #expect(settled == [Settled(role: "recovery", cases: 2, isMoreDue: false)])
      let due = try vault.status(as: session).dueCases
      #expect(due == [.init(role: "recovery", count: 2, giver: "duty")])
    }
    try desk.act("duty") { vault, session in
      let settled = session.settled
      #expect(settled == [Settled(role: "recovery", cases: 2, isMoreDue: false)])
      let due = try vault.status(as: session).dueCases
      #expect(due == [])
    }
    desk.expectNoted(.share(.otherSeed)) { try desk.drill([old[0], old[2]]) }
    let opened = try desk.opens([old[0], old[1]], epoch: 1, of: desk.shared)
    #expect(opened.classes == [] && opened.office == [])
    let new = try ["trustee", "trustee3", "trustee4"].map { try desk.share(of: $0) }
    #expect(try desk.drill([new[1], new[2]]).seed == .recovery(epoch: 2))
    let held = try desk.opens([new[0], new[2]], epoch: 2, of: desk.fresh)
    #expect(held.classes == Set(FieldClass.keyed).subtracting([.safety]))
    #expect(try desk.verify().findings == [])
    let notes = try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM audit_note")
    }
    #expect(notes == 3, "shares of before are gone")
  }

  @Test func withTooFewTrusteesItWaits() throws {
    let desk = try Desk(hasTrustees: true)
    try desk.suspend("trustee4", by: "admin")
    try desk.suspend("trustee3", by: "admin")
    try desk.act("lead") { vault, session in
      #expect(session.sharedSeed == nil)
      let status = try vault.status(as: session)
      #expect(status.trusteesMissing == 1 && status.dueKeys == [.recovery])
    }
    #expect(try desk.drill(["trustee", "trustee2"].map { try desk.share(of: $0) }).entry > 0)
    #expect(try desk.verify().findings == [])
  }

  /// New keys of one's own: the share is sealed to them, and stays the same.
  @Test func aTrusteesOwnNewKeysOpenTheirShare() throws {
    let desk = try Desk(hasTrustees: true)
    let before = try desk.share(of: "trustee2")
    try desk.act("trustee2") { vault, session in _ = try vault.renewOwnKeys(as: session) }
    try desk.act("admin") { vault, session in _ = try vault.admit("trustee2", by: session) }
    #expect(try desk.share(of: "trustee2") == before)
    #expect(try desk.verify().findings == [])
    try desk.act("lead") { _, session in
      #expect(session.sharedSeed == nil, "nothing is due for it")
    }
  }

  // MARK: By other hands

  @Test func anAlteredShareIsNoticed() throws {
    let desk = try Desk(hasTrustees: true)
    try desk.tamper(sql: "UPDATE audit_note SET sealed=zeroblob(length(sealed))")
    #expect(try desk.verify().findings.map(\.code) == Array(repeating: "recovery.share", count: 3))
    desk.expectNoted(.doesNotOpen) { _ = try desk.share(of: "trustee") }
    #expect(try desk.entries().last?.why == .tampered)
  }
}
