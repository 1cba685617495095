import Testing
import Vault

@testable import Casework

/// Cells of a proposed book of which nothing would follow: refused with file and row.
@Suite struct UnheldCheckTests {
  private static func fault(
    _ table: RuleTable, _ rows: [(old: String, new: String)], over adopted: RuleBook = Book.builtIn
  ) throws -> RuleFault? {
    var text = Book.text(table)
    for row in rows {
      try #require(text.contains(row.old))
      text = text.components(around: row.old).joined(separator: row.new)
    }
    let proposed = try RuleBook(Book.with(table, text))
    do throws(CaseworkError) {
      try UnheldCheck(adopted: adopted, proposed: proposed).run()
    } catch {
      guard case .rules(let fault) = error else { return nil }
      return fault
    }
    return nil
  }

  private static let right = "L66_2011,victim_vn,b,during_stay"

  @Test func aConditionIsOneThatIsHeld() throws {
    #expect(try Self.fault(.entitlements, []) == nil)
    let row = (old: Self.right, new: "L66_2011,victim_vn,b,durring_stay")
    let fault = try #require(try Self.fault(.entitlements, [row]))
    #expect(fault.table == .entitlements && fault.reason == .unknownCode("durring_stay"))
    #expect(fault.line == (try Book.line(Self.right, in: .entitlements)))
    // Every word of the built-in book is one that the program knows.
    let words = Set(Book.builtIn.entitlements.rows.compactMap(\.condition))
    #expect(words.isSubset(of: SupportCondition.known) && words.count == 5)
  }

  /// A book that was adopted before can still be mended.
  @Test func whatIsInForceIsNotAskedAbout() throws {
    let row = (old: Self.right, new: "L66_2011,victim_vn,b,durring_stay")
    let text = Book.text(.entitlements).components(around: row.old).joined(separator: row.new)
    let adopted = try RuleBook(Book.with(.entitlements, text))
    #expect(try Self.fault(.entitlements, [row], over: adopted) == nil)
  }

  /// It would be asked and recorded afterwards as before, whatever two people agreed to.
  @Test func aFieldDoesNotEnd() throws {
    let start = "2200,stay,stay_from,"
    let line = try Book.line(start, in: .fields)
    let old = String(
      Book.text(.fields).split(separator: "\n", omittingEmptySubsequences: false)[line - 1])
    try #require(old.hasSuffix(","))
    let fault = try #require(try Self.fault(.fields, [(old: old, new: old + "2026-11-30")]))
    #expect(fault.table == .fields && fault.line == line)
    #expect(fault.reason == .fieldEnds("stay.stay_from"))
  }

  /// And it is a proposed book that is asked.
  @Test func aLeadIsToldWhenTheyPropose() throws {
    let office = try CaseOffice(crew: [])
    let text = Book.text(.entitlements).components(around: Self.right)
      .joined(separator: "L66_2011,victim_vn,b,durring_stay")
    let line = try Book.line("L66_2011,foreigner,b,during_stay", in: .entitlements)
    var lines = text.split(separator: "\n").map(String.init)
    // A row of its own, which begins in time.
    lines[line - 1] += "2030-12-31"
    lines.append(
      lines[line - 1].components(around: "during_stay").joined(separator: "in_stay")
        .components(around: "2012-01-01,2030-12-31").joined(separator: "2031-01-01,"))
    let rows = lines.map { $0.components(around: "durring_stay").joined(separator: "during_stay") }
    try office.act("lead") { casework, _ in
      _ = #expect(
        throws: CaseworkError.rules(
          RuleFault(.entitlements, line: lines.count, .unknownCode("in_stay")))
      ) {
        _ = try casework.draft([.entitlements: Array((rows.joined(separator: "\n") + "\n").utf8)])
      }
    }
  }
}
