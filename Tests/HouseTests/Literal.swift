/// The contents of one string literal, interpolations left out, and the line where it begins.
struct Literal: Equatable {
  var text: String
  let line: Int
}
