/// A table of figures as it is shown: a number, or nothing where it is suppressed.
public struct FigureTable: Hashable, Sendable {
  /// Which table it is; the raw value is its name in files.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// Reports received, handled and settled, by office.
    case reports
    /// Persons who arrived, by month and office.
    case arrivals
    case path
    /// By age group and sex.
    case age
    case exploitation
    case route
    /// Support given in the period, by regime.
    case support
    /// Clocks met, late and open, by clock and office.
    case clocks
    /// Days from one step to another.
    case days
    /// The yearly form 508/PCTNXH-Sở.
    case form508 = "508"
    // The same by office or by month (`FigureMeasure`).
    case pathByOffice = "path_by_office"
    case sexByOffice = "sex_by_office"
    case ageByOffice = "age_by_office"
    case exploitationByOffice = "exploitation_by_office"
    case routeByOffice = "route_by_office"
    case supportByOffice = "support_by_office"
    case daysByOffice = "days_by_office"
    case reportsByMonth = "reports_by_month"
    case clocksByMonth = "clocks_by_month"
    case pathByMonth = "path_by_month"
    case sexByMonth = "sex_by_month"
    case ageByMonth = "age_by_month"
    case exploitationByMonth = "exploitation_by_month"
    case routeByMonth = "route_by_month"
    case supportByMonth = "support_by_month"
    case daysByMonth = "days_by_month"
  }

  public let name: Name
  public let columns: [String]
  public let rows: [Row]

  /// One line of it.
  public struct Row: Hashable, Sendable {
    /// A code, `total`, `other`; of the clocks `clock/office`, by month `clock/2026-03`.
    public let key: String
    /// In the order of the columns; nil where the number is suppressed.
    public let values: [Int?]
  }

  /// What stands for all rows, or all columns.
  public static let total = "total"
  /// Rows that are too small to be told apart.
  public static let other = "other"

  public subscript(row: String, column: String) -> Int? {
    guard let index = columns.firstIndex(of: column) else { return nil }
    return rows.first { $0.key == row }?.values[index]
  }

  /// Whether any number of it is suppressed.
  public var isSuppressed: Bool { rows.contains { $0.values.contains(nil) } }
}
