/// The keys that belong to the whole vault, by the names that `kind` holds in `key.rotate`.
public enum VaultKeyKind: String, Hashable, Sendable, CaseIterable {
  /// Seals handles and names of staff; every member has it.
  case vault
  /// Seals one row of operations a case.
  case operations
  /// Names the segments in which a person is searched for.
  case index

  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
