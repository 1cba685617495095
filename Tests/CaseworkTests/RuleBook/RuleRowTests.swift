import Testing
import Vault

@testable import Casework

@Suite struct RuleRowTests {
  /// A row of a table with some cells filled.
  private func row(_ table: RuleTable, _ cells: [String: String]) throws -> RuleRow {
    let columns = table.columns
    let record = CSVRecord(line: 7, cells: columns.map { cells[$0] ?? "" })
    return try RuleRow(table, columns: columns, record)
  }

  private func refusal<Value>(_ body: () throws -> Value) -> RuleFault.Reason? {
    do { _ = try body() } catch CaseworkError.rules(let fault) {
      return fault.line == 7 ? fault.reason : nil
    } catch {}
    return nil
  }

  @Test func numbersHaveOneSpelling() throws {
    func number(_ text: String) throws -> UInt16 {
      try row(.entities, ["number": text]).number("number", as: UInt16.self)
    }
    #expect(try number("1") == 1)
    #expect(try number("65535") == 65535)
    for text in ["0", "01", "+1", "-1", "65536", "1.0", " 1", "１", "x"] {
      #expect(refusal { try number(text) } == .badCell(column: "number"), "\(text)")
    }
    #expect(refusal { try number("") } == .emptyCell(column: "number"))
  }

  @Test func wordsAreLowerCaseASCII() throws {
    func word(_ text: String) throws -> String { try row(.entities, ["name": text]).word("name") }
    #expect(try word("person") == "person")
    #expect(try word("other_id2") == "other_id2")
    for text in ["Person", "other-id", "other id", "người", "a.b"] {
      #expect(refusal { try word(text) } == .badCell(column: "name"), "\(text)")
    }
  }

  @Test func rolesAreNamedAndOneWordBeside() throws {
    func roles(_ text: String) throws -> (roles: RoleSet, also: Bool) {
      try row(.fields, ["read": text]).roles("read", alsoAllowed: "receiver")
    }
    #expect(try roles("lead").roles == RoleSet([.lead]))
    let both = try roles("lead;receiver;legal_aid")
    #expect(both.roles == RoleSet([.lead, .legalAid]) && both.also)
    #expect(try roles("receiver").roles.isEmpty)
    #expect(refusal { try roles("lead;system") } == .unknownRole("system"))
    #expect(refusal { try roles("lead ") } == .unknownRole("lead "))
    #expect(refusal { try roles(";lead") } == .unknownRole(""))
    #expect(refusal { try roles("") } == .emptyCell(column: "read"))
  }

  @Test func citationsMayLackOnlyWhereNothingIsVerified() throws {
    func citation(_ text: String, _ status: String, _ mayBeEmpty: Bool) throws -> Citation {
      try row(.codes, ["source": text, "status": status])
        .citation("source", mayBeEmpty: mayBeEmpty)
    }
    #expect(try citation("Law", "verified", false).isVerified)
    #expect(try citation("", "unverified", true).text.isEmpty)
    #expect(refusal { try citation("", "unverified", false) } == .emptyCell(column: "source"))
    #expect(refusal { try citation("", "verified", true) } == .emptyCell(column: "source"))
    // Blanks are no citation, and no name.
    for blank in ["  ", "\u{A0}", "\u{3000} "] {
      #expect(refusal { try citation(blank, "verified", false) } == .emptyCell(column: "source"))
      #expect(refusal { try citation(blank, "unverified", false) } == .emptyCell(column: "source"))
      #expect(try citation(blank, "unverified", true).text.isEmpty)
      let label = ["label_vi": blank, "label_en": "Name"]
      #expect(refusal { try row(.codes, label).label() } == .emptyCell(column: "label_vi"))
    }
    #expect(refusal { try citation("Law", "", false) } == .emptyCell(column: "status"))
    #expect(refusal { try citation("Law", "Verified", false) } == .badCell(column: "status"))
    #expect(
      refusal { try citation("project choice", "verified", false) } == .badCell(column: "status"))
  }

  @Test func validityIsOfWholeDaysInOrder() throws {
    func validity(_ from: String, _ to: String) throws -> Validity {
      try row(.places, ["valid_from": from, "valid_to": to]).validity()
    }
    #expect(try validity("", "") == Validity(from: nil, to: nil))
    #expect(try validity("2025-07-01", "").from?.text == "2025-07-01")
    #expect(refusal { try validity("2025-07-02", "2025-07-01") } == .endsBeforeItBegins)
    #expect(refusal { try validity("2025", "") } == .badCell(column: "valid_from"))
    #expect(refusal { try validity("", "2025-02-29") } == .badCell(column: "valid_to"))
    #expect(refusal { try validity("", "1/7/2025") } == .badCell(column: "valid_to"))
  }

  @Test func noCellHidesAControlCharacter() {
    for text in ["a\u{7}", "a\nb", "a\u{9B}31m", "a\tb"] {
      #expect(
        refusal { try row(.codes, ["label_vi": text]) } == .controlCharacter(column: "label_vi"))
    }
  }

  @Test func keyLettersAreThoseOfTheTable() {
    let letters: [(String, KeyAccess)] = [
      ("K", .key), ("D", .deposit), ("X", .excerpt), ("XD", .excerptAndDeposit), ("-", .nothing),
    ]
    for (text, access) in letters {
      #expect(KeyAccess(letters: text) == access && access.letters == text)
    }
    for text in ["", "DX", "k", "KD", "–", " K"] { #expect(KeyAccess(letters: text) == nil) }
    #expect(letters.filter { $0.1.mayRead }.map(\.0) == ["K", "X", "XD"])
    #expect(letters.filter { $0.1.mayWrite }.map(\.0) == ["K", "D", "XD"])
  }
}
