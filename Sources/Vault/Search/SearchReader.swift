/// The people of a ``SearchBook`` as they are now, for asking on any thread. It holds hashes and names of cases, no
/// text.
public struct SearchReader: Sendable {
  private var shelves: SearchShelves

  init(_ shelves: SearchShelves) { self.shelves = shelves }

  /// Those who fit a question best, and in how many fields of anybody each of its terms stands.
  ///
  /// - Parameter end: of the people who are looked at, by the order in which they were put in: a row is held against
  ///   those above it.
  public mutating func ask(
    _ question: HashedQuestion, before end: Int, most: Int = 16
  ) -> (found: [SearchMatch], counts: [Int]) {
    shelves.find(question, most: most, before: end)
  }
}
