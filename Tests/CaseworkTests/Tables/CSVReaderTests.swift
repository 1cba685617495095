import Testing

@testable import Casework

@Suite struct CSVReaderTests {
  private func read(_ text: String) throws(CaseworkError) -> [CSVRecord] {
    try read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) throws(CaseworkError) -> [CSVRecord] {
    var reader = CSVReader(bytes)
    var records: [CSVRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  private func refusal(_ bytes: [UInt8]) -> CSVFault? {
    do throws(CaseworkError) { _ = try read(bytes) } catch {
      if case .csv(let fault) = error { return fault }
    }
    return nil
  }

  private func refusal(_ text: String) -> CSVFault? { refusal(Array(text.utf8)) }

  // MARK: What is sound

  @Test func readsCellsAndLines() throws {
    #expect(
      try read("a,b\n1,2\n3,4\n") == [
        CSVRecord(line: 1, cells: ["a", "b"]), CSVRecord(line: 2, cells: ["1", "2"]),
        CSVRecord(line: 3, cells: ["3", "4"]),
      ])
  }

  @Test(arguments: ["a,b\n1,2", "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r\n1,2", "a,b\n1,2\r\n"])
  func endsLinesEitherWay(_ text: String) throws {
    #expect(try read(text).map(\.cells) == [["a", "b"], ["1", "2"]])
  }

  @Test func keepsEmptyCells() throws {
    #expect(
      try read("a,b,c\n,,\n\"\",x,\n").map(\.cells) == [
        ["a", "b", "c"], ["", "", ""], ["", "x", ""],
      ])
  }

  @Test func aCommaAtTheEndOfTheFileBeginsAnEmptyCell() throws {
    #expect(try read("a,b\n1,").last?.cells == ["1", ""])
  }

  @Test func keepsEveryByte() throws {
    // Spaces, both normal forms of one name, a tab: nothing is trimmed or composed.
    let cell = "  Hoa\u{300} \t Hòa "
    let found = try read("a,b\n\(cell),\"\(cell)\"\n").last?.cells ?? []
    #expect(found.map { Array($0.utf8) } == [Array(cell.utf8), Array(cell.utf8)])
  }

  @Test func aCombiningMarkDoesNotJoinTwoCells() throws {
    #expect(try read("a,b\nx,\u{301}y\n").last?.cells == ["x", "\u{301}y"])
    #expect(try read("a\n\"x\u{301}\"\n").last?.cells == ["x\u{301}"])
  }

  @Test func quotesHoldCommasLinesAndQuotes() throws {
    let records = try read("a,b\n\"x,y\",\"one\r\ntwo \"\"three\"\"\"\n1,2\n")
    #expect(records[1].cells == ["x,y", "one\r\ntwo \"three\""])
    #expect(records[1].line == 2)
    #expect(records[2].line == 4, "a line inside quotes counts")
  }

  @Test func doesNotDependOnWhereTheFileIsCut() throws {
    let text = "tên,b\r\n\"Nguyễn \"\"A\"\"\",\"x\r\ny\"\r\nĐỗ,2\r\n"
    let bytes = Array(text.utf8)
    let whole = try read(text)
    for size in 1...bytes.count {
      var position = 0
      var reader = CSVReader {
        let next = Array(bytes[position..<min(position + size, bytes.count)])
        position += next.count
        return next
      }
      var records: [CSVRecord] = []
      while let record = try reader.next() { records.append(record) }
      #expect(records == whole, "pieces of \(size)")
    }
  }

