public import Vault

/// Which figures stand beside those of everybody.
public struct FigureBreakdown: Hashable, Sendable {
  public enum Flaw: Error { case months, notExact }

  public static let none = FigureBreakdown()

  public let axes: Set<FigureAxis>
  /// The one office that is counted; nil for all.
  public let office: String?

  private init() { (axes, office) = ([], nil) }

  /// - Throws: where months have no end, or the figures are not exact ones: held against those of everybody, suppressed
  ///   ones by office and month would tell more than the program can look through.
  public init(
    by axes: Set<FigureAxis>, of office: String?, in period: FigurePeriod, for use: FiguresUse
  ) throws(Flaw) {
    let isExact = if case .official = use { true } else { false }
    guard !axes.contains(.month) || period.isWithinYear else { throw .months }
    guard isExact || axes.isEmpty && office == nil else { throw .notExact }
    (self.axes, self.office) = (axes, office)
  }
}
