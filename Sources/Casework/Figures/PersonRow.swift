/// What is told of one person who cannot be found by it: a year and codes. Persons with the same row are counted, not
/// listed, until it is known how many share it.
struct PersonRow: Hashable {
  enum Trafficking: Hashable { case possible, actual, none }
  enum Standing: Hashable { case active, followUp, closed, referred }

  let year: String
  let sex: String
  private(set) var age: String
  private(set) var routes: Set<String>
  private(set) var exploitations: Set<String>
  private(set) var regimes: Set<String>
  private(set) var trafficking: Trafficking
  /// Nil where it is not told.
  private(set) var standing: Standing?

  init(_ sheet: FactSheet) {
    year = String(sheet.month.prefix(4))
    (sex, age) = (sheet.sex, sheet.age)
    routes = sheet.routes.subtracting([FactSheet.unknown])
    exploitations = sheet.exploitations.subtracting([FactSheet.unknown])
    regimes = Set(sheet.services.compactMap { Service(rawValue: $0.service)?.regime })
    trafficking =
      sheet.isVictim ? .actual : sheet.status == "not_identified" ? .none : .possible
    standing =
      switch sheet.status {
      case "reintegration": .followUp
      case "closed": .closed
      case "transferred": .referred
      default: .active
      }
  }

  /// The same, saying less: what is dropped first tells most of one person and least to who counts.
  func coarser(by step: Coarsening) -> PersonRow {
    var row = self
    switch step {
    case .support: row.regimes = []
    case .route: row.routes = []
    case .standing: row.standing = nil
    case .age: row.age = Self.isMinor(age) ? "0-17" : FactSheet.unknown
    case .exploitation: row.exploitations = []
    }
    return row
  }

  enum Coarsening: CaseIterable { case support, route, standing, age, exploitation }

  /// The groups of `CaseFacts`.
  static func isMinor(_ age: String) -> Bool { ["0-15", "16-17", "0-17"].contains(age) }
}
