import GRDB
import Testing

@testable import Vault

extension EntryTableTests {
  /// Somebody is looked for, before and after somebody spoilt the index, and it is put right.
  @Test func everyEntryOfASearchIsAsThePageSays() throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    func look(_ handle: String) throws {
      try desk.act(handle) { vault, session in
        let (search, _) = try vault.search(
          Desk.terms("le"), for: Self.purpose, use: .opening, as: session
        ) { $0 }
        let told = try vault.tell(
          search, cases: [desk.shared, desk.fresh], of: 2, showing: [], as: session)
        for isNew in [true, false] { _ = try vault.decide(told.entry, isNew: isNew, as: session) }
      }
    }
    try look("social")
    try look("lead")
    try refused(desk, "health") {
      _ = try $0.search([], for: Self.purpose, as: $1) { $0 }
    }
    try refused(desk, "health") { _ = try $0.decide(1, isNew: true, as: $1) }
    try refused(desk, "health") { _ = try $0.indexFaults(of: [], as: $1) }
    try refused(desk, "health") { _ = try $0.reindex([], as: $1) }
    #expect(try desk.faults() == [])
    try desk.tamper(sql: "UPDATE segment SET sealed=x'00'")
    try desk.tamper(
      sql: "UPDATE assignment SET since=1 WHERE file=?", [try desk.key(of: desk.shared)])
    try look("intake")
    try desk.reindex([desk.fresh: "Vo Thi Bon"])
    let acts = try rows(desk).map { "\($0.act) \($0.out)" }
    for act in [
      "search ok", "search denied", "search failed", "search.hit ok", "search.hit failed",
      "list denied", "recovery.run ok", "recovery.run denied",
    ] { #expect(acts.contains(act), "\(act)") }
  }
}
