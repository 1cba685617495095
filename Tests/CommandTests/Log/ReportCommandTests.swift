import Foundation
import Testing

@testable import safekeep

/// What is made of the log and given out, by the program itself.
@Suite struct ReportCommandTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.open()
    for (handle, role) in [("duc", "duty"), ("mai", "social_worker"), ("binh", "auditor")] {
      try office.join(handle, as: role)
      // Makes what is due; status would look through what waits in cases, which is an entry.
      try office.demand(["log", "pin", "--to", "\(handle).pin"] + office.by(handle))
    }
  }

  /// A case of one look and one refusal; its code.
  private func work() throws -> String {
    let run = try Program.safekeep.run(
      ["case", "open", "--from", "-", "--vault", office.vault] + office.by("mai"),
      input: #"{"full_name":"Trần Thị Bình","reporter_kind":"self"}"#, home: office.home)
    let code = try Office.field("case", run.output)
    try office.demand(["person", "show", code] + office.by("mai"))
    #expect(try office.run(["person", "show", code] + office.by("binh")).status == 77)
    return code
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: office.home.path + "/" + name, encoding: .utf8)
  }

  // MARK: Report

  @Test(arguments: Language.allCases) func theReportIsAPageInBothLanguages(
    language: Language
  ) throws {
    let code = try work()
    let run = try office.demand(
      ["log", "report", "--to", "report.txt", "--lang", language.rawValue] + office.by("binh"))
    #expect(try Office.field("findings", run.output).isEmpty == false)
    let page = try text("report.txt")
    let words = language.words
    for heading in [
      words.reportTitle, words.reportFindings, words.reportTotals, words.reportIntervals,
      words.reportAccesses, words.reportLimits, words.limits, words.timesAreClaims,
    ] { #expect(page.contains(heading)) }
    #expect(page.contains("mai") && page.contains(words.role("social_worker")))
    #expect(page.contains(words.reportReason(.role)))
    // A case stays a pseudonym to the auditor.
    #expect(!page.contains(code) && !page.contains("Bình"))
    #expect(try office.home.mode(of: "report.txt") == 0o600)
  }

  @Test func theReportIsListsForPrograms() throws {
    _ = try work()
    let json = try office.demand(["log", "report", "--json"] + office.by("binh")).output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let accesses = try #require(object["accesses"] as? [[String: Any]])
    #expect(accesses.map { $0["outcome"] as? String } == ["ok", "denied"])
    #expect(accesses.first?["right"] is Int && accesses.first?["handle"] as? String == "mai")
    for list in ["findings", "totals", "intervals"] { #expect(object[list] is [Any]) }
  }

  @Test func aBreachReportCitesTheLawAndNamesOnePerson() throws {
    _ = try work()
    let period = ["--since", "01/01/2020", "--until", "31/12/2099"]
    let run = try office.demand(
      ["log", "report", "--breach", "--member", "mai", "--to", "breach.txt", "--lang", "en"]
        + period + office.by("binh"))
    #expect(run.status == 0)
    let page = try text("breach.txt")
    #expect(page.contains("Law 91/2025/QH15 Art. 23(1)") && page.contains("72 hours"))
    #expect(page.contains("Decree 356/2025/NĐ-CP Art. 28") && page.contains("Form 08"))
    #expect(page.contains("Files: 1. Members: 1."))
    #expect(!page.contains("binh ("))
  }

  /// Where nobody opened a case, and yet a copy of all of them was made and a list shown.
  @Test(arguments: Language.allCases) func aBreachReportTellsOfCopiesListsAndSearches(
    language: Language
  ) throws {
    let period = ["--since", "01/01/2020", "--until", "31/12/2099", "--lang", language.rawValue]
    let words = language.words
    func page(_ name: String) throws -> String {
      try office.demand(
        ["log", "report", "--breach", "--member", "mai", "--to", name] + period
          + office.by("binh"))
      return try text(name)
    }
    #expect(try page("before.txt").contains(words.breachNothing))
    try office.demand(["case", "list"] + office.by("mai"))
    try office.home.write(#"{"name":"Bình"}"#, to: "question.json")
    try office.demand(["case", "find", "--from", "question.json"] + office.by("mai"))
    let told = try page("after.txt")
    #expect(told.contains(words.breachTaken) && told.contains(words.breachNoSingle))
    for act in ["list", "search"] { #expect(told.contains(words.breachTaking(act))) }
    #expect(!told.contains(words.breachNothing) && !told.contains(words.reportNoAccesses))
    let json = try office.demand(
      ["log", "report", "--breach", "--json"] + period.prefix(4) + office.by("binh")
    ).output
    #expect(json.contains(#""takings":[{"#))
  }

  @Test(arguments: [
    ["--breach"], ["--breach", "--since", "01/11/2026"], ["--member", "mai"],
    ["--since", "31/02/2026"], ["--since", "02/11/2026", "--until", "01/11/2026"],
    ["--since", "2026"],
  ])
  func aPeriodIsMadeOfDays(words: [String]) throws {
    let run = try office.run(["log", "report"] + words + office.by("binh"))
    #expect(run.status == 64)
  }

  @Test func nothingIsWrittenOverAndNothingIsLeftOfWhatFails() throws {
    try office.home.write("mine", to: "there.txt")
    let run = try office.run(["log", "report", "--to", "there.txt"] + office.by("binh"))
    #expect(run.status == 73)
    #expect(try text("there.txt") == "mine")
    #expect(
      try office.run(["log", "report", "--to", "no/such/place.txt"] + office.by("binh")).status
        == 73)
    #expect(
      try office.run(["log", "report", "--to", "refused.txt"] + office.by("mai")).status == 77)
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/refused.txt"))
  }

  @Test func anExportsReportNamesPeopleOnlyWhereTheyWereAskedFor() throws {
    let code = try work()
    try office.demand(["log", "export", "out", "--lang", "en"] + office.by("binh"))
    let page = try text("out/REPORT.txt")
    #expect(page.contains("social worker") && !page.contains("mai"))
    try office.demand(["log", "export", "out", "--with-handles"] + office.by("binh"))
    let named = try text("out/REPORT.txt")
    #expect(named.contains("mai (") && !named.contains(code) && !named.contains("Bình"))
  }

  // MARK: The person's page

  @Test func thePersonReadsWhoLookedAndWhy() throws {
    let code = try work()
    let run = try office.demand(
      ["case", "accesses", code, "--to", "page.txt", "--lang", "vi"] + office.by("mai"))
    let page = try text("page.txt")
    #expect(page.hasPrefix("AI ĐÃ XEM HỒ SƠ CỦA QUÝ VỊ VÀ ĐỂ LÀM GÌ\nHồ sơ \(code)\n"))
    #expect(page.contains("mai, nhân viên công tác xã hội: đã xem"))
    #expect(
      page.contains(
        "binh, người kiểm tra: muốn xem và bị từ chối: công việc của người đó không được làm việc này"
      ))
    #expect(page.contains("Nội dung: Họ và tên"))
    #expect(page.contains("đã lập danh sách này cho quý vị"))
    // Labels and words: no code of the log, no value.
    #expect(!page.contains("field.") && !page.contains("f300") && !page.contains("Bình"))
    #expect(run.errors.contains("chỉ giao trực tiếp cho chính người đó"))
    let english = try office.demand(
      ["case", "accesses", code, "--format", "table", "--lang", "en"] + office.by("minh"))
    #expect(
      english.output.contains(
        "binh, auditor: wanted to look at it and was refused: their work does not allow it"))
  }

  // MARK: Revealing

  @Test func twoPeopleTellWhichCaseItIs() throws {
    let code = try work()
    let json = try office.demand(["log", "report", "--json"] + office.by("binh")).output
    let name = try #require(json.firstMatch(of: /"case":"([0-9a-f]{32})"/)?.output.1)
    let asked = try Office.field(
      "entry", office.demand(["log", "reveal", String(name)] + office.by("binh")).output)
    let given = try office.demand(["log", "reveal", "--confirm", asked] + office.by("minh"))
    #expect(try Office.field("case", given.output) == code)
    #expect(try Office.field("pseudonym", given.output) == name)
    let again = try office.run(
      ["log", "reveal", "--confirm", asked, "--json"] + office.by("minh"))
    #expect(again.status == 66 && again.errors.contains(#""reason":"nothing_asked""#))
    let other = try Office.field(
      "entry", office.demand(["log", "reveal", "--case", code] + office.by("binh")).output)
    let told = try office.demand(
      ["log", "reveal", "--case", code, "--confirm", other] + office.by("minh"))
    #expect(try Office.field("pseudonym", told.output) == name)
  }

  @Test(arguments: [
    [], ["zz"], ["--case", "AAA-AAA-AAA"], ["--confirm", "x"],
    ["0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a", "--confirm", "3"],
  ])
  func aRevealNamesOneThing(words: [String]) throws {
    #expect(try office.run(["log", "reveal"] + words + office.by("binh")).status == 64)
  }

  // MARK: For other systems

  @Test(arguments: ["fhir", "ocsf", "csv", "ndjson", "FHIR"]) func everyFormIsWritten(
    form: String
  ) throws {
    let run = try office.demand(
      ["log", "export-events", "--form", form, "--to", "out"] + office.by("binh"))
    let lines = try text("out").split(whereSeparator: \.isNewline)
    let count = try #require(Int(try Office.field("entries", run.output)))
    #expect(lines.count == count + (form == "csv" ? 1 : 0))
    #expect(!(try text("out")).contains("\"mai\""))
  }

  @Test func namesGoOutOnlyWhenAskedFor() throws {
    let run = try office.demand(
      ["log", "export-events", "--form", "ndjson", "--to", "out", "--with-handles", "--from", "20"]
        + office.by("binh"))
    #expect(try text("out").contains(#""handle":"mai""#))
    #expect(try text("out").hasPrefix("{\"entry\":{") && !(try text("out")).contains("\"seq\":19,"))
    #expect(run.errors.contains("the file names people"))
  }

  @Test(arguments: [["--form", "xml"], ["--form", "csv", "--from=-1"]])
  func whatIsNoFormIsUsage(words: [String]) throws {
    let run = try office.run(["log", "export-events", "--to", "out"] + words + office.by("binh"))
    #expect(run.status == 64)
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/out"))
  }
}
