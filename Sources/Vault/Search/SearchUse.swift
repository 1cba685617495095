/// What somebody looks for people for; `kind` of the entries.
public enum SearchUse: String, CaseIterable, Hashable, Sendable {
  /// Somebody is asked for.
  case person
  /// Before a case is opened, whether there is one of the same person.
  case opening
  /// The rows of a register that is taken in: one entry for all of them.
  case register
  /// Everybody against everybody.
  case duplicates

  var act: OfficeAct { self == .duplicates ? .comparePeople : .searchPeople }
}
