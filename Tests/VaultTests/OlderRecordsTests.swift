import Foundation
import Sealing
import Testing

@testable import Vault

/// Older records beside today's custody, and somebody who works on: what the newer ones need of custody stays, so that
/// they can be put back.
@Suite struct OlderRecordsTests {
  private func open(_ code: String, _ desk: Desk) throws -> CaseID {
    try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening(code), as: session).id
    }
  }

  @Test func aNewCaseTakesNoNumberThatHasAKey() throws {
    let desk = try Desk()
    let older = desk.folder + "/older"
    try FileManager.default.copyItem(atPath: desk.records, toPath: older)
    let kept = try open("CBCDEFGHL", desk)
    let newer = desk.folder + "/newer"
    try FileManager.default.moveItem(atPath: desk.records, toPath: newer)
    try FileManager.default.moveItem(atPath: older, toPath: desk.records)
    // Of whom nobody remembers more.
    try desk.forgetPins()
    #expect(try Vault.checkup(at: desk.path).ailments.contains(.keysOfNothing(cases: 1)))
    _ = try open("DBCDEFGHM", desk)
    try desk.forgetPins()
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.moveItem(atPath: newer, toPath: desk.records)
    #expect(try desk.read("intake", [TestTable.name], of: kept).count == 1)
    // And the key of the other one is left to whoever has those records.
    #expect(try Vault.checkup(at: desk.path).ailments.contains(.keysOfNothing(cases: 1)))
  }
}
