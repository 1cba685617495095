/// What a province is measured by: the shares of reports that are handled and settled.
///
/// Decision 193/QĐ-TTg of 9 February 2021 for 2021–2025 is cited by others and was not read here; of the programme
/// for 2026–2030 (Decision 33/QĐ-TTg of 7 January 2026) no number is at hand. So: unverified, and said beside the
/// figure.
public struct FigureTarget: Hashable, Sendable {
  /// The column of the table of reports.
  public let column: String
  /// In per cent.
  public let percent: Int
  /// Whether the share must be more than that.
  public let isMore: Bool
  public let citation: Citation

  public static let all = [
    FigureTarget(column: "handled", percent: 100, isMore: false, citation: decision),
    FigureTarget(column: "settled", percent: 90, isMore: true, citation: decision),
  ]

  private static let decision = Citation(
    text: "Decision 193/QĐ-TTg", isVerified: false)

  /// Whether a share reaches it; nil of nothing.
  public func isReached(_ part: Int, of whole: Int) -> Bool? {
    guard whole > 0 else { return nil }
    return isMore ? part * 100 > percent * whole : part * 100 >= percent * whole
  }
}