  @Test func readsNoFurtherThanItMust() throws {
    // A register without end: what is handed out must not wait for the last byte.
    var pieces = 0
    var reader = CSVReader {
      pieces += 1
      return pieces == 1 ? Array("a,b\n".utf8) : Array("1,2\n".utf8)
    }
    for _ in 0..<1000 { #expect(try reader.next()?.cells.count == 2) }
    #expect(pieces == 1000)
  }

  @Test func handsOnWhatTheSourceSays() {
    var reader = CSVReader { () throws(CaseworkError) -> [UInt8] in throw .unreadable(errno: 5) }
    #expect(throws: CaseworkError.unreadable(errno: 5)) { try reader.next() }
  }

  // MARK: What is not

  @Test func anEmptyFileIsNoTable() {
    #expect(refusal("") == CSVFault(line: 1, reason: .empty))
  }

  @Test func namesTheEncoding() {
    #expect(refusal([0xEF, 0xBB, 0xBF] + Array("a\n".utf8))?.reason == .byteOrderMark)
    #expect(refusal([0xFF, 0xFE, 0x61, 0x00])?.reason == .utf16)
    #expect(refusal([0xFE, 0xFF, 0x00, 0x61])?.reason == .utf16)
    // Nguyễn Thị Đào in code page 1258: letters with their circumflex, tone marks apart.
    let name: [UInt8] = [
      0x4E, 0x67, 0x75, 0x79, 0xEA, 0xDE, 0x6E, 0x20, 0x54, 0x68, 0x69, 0xF2, 0x20, 0xD0, 0xE0,
      0x6F,
    ]
    #expect(refusal(Array("a,b\nx,".utf8) + name) == CSVFault(line: 2, reason: .windows1258))
    #expect(refusal(Array("a\nb\n".utf8) + [0x80]) == CSVFault(line: 3, reason: .notUTF8))
    #expect(refusal(Array("a\n".utf8) + [0xF0, 0x9F])?.reason == .notUTF8)
    #expect(refusal(Array("a\n".utf8) + [0xED, 0xA0, 0x80])?.reason == .notUTF8, "a surrogate")
    #expect(refusal(Array("a\n".utf8) + [0xC0, 0xAF, 0x80])?.reason == .notUTF8, "overlong")
  }

  @Test func namesTheSeparator() {
    #expect(refusal("row;name;sex\n1;x;female\n") == CSVFault(line: 1, reason: .semicolons))
    #expect(refusal("row\tname\n1\tx\n") == CSVFault(line: 1, reason: .tabs))
    #expect(refusal("note\nx;y\n") == nil, "one column may hold semicolons")
  }

  @Test func everyRowIsAsWideAsTheHeader() {
    let short = CSVFault(line: 3, reason: .width(found: 1, expected: 2))
    #expect(refusal("a,b\n1,2\n3\n") == short)
    #expect(refusal("a,b\n1,2,3\n")?.reason == .width(found: 3, expected: 2))
    #expect(refusal("a,b\n\n1,2\n") == CSVFault(line: 2, reason: .width(found: 1, expected: 2)))
  }

  @Test func goesOnAfterARowOfTheWrongWidthAndOnlyThen() throws {
    var reader = CSVReader(Array("a,b\n1\n3,4\n".utf8))
    _ = try reader.next()
    #expect(throws: CaseworkError.self) { try reader.next() }
    #expect(try reader.next() == CSVRecord(line: 3, cells: ["3", "4"]))
    #expect(CSVFault.Reason.width(found: 1, expected: 2) != .quoteOpen)
    #expect(CSVFault(line: 1, reason: .width(found: 1, expected: 2)).allowsGoingOn)
    #expect(!CSVFault(line: 1, reason: .quoteOpen).allowsGoingOn)
  }

  @Test func quotesAreWhereTheyBelong() {
    #expect(refusal("a\nx\"y\n") == CSVFault(line: 2, reason: .quoteInside))
    #expect(refusal("a\n \"x\"\n") == CSVFault(line: 2, reason: .quoteInside))
    #expect(refusal("a\n\"x\"y\n") == CSVFault(line: 2, reason: .textAfterQuote))
    #expect(refusal("a\n\"x\" \n") == CSVFault(line: 2, reason: .textAfterQuote))
    #expect(refusal("a\n\"x\"\"\n") == CSVFault(line: 2, reason: .quoteOpen))
    #expect(refusal("a\n1\n\"x\ny\nz\n") == CSVFault(line: 3, reason: .quoteOpen))
  }

  @Test func aReturnNeedsItsLineFeed() {
    #expect(refusal("a\rb\n") == CSVFault(line: 1, reason: .loneReturn))
    #expect(refusal("a\n1\r") == CSVFault(line: 2, reason: .loneReturn))
  }

  @Test func anOpenQuoteDoesNotSwallowAllMemory() {
    var given = 0
    var reader = CSVReader {
      given += 1
      return given == 1 ? Array("a\n\"".utf8) : [UInt8](repeating: 0x61, count: 1 << 20)
    }
    _ = try? reader.next()
    #expect(throws: CaseworkError.csv(CSVFault(line: 2, reason: .tooLong))) { try reader.next() }
    #expect(given < 12)
  }
}
