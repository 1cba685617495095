/// By what figures are broken down.
public enum FigureAxis: String, CaseIterable, Hashable, Sendable {
  /// The receiving unit.
  case office
  /// The month of the arrival; of support the one in which it was given.
  case month
}
