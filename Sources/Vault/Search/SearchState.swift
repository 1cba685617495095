/// How a case stands in the index.
public struct SearchState: Hashable, Sendable {
  public enum Fault: Hashable, Sendable {
    /// The index has nothing of the case: it was opened before there was one, or its part is lost or was put back.
    case absent
    /// A field was written by somebody who does not hold the index key, or the index is older than the field.
    case stale(FieldID)
    /// It is right, and was put in under an index key that has been renewed since.
    case aged(FieldID)
  }

  public let id: CaseID
  public let faults: [Fault]
}
