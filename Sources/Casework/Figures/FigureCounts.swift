import Vault

/// Counts cases one after another; nothing of a case is kept but of those that are linked as of one person.
struct FigureCounts {
  private let period: FigurePeriod
  /// The month in which it is counted: what ended in an earlier one and still runs is overdue.
  private let month: String
  private(set) var cells: [FigureCell: Int] = [:]
  /// How much of a number is of somebody, or of a file, that was counted in it already: twelve lessons of one person
  /// are one person.
  private(set) var again: [FigureCell: Int] = [:]
  /// How often each number of days, by span.
  private(set) var days: [String: [Int: Int]] = [:]
  private(set) var months: Set<String> = []
  private(set) var files = 0
  private(set) var persons = 0
  private var same = SamePersons()

  init(_ period: FigurePeriod, in month: String) {
    (self.period, self.month) = (period, month)
  }

  mutating func add(_ id: CaseID, _ sheet: FactSheet) {
    guard sheet.isOfPerson else { return }
    if period.contains(sheet.month) { count(file: sheet) }
    if sheet.same.isEmpty { count(person: sheet) } else { same.add(id, sheet) }
  }

  /// What was kept back is counted now, each person once.
  mutating func finish() {
    for sheet in same.people { count(person: sheet) }
    same = SamePersons()
  }

  private mutating func count(_ table: FigureTable.Name, _ row: String, _ column: String) {
    cells[FigureCell(table, row, column), default: 0] += 1
  }

  /// Counts what one person or file can be in several times.
  private mutating func count(
    _ table: FigureTable.Name, _ row: String, _ column: String, _ seen: inout Set<FigureCell>
  ) {
    let cell = FigureCell(table, row, column)
    cells[cell, default: 0] += 1
    if !seen.insert(cell).inserted { again[cell, default: 0] += 1 }
  }

  // MARK: Files

  /// A report is a case from `reported` on, named or not; one person can be reported twice.
  private mutating func count(file sheet: FactSheet) {
    files += 1
    count(.reports, sheet.office, "received")
    if sheet.status != "reported" { count(.reports, sheet.office, "handled") }
    if sheet.isSettled { count(.reports, sheet.office, "settled") }
    var seen: Set<FigureCell> = []
    for clock in sheet.clocks {
      let row = clock.id + FigureLayout.divider + sheet.office
      count(.clocks, row, "all", &seen)
      count(.clocks, row, clock.state.rawValue, &seen)
      if clock.state == .open, clock.month.utf8.count == 7, clock.month < month {
        count(.clocks, row, "overdue", &seen)
      }
    }
    for (span, number) in sheet.days { days[span, default: [:]][number, default: 0] += 1 }
  }

  // MARK: Persons

  private mutating func count(person sheet: FactSheet) {
    countServices(of: sheet)
    guard period.contains(sheet.month) else { return }
    persons += 1
    months.insert(sheet.month)
    count(.arrivals, sheet.month, sheet.office)
    count(.path, sheet.path, "persons")
    count(.age, sheet.age, sheet.sex)
    for code in sheet.exploitations { count(.exploitation, code, "persons") }
    for code in sheet.routes { count(.route, code, "persons") }
    if sheet.isVictim { countVictim(sheet) }
  }

  private mutating func countServices(of sheet: FactSheet) {
    let given = sheet.services.filter { period.contains($0.month) }
    let services = given.compactMap { Service(rawValue: $0.service) }
    guard !services.isEmpty else { return }
    for regime in Set(services.map(\.regime)) { count(.support, regime, "persons") }
    var seen: Set<FigureCell> = []
    for service in services { count(.support, service.regime, "times", &seen) }
    guard sheet.isVictim else { return }
    count(.form508, sheet.office, "served")
    for service in services.filter(FigureLayout.formServices.contains) {
      count(.form508, sheet.office, "times", &seen)
      count(.form508, sheet.office, service.rawValue, &seen)
    }
  }

  /// The left half of the form: victims received in the period.
  private mutating func countVictim(_ sheet: FactSheet) {
    count(.form508, sheet.office, "received")
    if sheet.sex == "female" { count(.form508, sheet.office, "female") }
    if sheet.age == "16-17" { count(.form508, sheet.office, "16-17") }
    if sheet.age == "0-15" { count(.form508, sheet.office, "0-15") }
  }
}
