/// Which clocks are asked for.
public struct DueScope: Sendable {
  /// Only cases that this member answers for.
  public var isMine = false
  /// Only cases of this receiving unit.
  public var office: String?
  /// Only clocks that are overdue, due today or soon.
  public var isPressing = false

  public init() {}
}
