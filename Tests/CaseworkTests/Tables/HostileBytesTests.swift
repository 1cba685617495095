import Testing
import Vault

@testable import Casework

/// Bytes that nobody meant well. Whatever comes, the answer is a value or a named fault: never a
/// trap, never a cell that was not in the file.
@Suite struct HostileBytesTests {
  /// What tables are made of, and what breaks them.
  private static let pieces: [[UInt8]] =
    [
      ",", "\"", "\"\"", "\n", "\r\n", "\r", ";", "\t", "a", "Hòa", "a\u{300}", "received_at",
      "sex",
      "[unknown]", "2026-05-24T07:25+07:00", "\u{1B}[31m", "\u{FEFF}", "",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0]]

  private func soup(_ dice: inout Dice) -> [UInt8] {
    let length = Int.random(in: 0..<40, using: &dice)
    return (0..<length).flatMap { _ in Self.pieces.randomElement(using: &dice) ?? [] }
  }

  @Test func theReaderAnswersEverything() {
    var dice = Dice(1)
    var sound = 0
    for _ in 0..<20_000 {
      let bytes = soup(&dice)
      var reader = CSVReader(bytes)
      var width: Int?
      do throws(CaseworkError) {
        while let record = try reader.next() {
          #expect(record.cells.count == width ?? record.cells.count)
          #expect(record.cells.reduce(0) { $0 + $1.utf8.count } <= bytes.count)
          width = record.cells.count
        }
        sound += 1
      } catch {
        guard case .csv(let fault) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect((1...(bytes.count { $0 == 0x0A } + 1)).contains(fault.line))
      }
    }
    #expect(sound > 100, "some of it must be a table, or the test says little")
  }

  @Test func whatIsReadIsWhatAWriterWrote() throws {
    var dice = Dice(2)
    for _ in 0..<2000 {
      let width = Int.random(in: 1...5, using: &dice)
      let rows = (0..<Int.random(in: 1...5, using: &dice)).map { _ in
        (0..<width).map { _ in
          String(validating: soup(&dice), as: UTF8.self) ?? "x"
        }
      }
      // A single column with semicolons is refused by its name.
      guard width > 1 else { continue }
      let text = rows.map { row in
        row.map { "\"" + $0.components(around: "\"").joined(separator: "\"\"") + "\"" }
          .joined(separator: ",") + "\r\n"
      }.joined()
      var reader = CSVReader(Array(text.utf8))
      for row in rows {
        let cells = try reader.next()?.cells ?? []
        #expect(cells.map { Array($0.utf8) } == row.map { Array($0.utf8) })
      }
      #expect(try reader.next() == nil)
    }
  }

  @Test func theRegisterAnswersEverything() throws {
    var dice = Dice(3)
    let now = try Moment("2026-11-22T12:00+07:00")
    for _ in 0..<2000 {
      var bytes = Array("received_at,sex,means\n".utf8) + soup(&dice)
      var register = IntakeRegister(Book.builtIn, now: now) {
        defer { bytes = [] }
        return bytes
      }
      do throws(CaseworkError) {
        while let row = try register.next() { #expect(row.isSound != row.values.isEmpty) }
      } catch {
        if case .csv = error {} else { Issue.record("\(error)") }
      }
    }
  }

  @Test func everyTypeAnswersEverything() {
    var dice = Dice(4)
    let validation = FieldValidation(Book.builtIn)
    let types = Dictionary(grouping: Book.builtIn.fields, by: \.type).compactMap { $0.value.first }
    #expect(types.count == FieldType.allCases.count)
    for field in types {
      for _ in 0..<500 {
        do throws(CaseworkError) {
          let value = try validation.check(bytes: soup(&dice), for: field).value
          if case .bytes(let bytes) = value { #expect(bytes.count == 16) }
        } catch {
          if case .value = error {} else { Issue.record("\(error)") }
        }
      }
    }
  }

  @Test func aRuleBookWithAByteChangedIsWholeOrRefused() {
    // Not every byte matters (a label may read anything), but none may crash the reader.
    var dice = Dice(5)
    var refused = 0
    for table in RuleTable.allCases {
      for _ in 0..<12 {
        var bytes = Book.builtIn.files[table] ?? []
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        bytes[place] = UInt8.random(in: 0...255, using: &dice)
        var files = Book.builtIn.files
        files[table] = bytes
        do throws(CaseworkError) { _ = try RuleBook(files) } catch {
          refused += 1
          guard case .rules(let fault) = error else {
            Issue.record("\(error)")
            continue
          }
          // A name broken in one table may show in another.
          #expect((fault.line ?? 1) > 0)
        }
      }
    }
    #expect(refused > 10)
  }
}
