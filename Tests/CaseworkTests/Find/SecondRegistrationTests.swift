import Testing
import Vault

@testable import Casework

/// Second registrations of the shared tool, through a real index: the name, the number or the date written
/// another way. The bounds are those of twenty thousand rows: fewer rows hold fewer namesakes.
@Suite(.serialized, .enabled(if: SharedTools.hasMakeIntake)) struct SecondRegistrationTests {
  private static let office = Result {
    try CaseOffice(crew: [("duty", .duty), ("social", .socialWorker)])
  }

  /// The line of the first registration of each second one.
  private func firsts(_ bytes: [UInt8]) throws -> [Int: Int] {
    var reader = CSVReader(bytes)
    let header = try #require(try reader.next()).cells
    let column = try #require(header.firstIndex(of: "duplicate_of"))
    var firsts: [Int: Int] = [:]
    while let record = try reader.next() {
      // Rows are numbered from 1 and lines from 2.
      firsts[record.line] = Int(record.cells[column]).map { $0 + 1 }
    }
    return firsts
  }

  @Test(arguments: ["4", "5"])
  func areProposed(_ seed: String) throws {
    let bytes = try SharedTools.makeIntake("--rows", "1500", "--seed", seed)
    let firsts = try firsts(bytes)
    let result = try Self.office.get().act("social") { casework, session in
      try casework.importRegister(Register.file(bytes), isDry: true, as: session)
    }
    let rows = result.likeness?.rows ?? []
    #expect(rows.count == result.likeness?.repeated)
    let right = rows.filter { row in
      guard case .row(let line) = row.other, let first = firsts[row.line] else { return false }
      return line == first || firsts[line] == first
    }
    let wrong = rows.count - right.count
    #expect(firsts.count > 30)
    #expect(Double(right.count) >= 0.98 * Double(firsts.count) - 1)
    #expect(wrong <= 15)
  }
}
