/// What somebody whose access to one case ended could read of it, as the log has it.
public struct EndedReach: Sendable {
  /// Nil where it does not open.
  public let handle: String?
  public let stated: LeaverReach.Case
  /// Whether the looks are told: else they are not counted there.
  public let isToldLooks: Bool
}
