/// Puts offices and countries with fewer than ten together into one row, whose name is nobody's: that there is
/// anybody at all from a small place would else be told by its row.
struct FigureFolding {
  /// How many offices have a row of their own, the largest: what ties so many numbers can be looked through in seconds.
  /// A province has fewer communes.
  static let mostOffices = 200
  let whole: FigureTally

  init(_ counted: FigureTally) {
    var received: [String: Int] = [:]
    var arrived: [String: Int] = [:]
    var routes: [String: Int] = [:]
    for (cell, value) in counted.cells {
      switch cell.table {
      case .reports where cell.column == "received": received[cell.row, default: 0] += value
      case .arrivals: arrived[cell.column, default: 0] += value
      case .route: routes[cell.row, default: 0] += value
      default: break
      }
    }
    let large = Self.largest(
      received.filter {
        $0.value >= CellSuppression.least && (arrived[$0.key] ?? 0) >= CellSuppression.least
      })
    let largeRoutes = Set(routes.filter { $0.value >= CellSuppression.least }.keys)
    whole = counted.renamed { Self.folded($0, large, largeRoutes) }
  }

  private static func largest(_ offices: [String: Int]) -> Set<String> {
    let sorted = offices.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Set(sorted.prefix(mostOffices).map(\.key))
  }

  private static func folded(
    _ cell: FigureCell, _ offices: Set<String>, _ routes: Set<String>
  ) -> FigureCell {
    func office(_ name: String) -> String { offices.contains(name) ? name : FigureTable.other }
    switch cell.table {
    case .reports, .form508: return FigureCell(cell.table, office(cell.row), cell.column)
    case .arrivals: return FigureCell(cell.table, cell.row, office(cell.column))
    case .route:
      return routes.contains(cell.row)
        ? cell : FigureCell(cell.table, FigureTable.other, cell.column)
    case .clocks:
      let parts = cell.row.split(separator: FigureLayout.divider, maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return cell }
      return FigureCell(
        cell.table, parts[0] + FigureLayout.divider + office(parts[1]), cell.column)
    default: return cell
    }
  }
}
