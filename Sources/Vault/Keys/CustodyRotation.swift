import AuditLog
import Sealing

/// Replaces every outer key of custody and the log's key: an old copy of the records, or of custody, opens
/// nothing together with the other file of today. Nothing that is sealed inside is touched.
struct CustodyRotation {
  let context: ActContext

  private static let filesAtOnce = 512

  /// - Parameter progress: told how many cases are done.
  /// - Returns: how many cases were sealed anew, and how many are altered and were not.
  func run(
    generation: Int, progress: (Int) -> Void
  ) throws(VaultError) -> (cases: Int, spoilt: Int) {
    var (done, spoilt, last) = (0, 0, 0)
    // All new keys in one transaction of custody, and before the records commit.
    _ = try context.custody.adding { _ throws(VaultError) in
      while case let keys = try context.tx.fileKeys(after: last, limit: Self.filesAtOnce),
        let newest = keys.last
      {
        last = newest
        for key in keys {
          guard let file = try context.tx.file(key: key) else { continue }
          if try replace(file, generation) { done += 1 } else { spoilt += 1 }
        }
        progress(done + spoilt)
      }
      try OfficeKeyReplacement(context: context).replace(generation: generation)
      try SearchIndex(context).replaceOuterKeys(generation: generation)
    }
    return (done, spoilt)
  }

  /// - Returns: false for a case that is altered: `log verify` says what is wrong with it.
  private func replace(
    _ file: Transaction.File, _ generation: Int
  ) throws(VaultError) -> Bool {
    context.keyring.beginCase()
    let replacement = OuterKeyReplacement(context: context, file: file)
    do { try replacement.check() } catch {
      guard error.isAlteration else { throw error }
      return false
    }
    try replacement.replace(generation: generation)
    return true
  }
}
