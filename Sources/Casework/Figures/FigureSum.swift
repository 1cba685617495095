/// What everybody knows of some numbers who reads the tables. Some of them are never shown: who was received and not
/// handled is known to whoever knows the two.
struct FigureSum: Hashable {
  /// How far it holds.
  enum Tie: Hashable {
    /// The total is the sum of the parts.
    case exact
    /// It is nearly, as persons are of files: whoever reads takes one for the other. By how many they differ counts
    /// as known where it is fewer than ten; else it is known which of the two is larger.
    case near
    /// The total is no less than the parts together.
    case least
  }

  let total: FigureCell
  let parts: [FigureCell]
  var tie = Tie.exact

  var members: [FigureCell] { [total] + parts }
}
