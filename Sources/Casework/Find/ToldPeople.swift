import Vault

/// Files that somebody was told of, more than one answer holds.
struct ToldPeople {
  var people: [CaseID: FoundPerson] = [:]
  /// The entry that says which were told last; of the search itself where there were none.
  var entry = 0
  /// Files that were not looked through, at most.
  var unsearched = 0
}
