import Testing

@testable import safekeep

/// Tables and pages on a narrow terminal: a code, a name of a record and a provision are of use only whole.
@Suite struct FoldedTableTests {
  private static let record = "54f3e8d632240b1f9c7a4e5d8b6a7c90"

  /// The table of `due`, with one cell of each length that it has.
  private func due(_ words: any Words, owner: String) -> Report {
    Report(lists: [
      .init(
        "due",
        columns: [
          .init("case", words.label(.caseCode)), .init("standing", words.label(.standing)),
          .init("until", words.label(.until)), .init("last_day", words.lastDay),
          .init("clock", words.label(.due), isWhole: true), .init("citation", words.ruleLabel),
          .init("rule", words.ruleStanding), .init("record", words.recordName),
          .init("owner", words.label(.owner)),
        ],
        rows: [
          [
            .text("JPG-8C6-KGT"), .code("overdue", label: words.standing("overdue")),
            .limit(WallTime(milliseconds: 1_772_414_100_000)), .date("2026-03-02"),
            .code("x", label: "Đưa người đến Ủy ban nhân dân cấp xã nơi tiếp nhận"),
            .code("y", label: "khoản 1 Điều 27 Luật 53/2024/QH15"), .text("quy tắc đã đối chiếu"),
            .text(Self.record), .text(owner),
          ],
          [
            .text("VJW-9C4-XTY"), .text("sắp"), .none, .none, .text("báo"), .text("khoản 2"),
            .text("–"), .none, .none,
          ],
        ], ifEmpty: "")
    ])
  }

  @Test(
    arguments: [160, 120, 100, 80, 60, 40], [("vi", "mai"), ("en", "김민준민준"), ("vi", "王小明王小明")])
  func codesNamesAndProvisionsStandWhole(width: Int, _ person: (lang: String, owner: String)) {
    let (lang, owner) = person
    let words: any Words = lang == "vi" ? Vietnamese() : English()
    let text = due(words, owner: owner).table(in: words, width: width)
    let lines = text.split(separator: "\n").map(String.init)
    for line in lines { #expect(Columns.width(line) <= width, "\(width): \(line)") }
    for whole in ["JPG-8C6-KGT", "VJW-9C4-XTY", "02/03/2026", Self.record, owner] {
      #expect(text.contains(whole), "\(width): \(text)")
    }
    if width > 40 { #expect(text.contains("khoản 1 Điều 27 Luật 53/2024/QH15"), "\(text)") }
  }

  /// What goes on below is set in: a code at the beginning of a line begins a row.
  @Test func aRowBeginsWithItsCode() {
    let text = due(Vietnamese(), owner: "mai").table(in: Vietnamese(), width: 80)
    let begun = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(begun.count == 3, "\(text)")
    #expect(begun[1].hasPrefix("JPG-8C6-KGT") && begun[2].hasPrefix("VJW-9C4-XTY"))
  }

  @Test(arguments: [
    ("một hai ba bốn", 8, ["một hai", "ba bốn"]), ("abc", 5, ["abc"]),
    ("a 0123456789 b", 5, ["a", "0123456789", "b"]), ("한국어문장", 4, ["한국", "어문", "장"]),
    ("中文 abc", 5, ["中文", "abc"]), ("", 3, [""]),
  ])
  func linesBreakBetweenWords(text: String, width: Int, lines: [String]) {
    #expect(Columns.wrap(text, to: width) == lines)
  }

  @Test(arguments: [80, 60, 44]) func aPageFitsToo(width: Int) {
    let hash = String(repeating: "0af1", count: 8)
    let report = Report(fields: [
      .init("a", "Thời điểm báo cơ quan chuyên môn về y tế cấp tỉnh nơi tiếp nhận", .text("có")),
      .init(
        "b", "Ghi chú", .text("Người đó muốn được gọi vào buổi sáng, hỏi cô Tư ở trạm y tế xã")),
      .init("c", "SHA-256", .text(hash)), .init("d", "姓名", .text("王小明王小明王小明王小明王小明")),
      .init(
        "e", "Statement", .lines("one two three four five six seven eight nine ten eleven\n한국")),
    ])
    let text = report.table(in: Vietnamese(), width: width)
    for line in text.split(separator: "\n") {
      #expect(Columns.width(String(line)) <= width, "\(width): \(line)")
    }
    #expect(text.contains(hash))
    #expect(!text.contains("…"))
  }

  /// A question offers the answers that it takes.
  @Test(arguments: [English() as any Words, Vietnamese()])
  func questionsNameWhatTheyTake(words: any Words) {
    for question in [
      words.stripQuestion, words.isThisTheCase, words.openAnywayQuestion,
      words.importAnywayQuestion, words.draftDropQuestion,
    ] {
      #expect(question.contains("\(words.yes)/\(words.no)"), "\(question)")
    }
  }
}
