/// A number for each grade.
struct GradeCounts: Hashable, Sendable {
  private var counts = SIMD8<Int32>.zero

  subscript(grade: NameGrade) -> Int {
    get { Int(counts[Int(grade.rawValue)]) }
    set { counts[Int(grade.rawValue)] = Int32(clamping: newValue) }
  }
}
