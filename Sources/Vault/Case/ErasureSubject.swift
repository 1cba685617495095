/// What an ask for an erasure says: on what ground, and what of the case. `retention_ended`, or
/// `person_request:history.205`.
public struct ErasureSubject: Hashable, Sendable {
  /// A code of `erasure_reason`.
  public let reason: String
  /// Nil for the whole case.
  public let part: ErasedPart?

  public init(_ reason: String, _ part: ErasedPart? = nil) {
    (self.reason, self.part) = (reason, part)
  }

  /// Nil for what is not written so.
  public init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, !parts[0].isEmpty else { return nil }
    guard parts.count == 2 else {
      self.init(parts[0])
      return
    }
    guard let part = ErasedPart(code: parts[1]) else { return nil }
    self.init(parts[0], part)
  }

  public var text: String { part.map { "\(reason):\($0.code)" } ?? reason }
}
