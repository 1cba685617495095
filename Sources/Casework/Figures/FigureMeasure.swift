/// What of somebody or of a file is told by office or month.
public enum FigureMeasure: Hashable, Sendable {
  case path, sex, age, exploitation, route, support, days, reports, clocks
}

extension FigureTable.Name {
  /// What a breakdown is of, and by what; nil for the tables of everybody.
  public var breakdown: (of: FigureMeasure, by: FigureAxis)? {
    switch self {
    case .pathByOffice: (.path, .office)
    case .sexByOffice: (.sex, .office)
    case .ageByOffice: (.age, .office)
    case .exploitationByOffice: (.exploitation, .office)
    case .routeByOffice: (.route, .office)
    case .supportByOffice: (.support, .office)
    case .daysByOffice: (.days, .office)
    case .reportsByMonth: (.reports, .month)
    case .clocksByMonth: (.clocks, .month)
    case .pathByMonth: (.path, .month)
    case .sexByMonth: (.sex, .month)
    case .ageByMonth: (.age, .month)
    case .exploitationByMonth: (.exploitation, .month)
    case .routeByMonth: (.route, .month)
    case .supportByMonth: (.support, .month)
    case .daysByMonth: (.days, .month)
    case .reports, .arrivals, .path, .age, .exploitation, .route, .support, .clocks, .days,
      .form508:
      nil
    }
  }
}
