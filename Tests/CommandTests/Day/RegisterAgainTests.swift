import Foundation
import Testing

/// The same register twice, and one whose columns have other names.
@Suite struct RegisterAgainTests {
  private static let register = "received_at,entry_path\n2026-03-02T08:15+07:00,self_report\n"

  private func office() throws -> Office {
    let office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker")])
    return office
  }

  private func run(_ words: [String], in office: Office) throws -> Program.Run {
    try office.run(["intake", "import"] + words + ["--json"] + office.by("mai"))
  }

  @Test func theSameFileTwiceIsNoticed() throws {
    let office = try office()
    try office.home.write(Self.register, to: "register.csv")
    let first = try run(["register.csv"], in: office)
    #expect(first.status == 0, "\(first.errors)")
    let again = try run(["register.csv"], in: office)
    #expect(again.status == 65)
    #expect(again.errors.contains(#""reason":"imported_before""#))
    #expect(again.errors.contains(#""entry":"#) && again.errors.contains(#""imported":"#))
    let entry = try #require(again.errors.firstMatch(of: /"entry":([0-9]+)/).flatMap { Int($0.1) })
    let line = try office.logLines(from: entry)[0]
    #expect(line.contains(#""act":"intake.import""#), "\(line)")
    #expect(line.contains(#""out":"denied""#) && line.contains(#""why":"state""#), "\(line)")
    let checked = try office.demand(
      ["intake", "import", "register.csv", "--check", "--lang", "vi"] + office.by("mai"))
    #expect(checked.errors.contains("đã được nhập trước đây"))
    #expect(try run(["register.csv", "--again"], in: office).status == 0)
    // Another file, however alike.
    try office.home.write(Self.register + "2026-03-03T08:15+07:00,rescued\n", to: "more.csv")
    #expect(try run(["more.csv"], in: office).status == 0)
  }

  @Test func otherNamesOfColumnsAreTakenFromATable() throws {
    let office = try office()
    try office.home.write("Ngày đến,Kênh\n2026-03-02T08:15+07:00,rescued\n", to: "other.csv")
    try office.home.write("theirs,ours\nNgày đến,received_at\nKênh,entry_path\n", to: "map.csv")
    #expect(try run(["other.csv"], in: office).status == 65)
    #expect(try run(["other.csv", "--map", "map.csv", "--check"], in: office).status == 0)
    let done = try run(["other.csv", "--map", "map.csv"], in: office)
    #expect(done.status == 0, "\(done.errors)")
    try office.home.write("theirs,ours\nKênh,no_such\n", to: "wrong.csv")
    let wrong = try run(["other.csv", "--map", "wrong.csv"], in: office)
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains(#""reason":"bad_mapping","line":2"#))
  }
}
