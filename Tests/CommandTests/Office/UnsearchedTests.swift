import Foundation
import Testing

@testable import safekeep

/// Where part of the search index is gone, nobody knows whether a person has a file: nothing is written before
/// somebody says that it may be.
@Suite(.enabled(if: Office.hasSQLite)) struct UnsearchedTests {
  private static let register =
    "received_at,entry_path,full_name,birth_date\n2026-03-02T08:15+07:00,rescued,Lò Thị Thử,2001\n"
  private let office: Office

  /// One person has a file that is not in the index any more.
  init() throws {
    office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker")])
    try office.home.write(#"{"full_name":"Sùng Thị Thử","entry_path":"rescued"}"#, to: "one.json")
    try office.home.write(#"{"full_name":"Mùa A Thử","entry_path":"rescued"}"#, to: "two.json")
    try office.home.write(Self.register, to: "register.csv")
    try office.demand(["case", "open", "--from", "one.json"] + office.by("mai"))
    try office.tamper("DELETE FROM segment")
  }

  private func run(_ words: [String]) throws -> Program.Run {
    try office.run(words + ["--no-input"] + office.by("mai"))
  }

  @Test(arguments: [["case", "open", "--from", "two.json"], ["intake", "import", "register.csv"]])
  func itStopsAndSaysSo(_ words: [String]) throws {
    let before = try office.sealedCases()
    let json = try run(words + ["--json"])
    #expect(json.status == 65, "\(json.output)\(json.errors)")
    #expect(json.errors.contains(#""reason":"not_searched""#), "\(json.errors)")
    #expect(json.errors.contains(#""unread":1"#), "\(json.errors)")
    let english = try run(words)
    #expect(english.status == 65)
    #expect(english.errors.contains("1 file could not be searched"), "\(english.errors)")
    #expect(english.errors.contains("not every file could be searched; nothing was written"))
    let vietnamese = try run(words + ["--lang", "vi"])
    #expect(vietnamese.status == 65)
    #expect(vietnamese.errors.contains("chưa tìm được trong mọi hồ sơ; chưa ghi gì"))
    #expect(try office.sealedCases() == before)
  }

  @Test(arguments: [["case", "open", "--from", "two.json"], ["intake", "import", "register.csv"]])
  func whoeverSaysThatItIsAnotherPersonGoesOn(_ words: [String]) throws {
    let run = try run(words + ["--new", "--json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(#""unread":1"#), "\(run.output)")
  }

  @Test func aSearchSaysHowManyItMissed() throws {
    try office.home.write(#"{"name":"Sùng Thị Thử"}"#, to: "question.json")
    let found = try run(["case", "find", "--from", "question.json", "--json"])
    #expect(found.status == 0 && found.output.contains(#""unread":1"#), "\(found.output)")
  }
}
