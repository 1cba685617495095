import Testing
import Vault

@testable import Casework

/// Registers from elsewhere, whose columns have other names.
@Suite struct RegisterMappingTests {
  private static let table =
    "theirs,ours\nNgày đến,received_at\n\"Họ, tên\",full_name\nGhi chú riêng,\n"

  private func mapping(_ text: String) throws -> RegisterMapping {
    try RegisterMapping(Array(text.utf8))
  }

  private func rows(_ text: String, _ mapping: RegisterMapping) throws -> [RegisterRow] {
    let file = mapping.applied(to: Register.file(Array(text.utf8)))
    var register = IntakeRegister(
      Book.builtIn, now: try Moment("2026-11-01T00:00+07:00"), try file())
    var rows: [RegisterRow] = []
    while let row = try register.next() { rows.append(row) }
    return rows
  }

  @Test(arguments: ["\n", "\r\n"]) func aHeadingIsPutIntoOurWords(end: String) throws {
    let rows = try rows(
      [
        "Ngày đến,\"Họ, tên\",Ghi chú riêng,sex", "2026-09-01T08:00+07:00,Lò Thị Ví Dụ,x,female",
        "",
      ]
      .joined(separator: end), mapping(Self.table))
    #expect(rows.count == 1)
    #expect(rows.first?.faults == [])
    #expect(rows.first?.line == 2)
    let name = try Book.field("person.full_name").id
    #expect(rows.first?.values[name] == .text("Lò Thị Ví Dụ"))
  }

  @Test func aColumnThatNobodyNamedIsRefusedByItsPlace() throws {
    let rows = try rows("Ngày đến,Khác\n2026-09-01T08:00+07:00,x\n", mapping(Self.table))
    #expect(rows.first?.faults.map(\.reason) == [.unknownColumn(2)])
  }

  @Test(arguments: [
    ("a,b\n", 1), ("theirs,ours\nx,no_such_column\n", 2), ("theirs,ours\nx,sex\nx,phone\n", 3),
    ("theirs,ours\nx\n", 2), ("theirs;ours\n", 1), ("\u{FEFF}theirs,ours\n", 1),
  ])
  func aTableThatIsNoneIsRefusedByItsLine(text: String, line: Int) {
    let fault = #expect(throws: RegisterMapping.Fault.self) { try mapping(text) }
    #expect(fault?.line == line)
  }

  /// What a spreadsheet writes is called what it is.
  @Test(arguments: [
    ("theirs;ours\n", CSVFault.Reason.semicolons), ("\u{FEFF}theirs,ours\n", .byteOrderMark),
    ("theirs\tours\n", .tabs),
  ])
  func aTableThatIsUnreadableSaysWhy(text: String, reason: CSVFault.Reason) {
    let fault = #expect(throws: RegisterMapping.Fault.self) { try mapping(text) }
    #expect(fault?.reason == reason)
  }

  @Test func whatTheRegisterDoesNotHaveIsNamedByItsLine() throws {
    let file = Register.file(Array("Ngày đến,Ghi chú riêng\n2026-09-01T08:00+07:00,x\n".utf8))
    #expect(try mapping(Self.table).unused(in: file) == [3])
  }

  /// What the reader refuses it refuses still, and says why.
  @Test func aByteOrderMarkIsStillSaid() throws {
    #expect(throws: CaseworkError.csv(CSVFault(line: 1, reason: .byteOrderMark))) {
      _ = try rows("\u{FEFF}Ngày đến\n2026-09-01T08:00+07:00\n", mapping(Self.table))
    }
  }
}
