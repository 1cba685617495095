import Testing

@testable import safekeep

@Suite struct NarrowTableTests {
  /// A time cut in half is no time: the text beside it gives way.
  @Test func timesAreNeverCut() {
    let table = TextTable(
      columns: [.init("Who"), .init("Time", isWhole: true), .init("Act")],
      rows: [["somebody with a long handle", "22/11/2026 14:05", "session.unlock"]])
    for width in [60, 44, 30] {
      #expect(
        table.lines(width: width).contains { $0.contains("22/11/2026 14:05") }, "\(width)")
    }
    #expect(table.lines(width: 44).allSatisfy { Columns.width($0) <= 44 })
  }

  /// So the log shows fewer columns at a narrow terminal, and all it can at a wide one.
  @Test func theLogFitsSixtyColumns() {
    let narrow = LogColumn.forPeople(failures: false, width: 60)
    let row = narrow.map { column in
      switch column {
      case .entry: "12345"
      case .time: "22/11/2026 14:05"
      case .act: "session.unlock"
      default: "somebody"
      }
    }
    let table = TextTable(
      columns: narrow.map { .init($0.rawValue, isWhole: $0 == .time) }, rows: [row])
    #expect(table.lines(width: 60)[1].contains("22/11/2026 14:05"))
    #expect(table.lines(width: 60).allSatisfy { Columns.width($0) <= 60 })
    let wide = LogColumn.forPeople(failures: true, width: nil)
    #expect(Set(narrow).isStrictSubset(of: wide) && wide.contains(.tried))
  }
}

@Suite struct ColumnsTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Hòa", 3), ("Ho\u{0300}a", 3), ("Nguyễn Thị Hoà", 14),
    ("Nguye\u{0302}\u{0303}n Thi\u{0323} Hoa\u{0300}", 14), ("Đặng Ư Ơ", 8),
    ("中文", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("a中b", 4), ("ｱ", 1), ("Ａ", 2),
    ("…", 1), ("••", 2), ("–", 1),
  ])
  func widthCountsColumns(text: String, width: Int) {
    #expect(Columns.width(text) == width)
  }

  /// Every letter with every tone, in both forms, is one column.
  @Test func everyVietnameseLetterIsOneColumn() {
    for base in ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "A", "Ơ", "Ư"] {
      for tone in ["", "\u{0300}", "\u{0301}", "\u{0303}", "\u{0309}", "\u{0323}"] {
        #expect(Columns.width(base + tone) == 1)
      }
    }
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("中文字", 6, "中文字"),
    ("Ho\u{0300}a Bi\u{0300}nh", 3, "Ho\u{0300}…"),
  ])
  func truncationKeepsWholeCharacters(text: String, limit: Int, expected: String) {
    let cut = Columns.truncate(text, to: limit)
    #expect(cut.unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(Columns.width(cut) <= limit)
  }

  @Test func paddingFillsColumnsNotScalars() {
    #expect(Columns.pad("Hòa", to: 5) == "Hòa  ")
    #expect(Columns.width(Columns.pad("Ho\u{0300}a", to: 5)) == 5)
    #expect(Columns.pad("中", to: 4) == "中  ")
    #expect(Columns.pad("42", to: 4, left: true) == "  42")
    #expect(Columns.pad("longer", to: 3) == "longer")
  }

  /// The table of our own, for a system without C.UTF-8, says the same of what Viet Nam writes.
  @Test(arguments: ["a", "ễ", "Đ", "ơ", "\u{0300}", "\u{0323}", "中", "한", "あ", "…", "•", "Ａ"])
  func widthsWithoutALocaleAgree(text: String) {
    let sum = text.unicodeScalars.reduce(0) { $0 + Columns.widthWithoutLocale($1) }
    #expect(sum == Columns.width(text))
  }
}

@Suite struct TextTableTests {
  let names = TextTable(
    columns: [.init("Code"), .init("Name"), .init("Day", isNumber: true)],
    rows: [["K7M", "Nguyễn Thị Hoà", "7"], ["Q2X", "Nguye\u{0302}\u{0303}n Văn", "120"]])

  @Test func columnsAlignInBothForms() {
    let lines = names.lines(width: nil)
    #expect(lines[0] == "Code  Name            Day")
    #expect(lines[1] == "K7M   Nguyễn Thị Hoà    7")
    #expect(lines.allSatisfy { Columns.width($0) == Columns.width(lines[0]) })
  }

  @Test func nothingIsCutWithoutAWidth() {
    #expect(names.lines(width: nil).joined().contains("…") == false)
  }

  @Test(arguments: [24, 22, 20]) func textGivesWayBeforeNumbers(width: Int) {
    let lines = names.lines(width: width)
    #expect(lines.allSatisfy { Columns.width($0) <= width })
    #expect(lines[2].hasSuffix("120"))
    #expect(lines[1].contains("…"))
  }

  /// Narrower than any table: it stays readable and wraps, rather than vanishing.
  @Test func noColumnBecomesNothing() {
    #expect(names.lines(width: 1).allSatisfy { Columns.width($0) >= 8 })
  }

  @Test func aCellCannotBreakItsLine() {
    let table = TextTable(columns: [.init("A")], rows: [["x\ny\u{1B}[2J"]])
    #expect(table.lines(width: nil) == ["A", "x\\u000Ay\\u001B[2J"])
  }

  @Test func noBlanksAtTheEndOfALine() {
    let table = TextTable(columns: [.init("Long heading")], rows: [["x"]])
    #expect(table.lines(width: nil)[1] == "x")
  }

  @Test func noColumnsNoLines() {
    #expect(TextTable(columns: [], rows: []).lines(width: 80).isEmpty)
  }
}
