/// Shares that ended because a field was put where their holders do not read it. A share has one key, so that
/// whatever else it held ended with it.
struct EndedCopies {
  var count = 0
  /// The other fields that were in them.
  var others: Set<FieldID> = []
}
