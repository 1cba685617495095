import AuditLog
import Sealing
import Testing

@testable import Vault

extension EntryTableTests {
  /// The glass broken, given, closed and reviewed, and refused on the way.
  @Test func everyEntryOfAnEmergencyIsAsThePageSays() throws {
    let desk = try Desk()
    let vital = try desk.breakGlass(.vital).entry
    try desk.read("duty", [TestTable.allergies], of: desk.shared)
    let asked = try desk.breakGlass(.clinical).entry
    for handle in ["duty", "lead"] {
      #expect(throws: VaultError.self) { try desk.giveGlass(asked, by: handle) }
    }
    try desk.giveGlass(asked)
    #expect(throws: VaultError.self) { try desk.breakGlass(.vital, by: "social") }
    #expect(throws: VaultError.self) { try desk.breakGlass(.vital, of: CaseID(.zero)) }
    for entry in [vital, asked] {
      #expect(throws: VaultError.self) { try desk.closeGlass(entry, by: "social") }
      #expect(throws: VaultError.self) { try desk.reviewGlass(entry) }
      try desk.closeGlass(entry)
      try desk.act("lead") { vault, session in _ = try vault.emergency(entry, as: session) }
      #expect(throws: VaultError.self) {
        try desk.act("social") { vault, session in _ = try vault.emergency(entry, as: session) }
      }
      try desk.reviewGlass(entry)
    }
    let keyed = try desk.breakGlass(.identity).entry
    try desk.giveGlass(keyed, by: "lead")
    try desk.closeGlass(keyed)
    let (given, closed) = (
      try desk.entries().last { $0.ref == keyed && $0.grant != nil }, try desk.entries().last
    )
    #expect(given?.act == Act.approvalGive && closed?.gen != nil)
    let acts = try rows(desk).map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    for act in [
      "emergency.open  ok", "emergency.open  denied", "approval.give emergency ok",
      "approval.give  denied", "emergency.close  ok", "emergency.close  denied",
      "emergency.review  ok", "emergency.review  denied", "list emergency ok",
      "list emergency denied",
    ] { #expect(acts.contains(act), "\(act)") }
  }
}
