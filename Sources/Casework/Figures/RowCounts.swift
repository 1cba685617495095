import Vault

/// Counts people by what their row says, one case after another; what is kept of a case is its row, and of those that
/// are linked as of one person the facts.
struct RowCounts {
  private let period: FigurePeriod
  private(set) var people: [PersonRow: Int] = [:]
  private var same = SamePersons()

  init(_ period: FigurePeriod) { self.period = period }

  mutating func add(_ id: CaseID, _ sheet: FactSheet) {
    guard sheet.isOfPerson else { return }
    if sheet.same.isEmpty { count(sheet) } else { same.add(id, sheet) }
  }

  mutating func finish() {
    for sheet in same.people { count(sheet) }
    same = SamePersons()
  }

  private mutating func count(_ sheet: FactSheet) {
    guard period.contains(sheet.month) else { return }
    people[PersonRow(sheet), default: 0] += 1
  }
}
