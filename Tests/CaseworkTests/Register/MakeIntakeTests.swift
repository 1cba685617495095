import Testing

@testable import Casework

/// Registers as the shared tool writes them, where it is there.
@Suite(.enabled(if: SharedTools.hasMakeIntake)) struct MakeIntakeTests {
  /// What each of the tool's faults is to us.
  private static let faults: [String: (RegisterColumn, ValueFault)] = [
    "received_at in the future": (.receivedAt, .inTheFuture),
    "received_at is no date": (.receivedAt, .notAMoment),
    "entry_path is not in the code list": (.entryPath, .unknownCode),
    "birth_date after received_at": (.birthDate, .afterReception),
    "birth_date is no date": (.birthDate, .impossibleDate),
    "sex is not in the code list": (.sex, .unknownCode),
    "commune does not exist": (.residenceCommune, .unknownPlace),
    "nationality is no ISO 3166 code": (.nationality, .unknownCountry),
    "phone is no E.164 number": (.phone, .notAPhone),
    "purpose is not in the code list": (.purpose, .unknownCode),
    "received_at is missing": (.receivedAt, .missing),
    "full_name holds a control character": (.fullName, .controlCharacter),
    "narrative is over 1 MiB": (.narrative, .tooLong),
  ]

  private func rows(_ bytes: [UInt8], _ book: RuleBook) throws -> [RegisterRow] {
    // In pieces of an odd size, as a pipe would give them.
    var position = 0
    var register = IntakeRegister(book, now: try Moment("2026-11-22T12:00+07:00")) {
      let piece = Array(bytes[position..<min(position + 4099, bytes.count)])
      position += piece.count
      return piece
    }
    var rows: [RegisterRow] = []
    while let row = try register.next() { rows.append(row) }
    return rows
  }

  private func withCommunes() throws -> RuleBook {
    let communes = try SharedTools.communeRows().joined(separator: "\n")
    return try RuleBook(Book.appending(.places, communes))
  }

  @Test func twoThousandSoundRowsAreSound() throws {
    let bytes = try SharedTools.makeIntake("--rows", "2000", "--seed", "1")
    for book in [Book.builtIn, try withCommunes()] {
      let rows = try rows(bytes, book)
      #expect(rows.count == 2000)
      #expect(rows.flatMap(\.faults) == [])
      #expect(rows.map(\.line) == Array(2...2001))
      let odd = rows.flatMap(\.warnings).filter { $0.warning != .placeNotChecked }
      #expect(odd.isEmpty)
    }
  }

  @Test(arguments: ["1", "2", "3"])
  func everyFaultIsFoundWhereItIsAndNowhereElse(_ seed: String) throws {
    let bytes = try SharedTools.makeIntake("--rows", "2000", "--seed", seed, "--dirty")
    var reader = CSVReader(bytes)
    let column = try #require(try reader.next()?.cells.firstIndex(of: "fault"))
    var expected: [RegisterFault] = []
    while let record = try reader.next() {
      guard let (column, fault) = Self.faults[record.cells[column]] else {
        #expect(record.cells[column].isEmpty, "a fault that is not in our list")
        continue
      }
      expected.append(RegisterFault(line: record.line, column: column, reason: .value(fault)))
    }
    #expect(expected.count > 100)
    #expect(try rows(bytes, withCommunes()).flatMap(\.faults) == expected)
    // Without a table of communes only their form can be checked.
    let unchecked = expected.filter { $0.reason != .value(.unknownPlace) }
    #expect(try rows(bytes, Book.builtIn).flatMap(\.faults) == unchecked)
  }

  @Test func allThirteenFaultsOccur() throws {
    let found = try ["1", "2", "3", "4", "5"].flatMap { seed in
      try rows(SharedTools.makeIntake("--rows", "1500", "--seed", seed, "--dirty"), withCommunes())
    }.flatMap(\.faults)
    for (name, (column, fault)) in Self.faults {
      #expect(found.contains { $0.column == column && $0.reason == .value(fault) }, "\(name)")
    }
  }
}
