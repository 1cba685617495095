import Testing

@testable import Casework

/// What a rule book may change of the one in force: nothing backwards. Today is 15 June 2026.
@Suite struct RuleRevisionTests {
  private static let today = CalendarDay(number: 20_619)

  private static func changes(
    _ files: [RuleTable: [UInt8]], from adopted: RuleBook = Book.builtIn
  ) throws -> [RuleChange] {
    try RuleRevision(adopted: adopted, proposed: RuleBook(files), today: today).changes()
  }

  /// The reason of the refusal; nil where it would be adopted.
  private static func reason(
    _ files: [RuleTable: [UInt8]], from adopted: RuleBook = Book.builtIn
  ) throws -> RuleFault.Reason? {
    do {
      _ = try changes(files, from: adopted)
    } catch CaseworkError.rules(let fault) {
      // A row that is there is named by its line; one that is gone has none.
      if case .rowGone = fault.reason {} else { #expect(fault.line ?? 0 > 1) }
      return fault.reason
    }
    return nil
  }

  /// The row of a table that begins so, with one cell changed.
  private static func with(
    _ table: RuleTable, _ start: String, _ column: String, _ cell: String,
    in book: RuleBook = Book.builtIn
  ) throws -> [RuleTable: [UInt8]] {
    let line = try #require(try book.lines(of: table).first { $0.name == start })
    let place = try #require(table.columns.firstIndex(of: column))
    var cells = line.cells
    cells[place] = cell
    return try replacing(line, with: cells, in: book)
  }

  private static func replacing(
    _ line: RuleLine, with cells: [String]?, in book: RuleBook = Book.builtIn
  ) throws -> [RuleTable: [UInt8]] {
    let rows = try book.lines(of: line.table).compactMap { $0 == line ? cells : $0.cells }
    var files = book.files
    let all = [line.table.columns] + rows
    files[line.table] = Array((all.map(csv).joined(separator: "\n") + "\n").utf8)
    return files
  }

  private static func csv(_ cells: [String]) -> String {
    cells.map { "\"" + $0.components(around: "\"").joined(separator: "\"\"") + "\"" }
      .joined(separator: ",")
  }

  private static func line(_ table: RuleTable, _ name: String) throws -> RuleLine {
    try #require(try Book.builtIn.lines(of: table).first { $0.name == name })
  }

  /// A new row is shown beside the one whose place it takes: what it no longer asks for is seen.
  @Test func aNewStepStandsBesideTheOneItFollows() throws {
    let old = try Self.line(.steps, "identify")
    var (ended, next) = (old.cells, old.cells)
    func place(_ column: String) throws -> Int {
      try #require(RuleTable.steps.columns.firstIndex(of: column))
    }
    ended[try place("valid_to")] = "2026-12-31"
    next[try place("id")] = "identify2"
    next[try place("guards")] = ""
    next[try place("valid_from")] = "2027-01-01"
    var files = try Self.replacing(old, with: ended)
    files[.steps, default: []] += Array((Self.csv(next) + "\n").utf8)
    let changes = try Self.changes(files)
    #expect(changes.map(\.kind) == [.ended, .added])
    #expect(changes.map(\.before) == [old, old])
    #expect(changes[1].columns == ["id", "guards", "valid_from"])
    #expect(changes[1].before?.cell("guards").isEmpty == false)
    #expect(changes[1].row.cell("guards").isEmpty)
  }

  @Test func theDayIsTheOneThatIsSaid() { #expect(Self.today.text == "2026-06-15") }

  @Test func theSameBookChangesNothing() throws {
    #expect(try Self.changes(Book.builtIn.files) == [])
    // Nor does another way to write the same cells.
    let line = try Self.line(.clocks, "police_verify")
    #expect(try Self.changes(Self.replacing(line, with: line.cells)) == [])
  }

  // MARK: Words

  @Test(arguments: [
    (RuleTable.clocks, "police_verify", "label_en", "Verification"),
    (.clocks, "police_verify", "citation", "Law 53/2024 Art. 27(9)"),
    (.clocks, "police_verify", "status", "unverified"), (.codes, "entry_path rescued", "sort", "9"),
    (.codes, "entry_path rescued", "label_vi", "Được cứu"),
    (.fields, "4", "label_vi", "Nguồn tiếp nhận"), (.entities, "2", "label_en", "Intake"),
    (.places, "01 2025-07-01", "name_en", "Ha Noi"), (.roles, "police open request", "reads", "x"),
    (.steps, "receive", "label_vi", "Nhận"), (.holidays, "off --09-02", "label_vi", "Lễ"),
    (.holidays, "off 2025-01-25 2025-02-02", "citation", "Decision 1/2024"),
  ]) func wordsMayChange(table: RuleTable, name: String, column: String, cell: String) throws {
    let changes = try Self.changes(Self.with(table, name, column, cell))
    #expect(changes.map(\.kind) == [.reworded])
    #expect(changes[0].row.name == name && changes[0].columns == [column])
  }

  // MARK: What was in force

  @Test(arguments: [
    (RuleTable.clocks, "police_verify", "amount", "30"),
    (.clocks, "police_verify", "from", "case.received_at"),
    (.clocks, "police_verify", "kind", "window"), (.clocks, "police_verify", "warn_days", "7"),
    (.clocks, "police_verify", "valid_from", "2026-08-01"),
    (.steps, "receive", "who", "intake"), (.steps, "identify", "second", ""),
    (.steps, "receive", "guards", "case.entry_path"), (.steps, "receive", "valid_from", ""),
  ]) func aRuleThatWasInForceStays(
    table: RuleTable, name: String, column: String, cell: String
  ) throws {
    #expect(
      try Self.reason(Self.with(table, name, column, cell))
        == .keptWhileInForce(column: column, of: name))
  }

  @Test(arguments: [
    (RuleTable.fields, "4", "read", "social_worker;lead"), (.fields, "4", "write", "intake"),
    (.fields, "4", "form", "reception"), (.fields, "4", "valid_from", ""),
    (.entities, "3", "many", "no"), (.entities, "3", "form", "person"),
    (.roles, "duty emergency or assigning", "support", "K"),
  ]) func whatIsSealedUnderItStaysForGood(
    table: RuleTable, name: String, column: String, cell: String
  ) throws {
    #expect(
      try Self.reason(Self.with(table, name, column, cell))
        == .keptForGood(column: column, of: name))
  }

