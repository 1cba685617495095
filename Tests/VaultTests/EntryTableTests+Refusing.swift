import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

extension EntryTableTests {
  func refuse(_ desk: Desk) throws {
    try refused(desk, "social") { _ = try $0.invite("new", as: .intake, by: $1) }
    try refused(desk, "social") { _ = try $0.admit("police", by: $1) }
    try refused(desk, "social") { _ = try $0.makeRecoverySeed(as: $1) }
    try refused(desk, "social") { _ = try $0.logStatus(as: $1) }
    try refused(desk, "social") { _ = try $0.verifyLog(as: $1) }
    try refused(desk, "social") { _ = try $0.prove(3, as: $1) }
    try refused(desk, "social") { _ = try $0.beginFollowing(as: $1) }
    try refused(desk, "social") { _ = try $0.askAcceptance(as: $1) }
    try refused(desk, "social") { _ = try $0.giveAcceptance(of: 9, as: $1) }
    try accept(desk)
    try refuseRules(desk)
    try adoptRules(desk)
    try refused(desk, "auditor") { _ = try $0.list(as: $1) { _, _ in } }
    try refused(desk, "auditor") { try register($0, $1) }
    try refused(desk, "auditor") {
      _ = try $0.openCase(TestOffice.opening("EBCDEFGHN"), as: $1)
    }
    try refused(desk, "auditor") {
      _ = try $0.read([TestTable.name], of: desk.shared, for: Self.purpose, as: $1)
    }
    try refused(desk, "auditor") {
      let change = RecordChange(
        .sole, entity: TestTable.identity, fields: [TestTable.name: .text("C")])
      _ = try $0.write([change], to: desk.shared, as: $1)
    }
    try refused(desk, "social") {
      _ = try $0.assign("second", to: desk.shared, owner: false, as: $1)
    }
    try refused(desk, "social") { _ = try $0.unassign("health", from: desk.shared, as: $1) }
    try refused(desk, "health") {
      _ = try $0.share(
        [TestTable.name], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: Self.purpose, as: $1)
    }
  }

  /// A vault that was put back, accepted by two people; it is the client alone that believes it here.
  func accept(_ desk: Desk) throws {
    let asked = try desk.act("admin") { vault, session in
      let file = try #require(
        FileManager.default.contentsOfDirectory(atPath: desk.pins("admin")).first)
      let bytes = FileManager.default.contents(atPath: desk.pins("admin") + "/" + file)
      let pin = try #require(Pin(decoding: [UInt8](bytes ?? Data())))
      vault.putBack = PutBack(pin: pin, acceptance: nil)
      return try vault.askAcceptance(as: session).entry
    }
    try desk.act("auditor") { vault, session in
      _ = try vault.giveAcceptance(of: asked, as: session)
      _ = try vault.exportLog(
        to: desk.folder + "/export", from: 0, withHandles: true, as: session
      ) { _ in }
    }
  }

  /// Whatever somebody may bring, and is not what it must be.
  func bring(_ desk: Desk) throws {
    func brought(_ body: (Vault, borrowing Session) throws -> Void) throws {
      try stopped(desk, "auditor", body, #_sourceLocation) {
        if case .denied = $0 { false } else { true }
      }
    }
    try brought { _ = try $0.verifyLog(pins: [], as: $1) }
    try brought { _ = try $0.pin(into: [0x61], as: $1) }
    try brought { _ = try $0.addCosignature([0x61], witness: nil, as: $1) }
    try brought { _ = try $0.addTimestamp([0x30], authority: [], query: nil, as: $1) }
    try brought { _ = try $0.giveAcceptance(of: 3, as: $1) }
    try brought { vault, session in
      _ = try vault.exportLog(to: desk.path, from: 0, withHandles: false, as: session) { _ in }
    }
  }

  static let book = [RuleFile(name: "codes.csv", bytes: [0x62])]

  func refuseRules(_ desk: Desk) throws {
    let table = try TestTable.table()
    try refused(desk, "social") { _ = try $0.proposeRules(Self.book, fields: table, as: $1) }
    try refused(desk, "social") { _ = try $0.reviewRules(of: 9, as: $1) }
    try refused(desk, "social") { _ = try $0.refuseRules(of: 9, as: $1) }
  }

  /// Proposed, taken back, proposed again with a field more, and given.
  func adoptRules(_ desk: Desk) throws {
    let more = try FieldTable(
      TestTable.table().rules + [
        FieldRule(
          id: FieldID(777), entity: TestTable.reception, fieldClass: .support,
          read: TestTable.care, write: TestTable.care)
      ])
    let asked = try desk.act("lead") { vault, session in
      let first = try vault.proposeRules(Self.book, fields: TestTable.table(), as: session)
      _ = try vault.refuseRules(of: first.entry, as: session)
      return try vault.proposeRules(Self.book, fields: more, as: session).entry
    }
    try desk.act("admin") { vault, session in
      _ = try vault.ruleStanding(as: session)
      _ = try vault.exportRules(as: session)
      _ = try vault.waitingApprovals(as: session)
      _ = try vault.reviewRules(of: asked, as: session)
      _ = try vault.giveRules(of: asked, fields: more, as: session)
    }
  }
}
