/// One entry as it is shown to those who read the log: codes and pseudonyms, and the handle of who
/// acted.
public struct LogLine: Sendable {
  /// The name that somebody tried to unlock with.
  public enum Tried: Hashable, Sendable {
    case handle(String)
    /// Nobody was ever invited under it.
    case unknown
  }

  public let seq: Int
  /// UTC milliseconds.
  public let time: Int
  public let act: String
  public let outcome: String
  public let reason: String?
  /// The actor's pseudonym, and their handle where it opens.
  public let actor: String
  public let handle: String?
  /// Whose unlocking failed; nil where the entry says nothing of it.
  public let tried: Tried?
  public let role: String?
  public let purpose: String?
  /// The pseudonym of the case, hexadecimal.
  public let file: String?
  public internal(set) var fields: [String]
  public let kind: String?
  public let count: Int?
  public let by: Int?
  public let ref: Int?
}
