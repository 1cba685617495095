import Sealing

/// What a restore destroyed again is looked for like what an erasure destroyed: a backup carries along what lay in the
/// unused space of the pages that it was made of.
extension Vault {
  /// Looks through the two files that nobody but the restore has yet; one that holds something is written anew.
  func searchRestored(
    for scan: ByteScan?, _ session: borrowing Session
  ) throws(VaultError) -> SearchedFiles? {
    guard let scan else { return nil }
    var searched = SearchedFiles(
      files: VaultFiles(VaultFolder(store.folder)).own.map(\.name), time: now())
    searched.left = try isLeft(scan)
    return searched
  }

  /// - Returns: the entry that says that something is left.
  func concludeRestored(
    _ searched: SearchedFiles?, in restore: Int, as role: Role, _ session: borrowing Session
  ) throws(VaultError) -> Int? {
    guard let searched, !searched.left.isEmpty else { return nil }
    return try conclude(searched, of: restore, [], session) { role }
  }
}
