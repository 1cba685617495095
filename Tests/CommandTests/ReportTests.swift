import Testing

@testable import safekeep

@Suite struct ReportTests {
  let report = Report(
    title: "Case",
    fields: [
      .init("case", "Mã hồ sơ", .text("K7M-2QX-9T8")),
      .init("status", "Status", .code("received", label: "received")),
      .init("birth_date", "Born", .date("2004-05")),
      .init("statement", "Words", .lines("one\n\ttwo")),
      .init("hiv", "HIV", .state("declined")),
      .init("vital", "Vital", .hidden),
      .init("owner", "Owner", .none),
      .init("urgent", "Urgent", .flag(true)),
      .init("needs", "Needs", .list([.code("food", label: "Food"), .text("a;b\tc")])),
      .init("opened_at", "Opened", .moment(WallTime(milliseconds: 1_795_331_109_999))),
    ],
    lists: [
      .init(
        "clocks", title: "Due", columns: [.init("article", "Article"), .init("day", "Day")],
        rows: [[.text("27(2)"), .integer(3)], [.text("27(3)"), .integer(20)]], ifEmpty: "none")
    ])

  @Test func jsonKeepsKeysAndOrder() {
    #expect(
      report.json.text
        == #"{"case":"K7M-2QX-9T8","status":"received","birth_date":"2004-05","#
        + #""statement":"one\n\ttwo","hiv":{"state":"declined"},"vital":{"state":"hidden"},"#
        + #""owner":null,"urgent":true,"needs":["food","a;b\tc"],"#
        + #""opened_at":"2026-11-22T07:05:09Z","#
        + #""clocks":[{"article":"27(2)","day":3},{"article":"27(3)","day":20}]}"#)
  }

  @Test func plainIsOneRecordALine() {
    let lines = report.plain.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "case\tK7M-2QX-9T8")
    #expect(lines[1] == "status\treceived")
    #expect(lines[3] == "statement\tone\\n\\ttwo")
    #expect(lines[4] == "hiv\t[declined]")
    #expect(lines[6] == "owner\t")
    #expect(lines[8] == "needs\tfood;a;b\\tc")
    #expect(lines.suffix(4) == ["", "27(2)\t3", "27(3)\t20", ""])
  }

  @Test func aTableIsForPeople() {
    let table = report.table(in: English(), width: 60)
    #expect(table.hasPrefix("Case\n\nMã hồ sơ  K7M-2QX-9T8\n"))
    #expect(table.contains("Born      05/2004\n"))
    #expect(table.contains("Words\n    one\n    \ttwo\n"))
    #expect(table.contains("HIV       [declined]\n"))
    #expect(table.contains("Vital     ••\n"))
    #expect(table.contains("Needs     Food; a;b\\u0009c\n"))
    #expect(table.hasSuffix("\nDue\nArticle  Day\n27(2)      3\n27(3)     20\n"))
    #expect(report.table(in: Vietnamese(), width: 60).contains("[từ chối trả lời]"))
  }

  @Test func anEmptyListSaysSo() {
    let empty = Report(lists: [
      .init("cases", columns: [.init("case", "Case")], rows: [], ifEmpty: "no cases")
    ])
    #expect(empty.table(in: English(), width: 80) == "no cases\n")
    #expect(empty.plain == "")
    #expect(empty.json.text == #"{"cases":[]}"#)
  }

  @Test func storedTextCannotDriveTheTerminal() {
    let hostile = Report(fields: [.init("note", "Note", .lines("a\u{1B}[2J\u{202E}b"))])
    for text in [hostile.table(in: English(), width: 80), hostile.plain, hostile.json.text] {
      #expect(text.contains("\\u001B[2J\\u202Eb"))
    }
  }

  @Test func aHeadingIsStyledOnlyWhereAsked() {
    #expect(report.table(in: English(), width: 80) { "<\($0)>" }.hasPrefix("<Case>\n"))
  }
}

@Suite struct JSONValueTests {
  @Test(arguments: [
    (JSONValue.null, "null"), (.bool(false), "false"), (.integer(-7), "-7"), (.array([]), "[]"),
    (.object([]), "{}"), (.string("Hoà \"x\" \\ /"), #""Hoà \"x\" \\ /""#),
    (.string("\u{0}\u{1F}\u{7F}\u{85}"), #""\u0000\u001F\u007F\u0085""#),
    (.string("👩‍👧"), "\"👩‍👧\""), (.array([.integer(1), .null]), "[1,null]"),
    (.object([.init("a\"", .array([.string("")]))]), #"{"a\"":[""]}"#),
  ])
  func text(value: JSONValue, expected: String) { #expect(value.text == expected) }

  @Test func itIsOneLine() {
    let value = JSONValue.string("a\r\nb\u{2028}c")
    #expect(!value.text.unicodeScalars.contains { $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" })
  }
}

@Suite struct OutputFormatTests {
  @Test func tablesAreForTerminals() {
    #expect(OutputFormat.chosen(nil, json: false, isInteractive: true) == .table)
    #expect(OutputFormat.chosen(nil, json: false, isInteractive: false) == .plain)
    #expect(OutputFormat.chosen(.table, json: false, isInteractive: false) == .table)
    #expect(OutputFormat.chosen(.plain, json: true, isInteractive: true) == .json)
  }
}

@Suite struct DateTests {
  @Test(arguments: [
    ("2004-05-17", "17/05/2004"), ("2004-05", "05/2004"), ("2004", "2004"), ("", ""),
    ("unknown", "unknown"), ("2004-05-17T10:00", "2004-05-17T10:00"), ("2004--17", "2004--17"),
  ])
  func forPeople(stored: String, shown: String) { #expect(DateForm.forPeople(stored) == shown) }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (999, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (1_709_164_800_000, "2024-02-29T00:00:00Z"), (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
  ])
  func universal(milliseconds: Int, text: String) {
    #expect(WallTime(milliseconds: milliseconds).rfc3339 == text)
  }

  @Test func theFormForPeople() {
    #expect(WallTime(milliseconds: 1_795_331_109_999).forPeople == "22/11/2026 14:05")
    // The first minute of a day in Viet Nam, whatever it was called where it was written.
    for offset in [0, 420, -300] {
      let midnight = WallTime(milliseconds: 1_772_384_400_000, offset: offset)
      #expect(midnight.forPeople == "02/03/2026 00:00")
    }
  }

  @Test(arguments: [
    (0, "2026-03-01T17:00:00Z"), (420, "2026-03-02T00:00:00+07:00"),
    (-570, "2026-03-01T07:30:00-09:30"),
  ])
  func programsGetTheOffsetBack(offset: Int, text: String) {
    #expect(WallTime(milliseconds: 1_772_384_400_000, offset: offset).rfc3339 == text)
  }
}
