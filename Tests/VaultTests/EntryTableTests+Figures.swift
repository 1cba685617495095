import GRDB
import Testing

@testable import Vault

extension EntryTableTests {
  /// Figures looked at, written into a file, given to somebody outside, refused, and of a case whose facts
  /// somebody spoilt.
  @Test func everyEntryOfFiguresIsAsThePageSays() throws {
    let desk = try Desk()
    func count(_ handle: String, _ use: FiguresUse) throws -> [[String]?] {
      try desk.act(handle) { vault, session in
        var found: [[String]?] = []
        _ = try vault.facts(TestTable.facts, for: use, as: session) { found.append($1) }
        return found
      }
    }
    let official = FiguresUse.official(recipient: "Recipient", provision: "Provision")
    #expect(try count("figures", .look) == [["2026-09", "female"], ["2026-09", "female"]])
    _ = try count("lead", .file)
    _ = try count("lead", official)
    for (handle, use) in [("social", .look), ("social", .file), ("figures", official)] {
      try refused(desk, handle) { vault, session in
        _ = try vault.facts(TestTable.facts, for: use, as: session) { _, _ in }
      }
    }
    try desk.tamper(
      sql: """
        UPDATE field SET blob=zeroblob(148) WHERE id=601 AND record IN \
        (SELECT key FROM record WHERE file=?)
        """, [try desk.key(of: desk.shared)])
    #expect(try count("figures", .look).count { $0 == nil } == 1)
    let acts = try rows(desk).map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    for act in [
      "stats  ok", "stats  denied", "stats  failed", "export stats ok", "export stats.official ok",
      "export statsstats.official denied",
    ] { #expect(acts.contains(act), "\(act)") }
  }

  /// Pages of a case, and a blank one.
  @Test func everyEntryOfAPageIsAsThePageSays() throws {
    let desk = try Desk()
    for kind in ["letter", "consent", "receipt", "accesses", "summary"] {
      _ = try desk.act("social") { vault, session in
        try vault.statePrint(kind, of: desk.shared, ref: 1, for: .careManagement, as: session)
      }
    }
    _ = try desk.act("social") { vault, session in try vault.stateBlankForm(as: session) }
    try refused(desk, "auditor") { _ = try $0.stateBlankForm(as: $1) }
    try refused(desk, "auditor") { _ = try $0.statePrint("summary", of: desk.shared, as: $1) }
    let acts = try rows(desk).map { "\($0.act) \($0.out)" }.filter { $0.hasPrefix("print") }
    #expect(acts.count { $0 == "print ok" } == 2 && acts.count { $0 == "print denied" } == 2)
  }

  /// Whose key is not for the facts opens none, whatever the program asks: the second wall.
  @Test func aForeignFieldIsNoFact() throws {
    let desk = try Desk()
    #expect(throws: VaultError.unknownField(TestTable.name)) {
      try desk.act("lead") { vault, session in
        _ = try vault.facts(TestTable.name, for: .look, as: session) { _, _ in }
      }
    }
  }
}
