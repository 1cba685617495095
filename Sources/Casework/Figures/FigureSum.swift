/// A number that is the sum of others, as everybody knows who reads the tables. Some of the others are never
/// shown: who was received and not handled is known to whoever knows the two.
struct FigureSum: Hashable {
  let total: FigureCell
  let parts: [FigureCell]

  var members: [FigureCell] { [total] + parts }
}
