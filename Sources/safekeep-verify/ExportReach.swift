/// Up to where a broken export fits.
struct ExportReach: Equatable {
  /// So many entries, from the beginning of the log, fit each other and their signatures.
  let entries: Int
  /// The first of them that was checked.
  let from: Int
  /// The largest kept head among them.
  let pin: Int?
  /// The largest head among them that the quorum of the policy signed.
  let quorum: Int?
}
