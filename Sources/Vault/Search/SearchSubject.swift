/// Who was found.
public enum SearchSubject: Hashable, Sendable {
  case `case`(CaseID)
  /// A row of the register at hand, by the number that it was added with.
  case row(Int)
}
