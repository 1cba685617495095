import Vault

/// Counts cases one after another; nothing of a case is kept but of those that are linked as of one person.
struct FigureCounts {
  private let period: FigurePeriod
  /// The month in which it is counted: what ended in an earlier one and still runs is overdue.
  private let month: String
  let axes: Set<FigureAxis>
  /// The one office that is counted; nil for all.
  private let office: String?
  private(set) var whole = FigureTally()
  /// The same by office or month.
  private(set) var parts: [FigureAxis: FigureTally] = [:]
  private(set) var months: Set<String> = []
  private(set) var files = 0
  private(set) var persons = 0
  private var same = SamePersons()

  init(
    _ period: FigurePeriod, in month: String, by axes: Set<FigureAxis> = [],
    of office: String? = nil
  ) {
    (self.period, self.month, self.axes, self.office) = (period, month, axes, office)
  }

  var cells: [FigureCell: Int] { whole.cells }

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

  private func isCounted(_ sheet: FactSheet) -> Bool { office.map { $0 == sheet.office } ?? true }

  /// What it counts in of each breakdown, in an order that is always the same.
  private func groups(of sheet: FactSheet) -> [(axis: FigureAxis, group: String)] {
    FigureAxis.allCases.filter(axes.contains).map {
      ($0, $0 == .office ? sheet.office : sheet.month)
    }
  }

  // MARK: Files

  /// A report is a case from `reported` on, named or not; one person can be reported twice.
  private mutating func count(file sheet: FactSheet) {
    guard isCounted(sheet) else { return }
    files += 1
    Self.count(sheet, in: sheet.office, before: month, &whole)
    for (span, number) in sheet.days { whole.count(number, of: span) }
    for (axis, group) in groups(of: sheet) {
      // By office the tables of all tell them already.
      if axis == .month {
        Self.count(sheet, in: group, before: month, &parts[axis, default: FigureTally()])
      }
      for (span, number) in sheet.days {
        parts[axis, default: FigureTally()].count(number, of: FigureLayout.at(span, group))
      }
    }
  }

  // Static, for whoever reads all of itself copies what it adds to.
  private static func count(
    _ sheet: FactSheet, in group: String, before month: String, _ tally: inout FigureTally
  ) {
    tally.count(.reports, group, "received")
    if sheet.status != "reported" { tally.count(.reports, group, "handled") }
    if sheet.isSettled { tally.count(.reports, group, "settled") }
    var seen: Set<FigureCell> = []
    for clock in sheet.clocks {
      let row = FigureLayout.at(clock.id, group)
      tally.count(.clocks, row, "all", &seen)
      tally.count(.clocks, row, clock.state.rawValue, &seen)
      if clock.state == .open, clock.month.utf8.count == 7, clock.month < month {
        tally.count(.clocks, row, "overdue", &seen)
      }
    }
  }

  // MARK: Persons

  private mutating func count(person sheet: FactSheet) {
    guard isCounted(sheet) else { return }
    countServices(of: sheet)
    guard period.contains(sheet.month) else { return }
    persons += 1
    months.insert(sheet.month)
    whole.count(.arrivals, sheet.month, sheet.office)
    whole.count(.path, sheet.path, "persons")
    whole.count(.age, sheet.age, sheet.sex)
    for code in sheet.exploitations { whole.count(.exploitation, code, "persons") }
    for code in sheet.routes { whole.count(.route, code, "persons") }
    for (axis, group) in groups(of: sheet) {
      Self.count(sheet, by: group, &parts[axis, default: FigureTally()])
    }
    if sheet.isVictim { countVictim(sheet) }
  }

  private static func count(_ sheet: FactSheet, by group: String, _ tally: inout FigureTally) {
    func at(_ code: String) -> String { FigureLayout.at(code, group) }
    tally.count(.path, at(sheet.path), "persons")
    tally.count(.age, at(sheet.age), FigureTable.total)
    tally.count(.age, at(FigureTable.total), sheet.sex)
    for code in sheet.exploitations { tally.count(.exploitation, at(code), "persons") }
    for code in sheet.routes { tally.count(.route, at(code), "persons") }
  }

  private mutating func countServices(of sheet: FactSheet) {
    let given = sheet.services.filter { period.contains($0.month) }.compactMap { item in
      Service(rawValue: item.service).map { (service: $0, month: item.month) }
    }
    guard !given.isEmpty else { return }
    Self.count(given.map(\.service.regime), &whole)
    for axis in axes {
      let regimes = given.map {
        FigureLayout.at($0.service.regime, axis == .office ? sheet.office : $0.month)
      }
      Self.count(regimes, &parts[axis, default: FigureTally()])
    }
    guard sheet.isVictim else { return }
    var seen: Set<FigureCell> = []
    whole.count(.form508, sheet.office, "served")
    for service in given.map(\.service).filter(FigureLayout.formServices.contains) {
      whole.count(.form508, sheet.office, "times", &seen)
      whole.count(.form508, sheet.office, service.rawValue, &seen)
    }
  }

  /// What one person was given: the person once for each row, and each time.
  private static func count(_ rows: [String], _ tally: inout FigureTally) {
    for row in Set(rows) { tally.count(.support, row, "persons") }
    var seen: Set<FigureCell> = []
    for row in rows { tally.count(.support, row, "times", &seen) }
  }

  /// The left half of the form: victims received in the period.
  private mutating func countVictim(_ sheet: FactSheet) {
    whole.count(.form508, sheet.office, "received")
    if sheet.sex == "female" { whole.count(.form508, sheet.office, "female") }
    if sheet.age == "16-17" { whole.count(.form508, sheet.office, "16-17") }
    if sheet.age == "0-15" { whole.count(.form508, sheet.office, "0-15") }
  }
}
