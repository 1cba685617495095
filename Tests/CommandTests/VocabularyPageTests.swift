import Casework
import Foundation
import Testing

@testable import safekeep

/// Documentation/Vocabulary.md rules: what the program calls a thing is what the page calls it.
@Suite struct VocabularyPageTests {
  /// Code, English, Vietnamese of every row of the table under a heading.
  private func rows(under heading: String) throws -> [[String]] {
    let lines = try Clone.text("Documentation/Vocabulary.md").split(separator: "\n")
    let start = try #require(lines.firstIndex { $0 == "## " + heading })
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
      .filter {
        $0.hasPrefix("| ") && !$0.hasPrefix("| English") && !$0.hasPrefix("| code")
          && !$0.hasPrefix("| noun")
      }
      .map { line in
        line.split(separator: "|").prefix(3).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        }
      }.filter { !$0[0].isEmpty }
  }

  private func compare(
    _ heading: String, _ terms: [String: Terms.Pair], _ place: SourceLocation = #_sourceLocation
  ) throws {
    let rows = try rows(under: heading)
    #expect(!rows.isEmpty, sourceLocation: place)
    for row in rows {
      let pair = try #require(terms[row[0]], sourceLocation: place)
      let vietnamese = row[2].lowercased()
      #expect(pair.english == row[1], sourceLocation: place)
      // Behind a comma the page says where an officer sits.
      #expect(
        vietnamese == pair.vietnamese || vietnamese.hasPrefix(pair.vietnamese + ","),
        sourceLocation: place)
    }
  }

  @Test func rolesClassesStatusesAndStatesHaveOneNameEach() throws {
    try compare("Roles", Terms.roles)
    try compare("Classes of fields (nhóm trường)", Terms.classes)
    try compare("Legal status", Terms.statuses)
    try compare("The state of a field", Terms.states)
    try compare("Stages", Terms.stages)
    try compare("Purposes", Terms.purposes)
  }

  /// The supports of Article 37, by their letters.
  @Test func supportsAreWhatTheRuleBookCallsThem() throws {
    let list = try #require(try RuleBook.builtIn().codeLists["regime"])
    let rows = try rows(under: "Supports (L53 Art. 37)").filter { list[$0[0]] != nil }
    #expect(rows.count == list.codes.count)
    for row in rows {
      let label = try #require(list[row[0]]?.label)
      #expect(label.english.lowercased() == "\(row[0])) \(row[1])")
      #expect(label.vietnamese.lowercased() == "\(row[0])) \(row[2])")
    }
  }

  /// Things of the vault and of the log that the program has a label for.
  @Test func labelsAreWhatThePageCallsThem() throws {
    let rows = try rows(under: "The vault and its keys") + rows(under: "The log")
    for (english, label) in [
      ("vault", Label.vault), ("case code", .caseCode), ("member", .member), ("handle", .handle),
      ("fingerprint", .fingerprint), ("invitation", .code), ("checkpoint", .checkpoint),
      ("origin", .origin), ("pin", .pin), ("purpose", .purpose), ("pseudonym", .caseName),
    ] {
      let row = try #require(rows.first { $0[0] == english }, "\(english)")
      let named = Terms.pair(label).vietnamese.lowercased()
      #expect(named.hasPrefix(row[1]) || row[1].hasSuffix(named), "\(english): \(named)")
    }
    let custody = try #require(rows.first { $0[0] == "custody" })
    #expect(Terms.pair(.generation).vietnamese.contains(custody[1]))
    #expect(Vietnamese().custodyFileMissing.contains(custody[1]))
    let denied = try #require(rows.first { $0[0] == "denied" })
    #expect(Terms.outcomes["denied"]?.vietnamese == denied[1])
  }

  /// What the rule book calls a thing that the program also has a word for.
  @Test func theRuleBookSaysTheSame() throws {
    let book = try RuleBook.builtIn()
    for (list, terms) in [
      ("status", Terms.statuses), ("state", Terms.states), ("role", Terms.roles),
      ("purpose_of_use", Terms.purposes),
    ] {
      let codes = try #require(book.codeLists[list]).codes
      #expect(!codes.isEmpty)
      for code in codes {
        let pair = try #require(terms[code.code])
        #expect(code.label.english.lowercased() == pair.english, "\(list) \(code.code)")
        #expect(code.label.vietnamese.lowercased() == pair.vietnamese, "\(list) \(code.code)")
      }
    }
    for (name, label) in [
      ("case.status", Label.status), ("case.owner", .owner), ("case.opened_at", .opened),
      ("case.received_at", .received),
    ] {
      let field = try #require(book[name])
      #expect(field.label.english == Terms.pair(label).english)
      #expect(field.label.vietnamese == Terms.pair(label).vietnamese)
    }
    #expect(book["case.case_code"]?.label.vietnamese == Terms.pair(.caseCode).vietnamese)
    #expect(book.codeLists["bool3"]?["yes"]?.label.vietnamese.lowercased() == Vietnamese().yes)
    #expect(book.codeLists["bool3"]?["no"]?.label.vietnamese.lowercased() == Vietnamese().no)
  }
}