  /// A name, a type, a list, a class, a number: of a field that nothing else in the book speaks of.
  @Test(arguments: [
    ("name", "other"), ("type", "longtext"), ("class", "identity"), ("many", "yes"),
    ("entity", "interpreter"),
  ]) func aFieldStaysWhatItIs(column: String, cell: String) throws {
    let row =
      "290,reception,weather,reception,Thời tiết,Weather,text,,support,no,social_worker;lead,"
      + "social_worker,project choice,unverified,,"
    let book = try RuleBook(Book.appending(.fields, row))
    #expect(
      try Self.reason(Self.with(.fields, "290", column, cell, in: book), from: book)
        == .keptForGood(column: column, of: "290"))
    #expect(try Self.reason(Book.builtIn.files, from: book) == .rowGone("290"))
  }

  @Test(arguments: [
    (RuleTable.clocks, "dsr_delete_extended"), (.steps, "transfer_reopened"),
    (.codes, "id_kind passport"), (.holidays, "off --09-02"),
    (.holidays, "off 2025-01-25 2025-02-02"), (.places, "02 2008-08-01"),
    (.entitlements, "L53_2024 victim_vn k 2025-07-01"),
    (.bases, "L53_27_2 share 2025-07-01"),
  ]) func aRowThatWasInForceDoesNotVanish(table: RuleTable, name: String) throws {
    let files = try Self.replacing(Self.line(table, name), with: nil)
    #expect(try Self.reason(files) == .rowGone(name))
  }

  // MARK: How a row ends

  @Test func aRowEndsTodayAtTheEarliest() throws {
    for (day, isFine) in [("2026-06-15", true), ("2026-12-31", true), ("2026-06-14", false)] {
      let files = try Self.with(.clocks, "police_verify", "valid_to", day)
      #expect(try Self.reason(files) == (isFine ? nil : .endsInThePast("police_verify")))
      if isFine { #expect(try Self.changes(files).map(\.kind) == [.ended]) }
    }
  }

  @Test func whatHasEndedStaysSo() throws {
    for day in ["2026-12-31", ""] {
      let files = try Self.with(.places, "02 2008-08-01", "valid_to", day)
      #expect(try Self.reason(files) == .endsInThePast("02 2008-08-01"))
    }
    // An end that has not come may be moved, and taken back.
    let ending = try RuleBook(Self.with(.clocks, "police_verify", "valid_to", "2026-07-31"))
    for day in ["2026-06-15", "2027-01-01", ""] {
      let files = try Self.with(.clocks, "police_verify", "valid_to", day, in: ending)
      #expect(try Self.changes(files, from: ending).map(\.kind) == [.ended])
    }
  }

  // MARK: New rows

  private static func clock(_ id: String, _ from: String, _ amount: String = "25") -> String {
    "\(id),a,b,duty,verification.police_request_at,,\(amount),day,,,,,provincial police,,"
      + "Law 1/2026 Art. 1,unverified,\(from),"
  }

  @Test func newRulesBeginTodayAtTheEarliest() throws {
    for (day, isFine) in [
      ("2026-06-15", true), ("2027-01-01", true), ("2026-06-14", false), ("", false),
    ] {
      let files = Book.appending(.clocks, Self.clock("new", day))
      #expect(try Self.reason(files) == (isFine ? nil : .beginsInThePast("new")))
      if isFine { #expect(try Self.changes(files).map(\.kind) == [.added]) }
    }
  }

  /// One ends, another begins: how a limit of the law is amended.
  @Test func aLimitIsAmendedFromADayOn() throws {
    var files = try Self.with(.clocks, "police_verify", "valid_to", "2026-12-31")
    files[.clocks, default: []] += Array(
      (Self.clock("police_verify_2027", "2027-01-01") + "\n").utf8)
    let changes = try Self.changes(files)
    #expect(changes.map(\.kind) == [.ended, .added])
    #expect(changes.map(\.row.name) == ["police_verify", "police_verify_2027"])
  }

  /// The same regime of the same category again, once the row before has ended.
  @Test func aRegimeIsAmendedFromADayOn() throws {
    let name = "L53_2024 victim_vn k 2025-07-01"
    var files = try Self.with(.entitlements, name, "valid_to", "2026-12-31")
    let row = "L53_2024,victim_vn,k,poor,Hộ nghèo,Poor household,Law 1/2026 Art. 1,unverified,"
    files[.entitlements, default: []] += Array((row + "2027-01-01,\n").utf8)
    #expect(try Self.changes(files).map(\.kind) == [.ended, .added])
    let both = Book.appending(.entitlements, row + "2026-07-01,")
    #expect {
      _ = try RuleBook(both)
    } throws: { error in
      guard case CaseworkError.rules(let fault) = error else { return false }
      return fault.reason == .duplicate("L53_2024/victim_vn/k")
    }
  }

  @Test func newFieldsMayCome() throws {
    let row = { (day: String) in
      "290,reception,weather,reception,Thời tiết,Weather,text,,support,no,social_worker;lead,"
        + "social_worker,project choice,unverified,\(day),"
    }
    for (day, isFine) in [("", true), ("2026-07-01", true), ("2026-06-14", false)] {
      let files = Book.appending(.fields, row(day))
      #expect(try Self.reason(files) == (isFine ? nil : .beginsInThePast("290")))
    }
  }

  @Test func codesAndPlacesComeWhenTheyCome() throws {
    let code = Book.appending(.codes, "entry_path,boat,Bằng thuyền,By boat,,unverified,9")
    let list = try Book.edited(
      .codes, "entry_path,hotline111,",
      "entry_path,other,Khác,Other,,unverified,10\nentry_path,hotline111,")
    #expect(try Self.changes(list).map(\.kind) == [.added])
    // The list has no way out for what nobody has checked: the book is wrong, not only new.
    #expect {
      _ = try RuleBook(code)
    } throws: { $0 is CaseworkError }
    let place = "26734,Phường Bến Thành,Ben Thanh Ward,commune,79,2025-07-01,"
    #expect(try Self.changes(Book.appending(.places, place)).map(\.kind) == [.added])
  }

  @Test func rolesAreThoseOfTheProgram() throws {
    let row = "police,every case,a,b,c,d,X,XD,XD,XD,-,-,XD,D"
    #expect(try Self.reason(Book.appending(.roles, row)) == .newRole("police every case"))
  }

  // MARK: Days off

  @Test func daysOffThatAreOverStay() throws {
    for (row, name) in [
      ("off,2026-06-12,,a,b,c,unverified", "off 2026-06-12"),
      ("off,2026-06-14,2026-06-16,a,b,c,unverified", "off 2026-06-14 2026-06-16"),
      ("working,2026-06-13,,a,b,c,unverified", "working 2026-06-13"),
      // Of every year: those that are over too.
      ("off,--11-24,,a,b,c,unverified", "off --11-24"),
    ] {
      #expect(try Self.reason(Book.appending(.holidays, row)) == .daysInThePast(name))
    }
    for row in ["off,2026-06-15,,a,b,c,unverified", "off,2027-02-04,2027-02-10,a,b,c,unverified"] {
      #expect(try Self.changes(Book.appending(.holidays, row)).map(\.kind) == [.added])
    }
  }

  /// Nothing rests yet on what has not begun.
  @Test func whatIsAheadMayChangeAndGo() throws {
    let holiday = try Self.line(.holidays, "working 2026-08-22")
    #expect(try Self.changes(Self.replacing(holiday, with: nil)).map(\.kind) == [.withdrawn])
    let ahead = try RuleBook(Book.appending(.clocks, Self.clock("new", "2027-01-01")))
    #expect(
      try Self.changes(Book.appending(.clocks, Self.clock("new", "2027-01-01", "30")), from: ahead)
        .map(\.kind) == [.amended])
    #expect(
      try Self.reason(Book.appending(.clocks, Self.clock("new", "2026-06-14", "30")), from: ahead)
        == .beginsInThePast("new"))
    #expect(try Self.changes(Book.builtIn.files, from: ahead).map(\.kind) == [.withdrawn])
  }
}
