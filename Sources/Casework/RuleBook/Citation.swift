/// What a rule rests on. Shown wherever the rule is shown, with its status: a Vietnamese lawyer has
/// yet to confirm what is unverified.
public struct Citation: Hashable, Sendable {
  /// The provision or standard, or `project choice`.
  public let text: String
  /// Whether the text cited was read.
  public let isVerified: Bool

  /// What the project decided because no source at hand decides it.
  public static let projectChoice = "project choice"

  public var isProjectChoice: Bool { text == Self.projectChoice }

  public init(text: String, isVerified: Bool) {
    self.text = text
    self.isVerified = isVerified
  }
}
