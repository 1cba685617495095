import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What becomes of an entry that is out of sight while the case is restricted, erased or handed over, and whom nobody
/// finds by it.
@Suite struct RetractionMeanwhileTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func name() throws -> FieldValue? {
    try desk.read("lead", [Table.name], of: desk.shared)[Table.name]
  }

  // MARK: What else happens meanwhile

  @Test func whatIsRestrictedMeanwhile() throws {
    let asked = try desk.retract(Table.identity)
    let set = try desk.restrict(Table.phone, from: .intake)
    try desk.expectSound()
    try desk.leave(asked)
    #expect(try desk.read("social", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
    let again = try desk.retract(Table.identity)
    try desk.lift(set.record)
    let secrets = try desk.secrets(of: [Table.phone])
    try desk.erase(desk.shared, asked: again)
    try desk.expectNowhere(secrets)
    try desk.expectSound()
  }

  /// The class goes with what is out of sight; then nothing is left to give, and nothing comes back.
  @Test func itsClassIsErasedMeanwhile() throws {
    let asked = try desk.retract(Table.identity)
    let secrets = try desk.secrets(of: [Table.name, Table.phone])
    try desk.erase(.fieldClass(.identity))
    try desk.expectNowhere(secrets)
    #expect(throws: VaultError.nothingToDo) { try desk.erase(desk.shared, asked: asked) }
    try desk.leave(asked)
    #expect(try name() == nil)
    try desk.expectSound()
  }

  @Test func theCaseIsErasedMeanwhile() throws {
    try desk.retract(Table.identity)
    let secrets = try desk.secrets(of: desk.shared)
    try desk.erase(desk.shared)
    try desk.expectNowhere(secrets)
    try desk.expectSound()
  }

  /// One person's word does not leave it behind: the second answers before the case goes.
  @Test func theCaseIsHandedOverMeanwhile() throws {
    let hands = try Handing()
    let (here, there) = (hands.sender, hands.receiver)
    try here.add(Table.name, "Trần Thị Nhầm")
    let wrong = try here.name(of: Table.identity)
    let asked = try here.retract(Table.identity, wrong)
    #expect(throws: VaultError.self) { _ = try hands.handOver(here.shared) }
    let refused = try #require(try here.entries().last { $0.act == CaseAct.transfer.rawValue })
    #expect(refused.out == .denied && refused.why == .state)
    try here.erase(here.shared, asked: asked)
    let (received, acceptances) = try hands.handOver(here.shared)
    let names = try there.inspect { db in
      try Data.fetchAll(
        db, sql: "SELECT id FROM record WHERE file=?", arguments: [try there.key(of: received.id)])
    }
    #expect(!names.contains(Data(wrong.identifier.bytes)) && names.count > 4)
    try hands.finish(here.shared, on: acceptances)
    try here.expectSound()
    try there.expectSound()
  }

  /// What was sent is another case once something of it is taken back.
  @Test func itIsTakenBackBetweenTheTwo() throws {
    let hands = try Handing()
    let here = hands.sender
    let (_, acceptances) = try hands.handOver(here.shared)
    try here.retract(Table.identity)
    #expect(throws: VaultError.self) { try hands.finish(here.shared, on: acceptances) }
    try here.expectSound()
  }

  @Test func aFileThatIsKept() throws {
    let record = try desk.attach(.pattern(70_000))
    let parts = try desk.sealedParts()
    let asked = try desk.retract(Evidence.entity, record)
    #expect(throws: VaultError.self) { try desk.content(of: record) }
    #expect(try desk.listEvidence().records.isEmpty)
    try desk.expectSound()
    let back = try desk.leave(asked)
    #expect(try desk.content(of: record) == .pattern(70_000) && back > asked)
    try desk.erase(desk.shared, asked: try desk.retract(Evidence.entity, record))
    #expect(try desk.sealedParts().isEmpty)
    try desk.expectNowhere(parts)
    try desk.expectSound()
  }

  // MARK: Nobody is found by it

  @Test func nobodyIsFoundByIt() throws {
    try desk.rename(desk.shared, "Tran Thi Nham")
    #expect(try desk.find("Tran Thi Nham") == [desk.shared])
    let record = try desk.identity(of: desk.shared)
    let asked = try desk.retract(Table.identity)
    #expect(try desk.find("Tran Thi Nham") == [])
    #expect(try desk.faults().allSatisfy { $0.id != desk.shared })
    let terms = SearchField(
      record: record, field: Table.name, terms: Desk.terms("Tran Thi Nham"))
    try desk.leave(asked, finding: [terms])
    #expect(try desk.find("Tran Thi Nham") == [desk.shared])
    try desk.erase(desk.shared, asked: try desk.retract(Table.identity))
    #expect(try desk.find("Tran Thi Nham") == [])
    #expect(try desk.faults().allSatisfy { $0.id != desk.shared })
    try desk.expectSound()
  }

  /// What comes back without what it is found by has to be put in again, and says so.
  @Test func whatComesBackUnfoundSaysSo() throws {
    try desk.rename(desk.shared, "Tran Thi Nham")
    try desk.leave(try desk.retract(Table.identity))
    #expect(try desk.faults().contains { $0.id == desk.shared })
    try desk.reindex([desk.shared: "Tran Thi Nham"])
    #expect(try desk.faults().allSatisfy { $0.id != desk.shared })
  }
}
