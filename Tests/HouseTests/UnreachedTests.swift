import Foundation
import Testing

/// The table of what no test reaches, which `Scripts/coverage` holds its listing against.
@Suite("Unreached lines")
struct UnreachedTests {
  private let rows: [(row: String, parts: [String])]
  private let kinds: Set<String>

  init() throws {
    let table = try #require(
      House.files.first { $0.path == "Tests/Coverage/unreached.tsv" }?.text)
    let lines = table.split(separator: "\n").map(String.init)
    let head = lines.prefix { $0.hasPrefix("#") }
    // After the two lines that say what the table is: `# word: what it means`.
    kinds = Set(head.dropFirst(2).map { String($0.dropFirst(2).prefix { $0 != ":" }) })
    rows = lines.dropFirst(head.count + 1).map { ($0, $0.components(separatedBy: "\t")) }
    #expect(lines[head.count] == "file\ttext\tlines\treason")
  }

  @Test("its head names the reasons that there are")
  func reasons() {
    #expect(
      kinds == ["system", "race", "unreachable", "elsewhere", "region", "size", "untested"])
  }

  @Test("each row has a file that is there and holds its line, and a reason of the list with words")
  func rowsFollowTheSource() {
    #expect(!rows.isEmpty)
    for (row, parts) in rows {
      guard parts.count == 4, let count = Int(parts[2]), count > 0 else {
        Issue.record("not a row: \(row)")
        continue
      }
      let source = House.files.first { $0.path == parts[0] }
      let lines = source?.lines.map { $0.trimmingCharacters(in: .whitespaces) } ?? []
      let known = rows.count { $0.parts.starts(with: parts.prefix(2)) }
      #expect(
        lines.count { $0 == parts[1] } >= known, "\(parts[0]) does not hold it: \(parts[1])")
      let (kind, why) = (parts[3].prefix { $0 != ":" }, parts[3].drop { $0 != ":" }.dropFirst())
      #expect(kinds.contains(String(kind)) && why.count > 10, "no reason: \(row)")
    }
  }

  @Test("it speaks of the three rooms alone, in order")
  func order() {
    let places = rows.map { $0.parts[0] }
    #expect(places == places.sorted())
    let rooms = ["Sources/Sealing/", "Sources/AuditLog/", "Sources/Vault/"]
    #expect(places.allSatisfy { place in rooms.contains(where: place.hasPrefix) })
  }
}
