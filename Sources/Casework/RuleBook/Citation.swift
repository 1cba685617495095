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

  /// Between a provision and what ended it, where nothing takes its place: `Law 53/2024 Art. 37; repealed by
  /// Law 1/2030 Art. 5`.
  public static let repeal = "; repealed by "

  /// Whether it names what repealed it.
  public var isRepealed: Bool {
    text.firstRange(of: Self.repeal).map { $0.upperBound < text.endIndex } ?? false
  }

  public init(text: String, isVerified: Bool) {
    self.text = text
    self.isVerified = isVerified
  }
}
