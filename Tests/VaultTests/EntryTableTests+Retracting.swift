import GRDB
import Testing

@testable import Vault

extension EntryTableTests {
  /// Entries of a case that are taken back: asked, refused, given, and what is refused of it.
  @Test func everyEntryOfARetractionIsAsThePageSays() throws {
    let desk = try Desk()
    #expect(throws: VaultError.self) { try desk.retract(TestTable.identity, by: "health") }
    try desk.leave(try desk.retract(TestTable.identity))
    let asked = try desk.retract(TestTable.identity, by: "lead")
    #expect(throws: VaultError.self) { try desk.erase(desk.shared, asked: asked, by: "lead") }
    try desk.erase(desk.shared, asked: asked)
    try desk.erase(desk.shared, asked: try desk.retract(TestTable.health), by: "night")
    try desk.tamper(sql: "UPDATE record SET version=9 WHERE entity=?", [Int(TestTable.statement)])
    #expect(throws: VaultError.self) { try desk.retract(TestTable.statement) }
    let acts = try rows(desk).map { "\($0.act) \($0.out)" }
    for act in [
      "case.retract ok", "case.retract denied", "case.retract failed", "approval.refuse ok",
      "approval.give denied",
    ] { #expect(acts.contains(act), "\(act)") }
  }
}
