/// Which excerpts of a case end with an act.
public enum ExcerptChoice: Hashable, Sendable {
  /// Those whose giving names one of these entries as what gave the right: a consent that is withdrawn.
  case resting(on: Set<Int>)
  /// Those with a copy of this record: a referral that is rejected, done or revoked.
  case holding(RecordID)
  /// Those with a copy of a field that rest on one of these entries or hold a copy of one of these records: the
  /// person keeps the field from the office that they went to.
  case of(FieldID, on: Set<Int>, within: Set<RecordID>)
  /// Every one: the file ends.
  case all
}
