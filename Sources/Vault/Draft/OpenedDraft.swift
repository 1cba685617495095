/// A draft as its author finds it again.
public struct OpenedDraft: Equatable, Sendable {
  /// The answers as they were typed.
  public let values: [FieldID: FieldValue]
  /// Those of its fields that somebody wrote since it was kept, by what the log states.
  public let overtaken: Set<FieldID>
}
