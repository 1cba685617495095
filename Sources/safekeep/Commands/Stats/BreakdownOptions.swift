import ArgumentParser
import Casework
import Vault

/// Of exact figures: `--by office`, `--by month` and `--office CODE`.
struct BreakdownOptions: ParsableArguments {
  @Option(
    help: .of({ $0.optionFiguresBy }, "axis"),
    completion: .choices(FigureAxis.allCases.map(\.rawValue)))
  var by: [String] = []
  @Option(help: .of({ $0.optionFiguresOffice }, "code")) var office: String?

  /// - Throws: 64 for a word that is none, and beside what they do not go with.
  func breakdown(
    _ period: FigurePeriod, _ use: FiguresUse, isForm: Bool
  ) throws(Fault) -> FigureBreakdown {
    if isForm { try demandNone() }
    var axes: Set<FigureAxis> = []
    for word in by {
      guard let axis = FigureAxis(rawValue: word) else { throw .noSuchAxis }
      axes.insert(axis)
    }
    let office = try named()
    do throws(FigureBreakdown.Flaw) {
      return try FigureBreakdown(by: axes, of: office, in: period, for: use)
    } catch {
      throw error == .months ? .monthsWithinYear : .breakdownNotExact
    }
  }

  func demandNone() throws(Fault) {
    guard by.isEmpty, office == nil else { throw .breakdownAlone }
  }

  /// The office that is named, by the code of a place: a slip of the keyboard is no office with nothing in it.
  private func named() throws(Fault) -> String? {
    guard let office else { return nil }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard [2, 5].contains(office.utf8.count), office.utf8.allSatisfy(digits.contains) else {
      throw .officeByCode
    }
    return office
  }
}

extension Fault {
  static let noSuchAxis = Fault(.usage, reason: "unknown_axis") {
    $0.notAChoice(FigureAxis.allCases.map(\.rawValue).joined(separator: " "))
  }
  static let monthsWithinYear = Fault(.usage, reason: "months_within_year") {
    $0.monthsWithinYear
  }
  static let breakdownNotExact = Fault(.usage, reason: "breakdown_not_exact") {
    $0.breakdownNotExact
  }
  static let officeByCode = Fault(.usage, reason: "unknown_office") { $0.officeByCode }
  static let breakdownAlone = Fault(.usage, reason: "breakdown_alone") { $0.breakdownAlone }
}
