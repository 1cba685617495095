import Foundation
import Testing

@testable import safekeep

/// Documentation/Vocabulary.md rules: what the program calls a thing is what the page calls it.
@Suite struct VocabularyPageTests {
  /// Code, English, Vietnamese of every row of the table under a heading.
  private func rows(under heading: String) throws -> [[String]] {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    let page = folder.appending(path: "Documentation/Vocabulary.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0 == "## " + heading })
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| `") }
      .map { line in
        line.split(separator: "|").prefix(3).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        }
      }
  }

  private func compare(
    _ heading: String, _ terms: [String: Terms.Pair], _ place: SourceLocation = #_sourceLocation
  ) throws {
    let rows = try rows(under: heading)
    #expect(!rows.isEmpty, sourceLocation: place)
    for row in rows {
      let pair = try #require(terms[row[0]], sourceLocation: place)
      // Behind a comma the page says where an officer sits.
      let vietnamese = row[2].split(separator: ",").first.map(String.init) ?? ""
      #expect(pair.english == row[1], sourceLocation: place)
      #expect(pair.vietnamese == vietnamese.lowercased(), sourceLocation: place)
    }
  }

  @Test func rolesClassesStatusesAndStatesHaveOneNameEach() throws {
    try compare("Roles", Terms.roles)
    try compare("Classes of fields (nhóm trường)", Terms.classes)
    try compare("Legal status", Terms.statuses)
    try compare("The state of a field", Terms.states)
  }
}
