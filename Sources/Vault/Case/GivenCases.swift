/// What a member was given copies of.
public struct GivenCases: Sendable {
  /// Those of which copies can still be read.
  public var cases: [CaseID] = []
  /// What ended.
  public var ended: [EndedGiving] = []
  /// The entry of the look.
  public var entry = 0
}
