import Foundation
import Testing
import Vault

@testable import Casework

/// Registers of arrivals, through Casework into a real vault and out again.
/// One after another: each looks at which cases are new.
@Suite(.serialized) struct ImportTests {
  private static let office = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("intake", .intake), ("social", .socialWorker), ("health", .healthStaff),
      ("count", .statistician),
    ])
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private func cases(_ handle: String = "lead") throws -> Set<String> {
    try office.act(handle) { casework, session in
      Set(try casework.list(as: session).cases.map(\.code))
    }
  }

  /// The codes that an import made, in the order of arrival.
  private func imported(
    _ file: @escaping Casework.RegisterFile, by handle: String
  ) throws -> (result: ImportedRegister, codes: [CaseCode]) {
    let before = try cases()
    let result = try office.act(handle) { casework, session in
      try casework.importRegister(file, as: session)
    }
    let codes = try office.act("lead") { casework, session in
      try casework.list(as: session).cases.reversed().map(\.code).filter { !before.contains($0) }
    }
    return (result, try codes.map { try CaseCode($0) })
  }

  @Test func everyRowBecomesACase() throws {
    let (result, codes) = try imported(Register.small, by: "social")
    #expect(result.count == 3)
    #expect(codes.count == 3)
    // 26734 twice, and no table of communes.
    #expect(result.warnings[.placeNotChecked] == 2)
    #expect(result.missing.first { $0.field.name == "receiving_unit" }?.count == 1)
    #expect(result.missing.first { $0.field.name == "person_category" }?.count == 3)
    try office.act("social") { casework, session in
      let page = try casework.show(
        "identification", of: codes[0], classes: [.sensitive], for: .careManagement, as: session)
      #expect(page["statement.text"] == .text("Bị lừa, rồi bị bán.\nHai lần."))
      #expect(page["statement.at"] == .dateTime("2026-09-20T08:30+07:00"))
      #expect(
        page.records.flatMap(\.fields).first { $0.definition.name == "taken_by" }?.handle
          == "social")
      // A row without a story makes no statement.
      let second = try casework.show(
        "identification", of: codes[1], classes: [.sensitive], for: .careManagement, as: session)
      #expect(second["statement.text"] == nil)
      let third = try casework.show("person", of: codes[2], for: nil, as: session)
      #expect(third["person.full_name"] == .absent(.declined))
      #expect(third["person.birth_date"] == .absent(.unknown))
      #expect(third["person.sex"] == .absent(.withheld))
      let summary = try casework.list(as: session).cases.first { $0.code == codes[0].text }
      #expect(summary?.ownerHandle == "social")
    }
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: codes[0], owner: false, as: session)
    }
    try office.act("health") { casework, session in
      let page = try casework.show(
        "health", of: codes[0], classes: [.clinical, .vital], for: .treat, as: session)
      #expect(page["health.injuries"] == .text("Bầm tím cổ tay"))
      #expect(page["vital.pregnancy"] == .bool(.yes))
      #expect(page["care.care_birth_year"] == .integer(2004))
    }
  }

  @Test func whatIntakeImportsWaitsForALead() throws {
    let (_, codes) = try imported(Register.small, by: "intake")
    let queue = try office.act("lead") { casework, session in
      try casework.list(.unowned, as: session).cases.map(\.code)
    }
    #expect(Set(codes.map(\.text)).isSubset(of: queue))
  }

  @Test func oneWrongRowStopsAll() throws {
    let before = try cases()
    let file = Register.file(
      Register.header,
      "2026-09-20T08:30+07:00,rescued,26734,Nguyễn Thị Hoà,2004-05-17,female,,,",
      "2026-09-20T08:30+07:00,rescue,26734,Nguyễn Thị Hoà,17/05/04,female,,,",
      "2026-09-20T08:30+07:00,rescued,26734,Nguyễn Thị Hoà",
      ",rescued,26734,Nguyễn Thị Hoà,31/02/2004,,,,")
    do {
      _ = try office.act("social") { casework, session in
        try casework.importRegister(file, as: session)
      }
      Issue.record("a wrong register was taken")
    } catch CaseworkError.register(let report) {
      #expect(report.rows == 3)
      #expect(
        report.faults == [
          RegisterFault(line: 3, column: .entryPath, reason: .value(.unknownCode)),
          RegisterFault(line: 3, column: .birthDate, reason: .value(.twoDigitYear)),
          RegisterFault(line: 4, column: nil, reason: .width(found: 4, expected: 9)),
          RegisterFault(line: 5, column: .birthDate, reason: .value(.impossibleDate)),
          RegisterFault(line: 5, column: .receivedAt, reason: .value(.missing)),
        ])
    }
    #expect(try cases() == before)
  }

  @Test func aFileThatCannotBeReadAnyFurtherSaysWhere() throws {
    let file = Register.file(
      Register.header, "2026-09-20T08:30+07:00,rescued,26734,\"Nguyễn Thị Hoà,,,,,")
    do {
      _ = try office.act("social") { casework, session in
        try casework.importRegister(file, as: session)
      }
      Issue.record("an open quote was taken")
    } catch CaseworkError.register(let report) {
      #expect(report.stop == CSVFault(line: 2, reason: .quoteOpen))
    }
  }

  @Test func aDryRunLeavesNoTrace() throws {
    let before = try cases()
    let result = try office.act("social") { casework, session in
      try casework.importRegister(Register.small, isDry: true, as: session)
    }
    #expect(result.count == 3)
    #expect(try cases() == before)
  }

  /// What may not be imported may not be tried out either.
  @Test(arguments: ["health", "count", "admin"]) func aDryRunIsRefusedLikeTheImport(
    handle: String
  ) throws {
    let why = try office.refusal(handle) { casework, session in
      _ = try casework.importRegister(Register.small, isDry: true, as: session)
    }
    #expect(why == "role")
  }

  @Test func theRoleThatTakesInIsTold() throws {
    for (handle, role) in [("social", Role.socialWorker), ("intake", .intake), ("lead", .lead)] {
      let result = try office.act(handle) { casework, session in
        try casework.importRegister(Register.small, isDry: true, as: session)
      }
      #expect(result.role == role)
    }
  }

  /// A heading alone is a file that was exported wrong, and not an import of nobody.
  @Test(arguments: [true, false]) func aHeadingAloneIsNoRegister(isDry: Bool) throws {
    let before = try cases()
    #expect(throws: CaseworkError.registerEmpty) {
      try office.act("social") { casework, session in
        _ = try casework.importRegister(
          Register.file(Register.header), isDry: isDry, as: session)
      }
    }
    #expect(try cases() == before)
  }

  /// Two codes in one line are one line.
  @Test func warningsCountLines() throws {
    let file = Register.file(
      "received_at,entry_path,receiving_commune,residence_commune",
      "2026-09-20T08:30+07:00,rescued,26734,26737", "2026-09-20T08:30+07:00,rescued,26734,")
    let result = try office.act("social") { casework, session in
      try casework.importRegister(file, isDry: true, as: session)
    }
    #expect(result.warnings[.placeNotChecked] == 2)
  }

  @Test func aRegisterThatChangesWhileItIsReadIsRefused() throws {
    let before = try cases()
    var opened = 0
    let changing: Casework.RegisterFile = { () throws(CaseworkError) in
      opened += 1
      // The fourth opening is the last look, after every case was made.
      return try opened < 4
        ? Register.small() : Register.file(Register.header, "2026-09-20T08:30+07:00,,,,,,,,")()
    }
    #expect(throws: CaseworkError.registerChanged) {
      try office.act("social") { casework, session in
        _ = try casework.importRegister(changing, as: session)
      }
    }
    #expect(opened == 4)
    #expect(try cases() == before)
  }

  @Test func healthStaffImportNothing() throws {
    let why = try office.refusal("health") { casework, session in
      _ = try casework.importRegister(Register.small, as: session)
    }
    #expect(why == "role")
  }

  // MARK: The register that others made

  @Test(.enabled(if: SharedTools.hasMakeIntake)) func twoThousandPeopleReadBackEqual() throws {
    let bytes = try SharedTools.makeIntake("--rows", "2000", "--seed", "1")
    let (result, codes) = try imported(Register.file(bytes), by: "social")
    #expect(result.count == 2000)
    #expect(codes.count == 2000)
    var generator = SystemRandomNumberGenerator()
    for code in codes.shuffled(using: &generator).prefix(10) { try compare(code, with: bytes) }
  }

  /// Finds the row of a case by what is in it, and holds every field of the row against the vault.
  private func compare(_ code: CaseCode, with bytes: [UInt8]) throws {
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    let seen = try office.act("social") { casework, session in
      try casework.show(
        nil, of: code, classes: [.support, .identity, .sensitive, .safety],
        for: .careManagement, as: session)
    }
    let clinical = try office.act("health") { casework, session in
      try casework.show(
        "health", of: code, classes: [.clinical, .vital], for: .treat, as: session)
    }
    var register = IntakeRegister(
      Book.builtIn, now: Moment(seconds: 1_800_000_000), CSVSource.of(bytes))
    while let row = try register.next() {
      let differences = row.values.filter { id, value in
        guard let name = Book.builtIn[id]?.qualifiedName else { return true }
        // A record in which nothing was asked is not shown.
        return (seen[name] ?? clinical[name] ?? .absent(.notAsked)) != value
      }
      if differences.isEmpty { return }
    }
    Issue.record("no row holds what the vault holds of a case")
  }
}
