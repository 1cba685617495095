/// A name as people read it, in both languages of the program.
public struct Label: Hashable, Sendable {
  public let vietnamese: String
  public let english: String

  public init(vietnamese: String, english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }
}
