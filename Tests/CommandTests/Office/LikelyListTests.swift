import Foundation
import Testing

@testable import safekeep

/// More rows that are likely to be somebody's than a screen shows: all of them are to be had.
@Suite struct LikelyListTests {
  private static let people = 52

  /// Everybody stands in it twice.
  private static let register: String = {
    let syllables = ["Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Lan", "Minh", "Ngọc"]
    var rows = "received_at,entry_path,full_name,birth_date\n"
    for number in 0..<2 * people {
      let person = number / 2
      let name = [person % 9, person / 9 % 9, person % 7].map { syllables[$0] }
      let (year, called) = (1950 + person, name.joined(separator: " "))
      rows += "2026-03-02T08:15+07:00,rescued,\(called),\(year)\n"
    }
    return rows
  }()
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker")])
    try office.home.write(Self.register, to: "register.csv")
  }

  private func run(_ words: [String]) throws -> Program.Run {
    try office.run(["intake", "import", "register.csv", "--no-input"] + words + office.by("mai"))
  }

  @Test(arguments: [
    (
      "en", "lines 2 and 3 of this register", "and 2 lines more",
      "52 lines are likely to be of people who stand"
    ),
    (
      "vi", "dòng 2 và dòng 3 của sổ này", "và 2 dòng nữa",
      "52 dòng có thể của người đã có ở dòng trên"
    ),
  ])
  func theFirstAreTold(_ language: String, _ row: String, _ more: String, _ all: String) throws {
    let told = try run(["--lang", language])
    #expect(told.status == 65)
    for sentence in [row, more, all] { #expect(told.errors.contains(sentence), "\(told.errors)") }
    #expect(!told.errors.contains(" 105 "), "\(told.errors)")
    let json = try run(["--json"])
    #expect(json.errors.components(separatedBy: #""like_line""#).count == Self.people + 1)
    #expect(json.errors.contains(#""count":52,"repeated":52"#), "\(json.errors.suffix(200))")
    #expect(try office.sealedCases() == [])
  }

  @Test func aListHasAllOfThem() throws {
    let table = try run(["--check", "--format", "table"])
    #expect(table.status == 0 && table.errors.contains("and 2 lines more"), "\(table.errors)")
    let run = try run(["--check", "--to", "likely.csv"])
    #expect(run.status == 0 && !run.output.contains("\n105\t"), "\(run.errors)")
    let path = office.home.path + "/likely.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n")
    #expect(lines.count == Self.people + 1)
    #expect(lines[1].hasPrefix("3,2,,,same name"), "\(lines[1])")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try self.run(["--check", "--to", "likely.csv"]).status == 73)
    for (language, sentence) in [
      ("en", "--to goes with --check"), ("vi", "--to chỉ dùng cùng --check"),
    ] {
      let refused = try self.run(["--to", "other.csv", "--lang", language])
      #expect(refused.status == 64 && refused.errors.contains(sentence), "\(refused.errors)")
    }
  }

  @Test func allOfThemAreLinked() throws {
    let linked = try run(["--link", "--json"])
    #expect(linked.status == 0, "\(linked.errors)")
    #expect(linked.output.contains(#""cases":104"#))
    let told = try run(["--check", "--lang", "en"])
    #expect(
      told.errors.contains("lines are likely to be of people who have a file"), "\(told.errors)")
  }

  /// Who may not read the file of somebody is told which line was not linked to it, and what to do.
  @Test func whatCannotBeLinkedIsSaid() throws {
    let row = "2026-03-02T08:15+07:00,rescued,Chảo Thị Thử,1991\n"
    let head = "received_at,entry_path,full_name,birth_date\n"
    try office.home.write(head + row, to: "one.csv")
    for handle in ["hoa", "nga"] {
      try office.join(handle, as: "social_worker")
      try office.demand(["vault", "status"] + office.by(handle))
    }
    try office.demand(["intake", "import", "one.csv"] + office.by("hoa"))
    let open = #"{"full_name":"Chảo Thị Thử","birth_date":"1991","entry_path":"rescued"}"#
    try office.home.write(open, to: "one.json")
    let stopped = try office.run(
      ["case", "open", "--from", "one.json", "--lang", "en"] + office.by("nga"))
    #expect(stopped.status == 65 && stopped.errors.contains("ask the owner of the file"))
    #expect(!stopped.errors.contains("--link"), "\(stopped.errors)")
    let words = ["intake", "import", "one.csv", "--again", "--link"]
    let linked = try office.run(words + office.by("mai") + ["--json"])
    #expect(linked.status == 0, "\(linked.errors)")
    #expect(linked.output.contains(#""unlinked":[2]"#), "\(linked.output)")
    let told = try office.run(words + office.by("nga") + ["--lang", "en"])
    #expect(told.errors.contains("1 line was imported and not linked"), "\(told.errors)")
    #expect(told.errors.contains("safekeep case link CASE CASE --kind same"))
  }

  /// Two histories are joined by a code: one that was not found is said to be.
  @Test func aCodeThatWasNotFoundIsSaid() throws {
    func person(_ name: String) throws {
      let form = #"{"full_name":"\#(name)","birth_date":"1991","entry_path":"rescued"}"#
      try office.home.write(form, to: "one.json")
    }
    try person("Giàng A Thử")
    let first = try office.run(["case", "open", "--from", "one.json", "--json"] + office.by("mai"))
    let code = try #require(first.output.firstMatch(of: /"case":"([^"]+)"/)?.output.1)
    func open() throws -> Program.Run {
      try office.run(
        ["case", "open", "--from", "one.json", "--link", String(code), "--lang", "en"]
          + office.by("mai"))
    }
    let same = try open()
    #expect(same.status == 0 && !same.errors.contains("was not among"), "\(same.errors)")
    try person("Sùng Thị Khác")
    let other = try open()
    #expect(other.status == 0 && other.errors.contains("was not among"), "\(other.errors)")
  }

  /// Of several names each may be another's: the entry has how many were asked for.
  @Test func aFileOfSeveralNamesIsAsManyQuestions() throws {
    let person = #"{"full_name":"Sùng Thị Thử","alias_names":["Mỷ","Pà"],"entry_path":"rescued"}"#
    try office.home.write(person, to: "one.json")
    try office.demand(["case", "open", "--from", "one.json"] + office.by("mai"))
    let begun = try office.logLines(from: 0).filter { $0.contains(#""kind":"opening""#) }
    #expect(begun.first?.contains(#""n":2"#) == true, "\(begun)")
  }
}
