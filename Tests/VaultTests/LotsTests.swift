import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// Cases are sealed on one thread while others are stored: many lots, all or nothing, in their order.
@Suite struct LotsTests {
  private static func register() throws -> RegisterDigest {
    var pieces: [[UInt8]?] = [Array("row,full_name".utf8), nil]
    return try RegisterDigest { () throws(VaultError) -> [UInt8]? in pieces.removeFirst() }
  }

  private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")

  /// A code of nine, different for every number below 24 to the fourth.
  private static func code(_ number: Int) -> String {
    var rest = number
    var code = "ZZZZZ"
    for _ in 0..<4 {
      code.append(letters[rest % 24])
      rest /= 24
    }
    return code
  }

  private static func opening(_ number: Int, owner: MemberID? = nil) -> CaseOpening {
    var opening = TestOffice.opening(code(number), owner: owner, isMinor: number % 7 == 0)
    opening.records[1].fields[TestTable.name] = .text("Người số \(number)")
    return opening
  }

  /// Gives cases one by one; `fault` in place of the one it names.
  private static func source(
    _ count: Int, fault: (at: Int, error: VaultError)? = nil,
    owner: @escaping (Int) -> MemberID? = { _ in nil }
  ) -> () throws(VaultError) -> CaseOpening? {
    var next = 0
    return { () throws(VaultError) -> CaseOpening? in
      guard next < count else { return nil }
      if let fault, fault.at == next { throw fault.error }
      defer { next += 1 }
      return opening(next, owner: owner(next))
    }
  }

  private func counts(_ desk: Desk) throws -> [Int] {
    let records = try desk.inspect { db in
      try ["file", "record", "field", "pack", "class_key", "audit_leaf"].map {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0
      }
    }
    let custody = try desk.inspect(desk.custody) { db in
      try ["kk", "rec"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 }
    }
    return records + custody
  }

  @Test("Lots that name other owners than the lots before them open for exactly these")
  func manyLots() throws {
    let desk = try Desk()
    let before = try desk.entries().count
    let (social, second) = try desk.act("lead") { vault, _ in
      (try vault.member(named: "social"), try vault.member(named: "second"))
    }
    let owner = { (number: Int) -> MemberID? in
      number < 100 ? nil : number < 140 ? social : second
    }
    try desk.act("intake") { vault, session in
      let imported = try vault.importCases(
        register: Self.register(), as: session, Self.source(150, owner: owner))
      #expect(imported.count == 150)
      #expect(imported.entry == before + 150)
    }
    for number in [0, 63, 64, 99, 100, 128, 149] {
      let id = try desk.vault("lead").caseID(ofCode: Self.code(number))
      let seen = try desk.read("lead", [TestTable.name], of: id)
      #expect(seen[TestTable.name] == .text("Người số \(number)"))
      for (handle, member) in [("social", social), ("second", second)] {
        let mine = try? desk.read(handle, [TestTable.name], of: id)
        #expect((mine != nil) == (owner(number) == member), "\(handle), \(number)")
      }
    }
    let acts = try desk.entries()[before...].map(\.act).filter { $0 == Act.recordCreate }
    #expect(acts.count == 150)
    #expect(try desk.verify().findings == [])
  }

  @Test(
    "What a source throws, and a case that cannot be sealed, undo the lots before",
    arguments: [VaultError.nothingToDo, .unknownField(FieldID(4_000))])
  func allOrNothing(_ error: VaultError) throws {
    let desk = try Desk()
    let before = try counts(desk)
    try desk.act("intake") { vault, session in
      #expect(throws: error) {
        if case .unknownField(let field) = error {
          var next = 0
          _ = try vault.importCases(register: Self.register(), as: session) {
            () throws(VaultError) -> CaseOpening? in
            defer { next += 1 }
            var opening = Self.opening(next)
            if next == 90 { opening.records[0].fields[field] = .text("x") }
            return next < 150 ? opening : nil
          }
        } else {
          _ = try vault.importCases(
            register: Self.register(), as: session, Self.source(150, fault: (140, error)))
        }
      }
    }
    #expect(try counts(desk) == before)
    #expect(try desk.verify().findings == [])
  }
}
