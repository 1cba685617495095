/// The first thing that does not fit, found by reading the whole log and holding every case against it.
public struct LogFinding: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    /// An entry: changed, missing, moved, forged.
    case entry(Int)
    /// A case, by its pseudonym in the log (hex), and the last entry that states it.
    case file(pseudonym: String, entry: Int?)
  }

  public let subject: Subject
  /// What is wrong, as a code that the porch has a sentence for: `chain.prev`, `case.older`, …
  public let code: String

  /// Of a case that has no key since a restore, as two people accepted: nothing is wrong with the log.
  public static let gap = "case.gap"
}
