/// What came of keeping a field from somebody, or of lifting that.
public struct Restricted: Sendable {
  /// The entry that says so.
  public let entry: Int
  public let record: RecordID
  /// Whether the field lies where it is to lie. If not, the next command of somebody who holds it puts it
  /// there; that it is not shown to who is excluded does not wait for that.
  public var isSealed: Bool
  /// How many excerpts of the field ended, because their holders are excluded or of the office that is.
  public var endedExcerpts = 0
  /// What else was in them: whoever still needs it is given it anew.
  public var endedWith: Set<FieldID> = []
  /// Whether who searches finds the person by the field, as far as it is one that people are found by. When it is
  /// lifted: false where the index has yet to be told what it says.
  public var isFindable = true
  /// What was derived from the field and is kept, or free, with it.
  public internal(set) var followed: Set<FieldID> = []
  /// Whether the figures of the case were made anew with it.
  public internal(set) var restatesFacts = false
  /// The entry that says that a seal of before is still in the file of the records; nil where none is.
  public internal(set) var leftover: Int?
}
