import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What the time of a refusal tells of a handle.
@Suite struct UnknownHandleTests {
  /// An unknown handle costs what some member's passphrase costs, the same each time, and as often the
  /// dearer as members pay it.
  @Test func anUnknownHandleCostsWhatMembersPay() throws {
    let desk = try Desk()
    // Every other slot says that it costs a keeper's price; nobody unlocks in this test.
    try desk.tamper { db in
      for (index, row) in try Row.fetchAll(db, sql: "SELECT member,slot FROM slot").enumerated()
      where index % 2 == 0 {
        var slot = row["slot"] as Data
        slot.replaceSubrange(5..<17, with: [4, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0])
        try db.execute(
          sql: "UPDATE slot SET slot=? WHERE member=?", arguments: [slot, row["member"] as Int])
      }
    }
    let (one, other) = (try desk.vault("social"), try desk.vault("lead"))
    var keepers = 0
    for number in 0..<200 {
      let cost = try one.cost(ofUnknown: "nobody-\(number)")
      #expect(try other.cost(ofUnknown: "nobody-\(number)") == cost)
      #expect(cost == .low || cost == .keeper)
      if cost == .keeper { keepers += 1 }
    }
    #expect((60...140).contains(keepers))
  }

  /// A key that was kept for whoever had a handle before opens nothing of who has it now.
  @Test func aKeyThatWasKept() throws {
    let desk = try Desk()
    let vault = try desk.vault("lead")
    #expect(try vault.isKey(desk.bundleKey("lead"), of: "lead"))
    #expect(try !vault.isKey(desk.bundleKey("lead"), of: "social"))
    #expect(try !vault.isKey(desk.bundleKey("lead"), of: "nobody"))
  }
}
