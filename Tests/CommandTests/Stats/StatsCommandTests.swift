import Foundation
import Testing

/// `stats` through the real binary, by who may see what, into every kind of file and in both languages.
@Suite struct StatsCommandTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker"), ("thao", "statistician")])
    // A lead gives the newcomers what they are owed.
    try office.demand(["vault", "status"] + office.by("minh"))
    try office.home.write(Self.register, to: "register.csv")
    try office.demand(["intake", "import", "register.csv", "--new"] + office.by("mai"))
  }

  /// Thirty women and three men, of whom one came from a place of its own.
  private static var register: String {
    let header = "received_at,entry_path,receiving_commune,birth_date,sex,exploitation_country\n"
    return header
      + (0..<33).map { row in
        let (month, sex) = (row % 2 + 3, row < 30 ? "female" : "male")
        let (office, country) = row == 32 ? ("00001", "PHL") : ("26734", "KHM")
        return "2026-0\(month)-11T09:00+07:00,rescued,\(office),1995,\(sex),\(country)\n"
      }.joined()
  }

  private static let exact = ["--official", "--recipient", "Bộ Y tế", "--citation", "TT 02/2025"]

  private func answer(_ words: [String], by handle: String) throws -> [String: Any] {
    let run = try office.demand(["stats"] + words + ["--json"] + office.by(handle))
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func number(_ answer: [String: Any], _ table: String, _ row: String, _ column: String)
    -> Any?
  {
    (answer[table] as? [[String: Any]])?.first {
      $0["row"] as? String == row && $0["column"] as? String == column
    }?["number"]
  }

  @Test func whoSeesWhat() throws {
    try aStatisticianSeesNoSmallNumber()
    try figuresAreToldByOfficeAndMonth()
    try exactFiguresAreForANamedRecipient()
    try whoMayNotIsRefusedWithAnEntry()
  }

  @Test func filesAreWhole() throws {
    try filesHoldTheSameNumbers()
    try rowsAreALeadsAlone()
    try aSuppressedPageHasNoBarForWhatItHides()
  }

  @Test func optionsAndLanguages() throws {
    for words in Self.halves + Self.noPeriods {
      #expect(try office.run(["stats"] + words + office.by("minh")).status == 64, "\(words)")
    }
    try tablesSpeakBothLanguages()
    try theFormIsOfOneYear()
  }

  /// Half of an export is none.
  private static let halves = [
    ["--official"], ["--recipient", "x"], ["--official", "--citation", "x"],
  ]

  private static let noPeriods = [
    ["--since", "2026-13"], ["--since", "2026-05", "--until", "2026-04"], ["--yearly"],
    ["--year", "2026", "--since", "2026-01"], ["--to", "figures.txt"], ["--to", "figures"],
    ["--rows", "htcds", "--to", "x.csv"], ["--rows", "csv", "--to", "x.csv"] + exact,
    ["--rows", "htcds"] + exact, ["--rows", "htcds", "--to", "x.html"] + exact,
    ["--rows", "htcds", "--year", "2026", "--yearly", "--to", "x.csv"] + exact,
    ["--by", "office"], ["--year", "2026", "--by", "month"], ["--by", "month"] + exact,
    ["--by", "year"] + exact, ["--office", "26734"], ["--office", "26734x"] + exact,
    ["--year", "2026", "--yearly", "--by", "office"], ["--since", "2026-01", "--by", "month"],
    ["--rows", "htcds", "--by", "office", "--to", "x.csv"] + exact,
  ]

  private func aStatisticianSeesNoSmallNumber() throws {
    let answer = try answer([], by: "thao")
    #expect(answer["exact"] as? Bool == false)
    #expect(number(answer, "reports", "total", "received") as? Int == 33)
    #expect(number(answer, "age", "30-59", "male") as? String == "suppressed")
    #expect(number(answer, "reports", "00001", "received") == nil)
    for list in answer.values.compactMap({ $0 as? [[String: Any]] }) {
      for row in list { if let count = row["number"] as? Int { #expect(count >= 10) } }
    }
  }

  private func figuresAreToldByOfficeAndMonth() throws {
    let months = ["--year", "2026", "--by", "office", "--by", "month"]
    let exact = try answer(months + ["--office", "26734"] + Self.exact, by: "minh")
    #expect(exact["office"] as? String == "26734")
    let told = try answer(months + Self.exact, by: "minh")
    #expect(number(told, "sex_by_office", "26734", "male") as? Int == 2)
    #expect(number(exact, "reports_by_month", "2026-03", "received") as? Int == 16)
    #expect(number(exact, "sex_by_office", "26734", "male") as? Int == 2)
    #expect(number(exact, "reports", "00001", "received") == nil)
    for name in ["by.html", "by.csv"] {
      try office.demand(
        ["stats", "--to", name, "--lang", "en"] + months + ["--office", "26734"] + Self.exact
          + office.by("minh"))
    }
    let csv = try office.text("by.csv")
    #expect(csv.contains("sex_by_office,26734,male,2\r\n"))
    #expect(csv.contains("look,total,office,26734\r\n"))
    let page = try office.text("by.html")
    for text in ["class=\"running\"", "by office", "theo từng tháng", "03/2026"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  private func exactFiguresAreForANamedRecipient() throws {
    let answer = try answer(Self.exact, by: "minh")
    #expect(number(answer, "age", "30-59", "male") as? Int == 3)
    #expect(number(answer, "reports", "00001", "received") as? Int == 1)
    #expect(answer["recipient"] as? String == "Bộ Y tế")
    let entry = try #require(answer["entry"] as? Int)
    let line = try #require(try office.logLines(from: entry).first)
    #expect(line.contains(#""kind":"stats.official""#) && line.contains(#""note":""#))
    #expect(!line.contains("Bộ Y tế"))
  }

  private func whoMayNotIsRefusedWithAnEntry() throws {
    for (handle, words) in [("mai", []), ("duc", []), ("thao", Self.exact), ("lan", [])] {
      let run = try office.run(["stats"] + words + ["--json"] + office.by(handle))
      #expect(run.status == 77, "\(handle)")
      #expect(run.errors.contains(#""error":"denied""#) && run.errors.contains(#""entry":"#))
      #expect(run.output.isEmpty)
    }
  }

  /// A number for each, the same in every form; a page that fetches nothing.
  private func filesHoldTheSameNumbers() throws {
    for name in ["figures.html", "figures.csv", "figures.json"] {
      try office.demand(["stats", "--to", name] + Self.exact + office.by("minh"))
      #expect(try office.home.mode(of: name) == 0o600)
    }
    let csv = try office.text("figures.csv")
    #expect(csv.hasPrefix("table,row,column,number\r\n"))
    #expect(csv.contains("age,30-59,male,3\r\n") && csv.contains("reports,00001,received,1\r\n"))
    // Who finds the file alone knows of what it is.
    for line in [
      "look,total,recipient,Bộ Y tế", "look,total,citation,TT 02/2025", "look,total,exact,yes",
      "look,total,entry,", "targets,handled,target,100", "targets,settled,target,> 90",
    ] { #expect(csv.contains(line), "\(line)") }
    #expect(try office.text("figures.json").contains(#""row":"30-59","column":"male","number":3"#))
    let page = try office.text("figures.html")
    for text in [
      "Bộ Y tế", "<p class=\"running\">", "<svg", "minh", "Người được tiếp nhận",
      "Persons by month", "@page",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    for text in ["<script", "http:", "https:", "url("] { #expect(!page.contains(text), "\(text)") }
    let again = try office.run(["stats", "--to", "figures.csv"] + office.by("thao"))
    #expect(again.status == 73)
  }

  private func rowsAreALeadsAlone() throws {
    for (name, standard) in [("htcds.csv", "htcds"), ("ctdc.csv", "ctdc32")] {
      let words = ["stats", "--rows", standard, "--to", name] + Self.exact
      let refused = try office.run(words + office.by("thao"))
      #expect(refused.status == 77)
      let run = try office.demand(words + ["--lang", "vi"] + office.by("minh"))
      #expect(run.errors.contains("ít nhất 11 người") && run.errors.contains("mục nhật ký"))
      #expect(try office.home.mode(of: name) == 0o600)
    }
    let lines = try office.text("htcds.csv").split(separator: "\r\n")
    #expect(lines.first?.hasPrefix("prs_Gender,vic_TraffickingStatus,") == true)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("Female,") } && lines.count > 11)
    let run = try office.demand(
      ["stats", "--rows", "htcds", "--to", "en.csv", "--lang", "en"] + Self.exact
        + office.by("minh"))
    #expect(run.errors.contains("at least 11 people") && run.errors.contains("3 people are in no"))
  }

  private func aSuppressedPageHasNoBarForWhatItHides() throws {
    try office.demand(["stats", "--to", "open.html"] + office.by("thao"))
    let page = try office.text("open.html")
    #expect(page.contains("<td class=\"number\">*</td>"))
    #expect(!page.contains("PHL") && !page.contains("Philippines"))
    #expect(!page.contains(">3</td>"))
  }

  private func tablesSpeakBothLanguages() throws {
    for (language, said) in [
      ("vi", ["Tổng số", "dưới mười", "Quyết định số 193/QĐ-TTg"]),
      ("en", ["Total", "below ten", "Decision 193/QĐ-TTg"]),
    ] {
      let run = try office.demand(
        ["stats", "--format", "table", "--lang", language] + office.by("thao"))
      for text in said { #expect((run.output + run.errors).contains(text), "\(text)") }
    }
  }

  private func theFormIsOfOneYear() throws {
    let answer = try answer(["--year", "2026", "--yearly"] + Self.exact, by: "minh")
    #expect(answer["508"] is [[String: Any]])
    #expect(answer["reports"] == nil && answer["targets"] as? [String] == nil)
  }
}

extension Office {
  fileprivate func text(_ name: String) throws -> String {
    try String(contentsOfFile: home.path + "/" + name, encoding: .utf8)
  }
}
