/// Which excerpts of a case end with an act.
public enum ExcerptChoice: Hashable, Sendable {
  /// Those whose giving names one of these entries as what gave the right: a consent that is withdrawn.
  case resting(on: Set<Int>)
  /// Those with a copy of this record: a referral that is rejected, done or revoked.
  case holding(RecordID)
  /// Every one: the file ends.
  case all
}
