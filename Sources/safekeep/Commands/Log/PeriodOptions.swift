import ArgumentParser
import Casework
import Vault

/// `--since DAY` and `--until DAY`: whole days on the clock of Viet Nam, the last one included.
struct PeriodOptions: ParsableArguments {
  @Option(help: .of({ $0.optionSince }, "day")) var since: String?
  @Option(help: .of({ $0.optionUntilDay }, "day")) var until: String?

  /// - Throws: 64 for what is no day, or a period that ends before it begins.
  func scope(_ kind: ReportScope.Kind, member: String? = nil) throws(Fault) -> ReportScope {
    let scope = ReportScope(
      kind, since: try Self.start(of: since, plus: 0), until: try Self.start(of: until, plus: 1),
      member: member)
    guard scope.since ?? 0 < scope.until ?? .max else { throw .badPeriod }
    return scope
  }

  /// The first moment of a day in Viet Nam (UTC+7, no summer time), in UTC milliseconds.
  private static func start(of text: String?, plus days: Int) throws(Fault) -> Int? {
    guard let text else { return nil }
    guard let day = try? PartialDate(text).exactDay else { throw .badPeriod }
    return ((day.number + days) * 24 - 7) * 3_600_000
  }
}

extension Fault {
  static let badPeriod = Fault(.usage, reason: "bad_period") { $0.badPeriod }
}
