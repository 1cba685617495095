/// What `log verify --from-pin` found: only what came after the pin was read.
public struct ContinuedLog: Sendable {
  /// How many entries the member's client had seen.
  public let pinned: Int
  /// How many entries there are now.
  public let size: Int
  /// The root over them, as the checkpoint has it.
  public let checkpoint: String
  /// The first entry that does not fit; nil where all do.
  public let finding: LogFinding?
  /// What no witness and no authority outside holds; nil where the log does not fit.
  public let tail: UnanchoredTail?
  /// The entry of this verification.
  public let entry: Int
}
