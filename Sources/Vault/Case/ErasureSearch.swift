import Sealing

/// What several erasures destroyed, looked for in one reading of the files: each reading takes in every byte of the
/// vault. Each erasure is durable by itself all the same, and finished by the next command of anybody if this one dies.
public final class ErasureSearch {
  private(set) var scan: ByteScan?
  /// The newest of them.
  private(set) var last: Erasure?
  /// What was looked through for them, also where something is left; nil where it did not come to that.
  public internal(set) var searched: SearchedFiles?
  /// Their notes, which go once it was looked for.
  private(set) var notes: [Digest] = []
  /// Held as long as this process is at it, however it ends: then nobody else looks in its place.
  private var turn: FolderTurn?

  public init() {}

  /// Before anything is erased.
  ///
  /// - Returns: false where another process is at it, as far as the file system can tell.
  @discardableResult
  func begin(_ vault: Vault) -> Bool {
    guard turn == nil else { return true }
    // Nobody else locks that file, and custody keeps it.
    guard let turn = FolderTurn(ofFile: vault.custody.file.path + "-journal") else { return true }
    guard turn.take(patience: .zero) else { return false }
    self.turn = turn
    return true
  }

  func add(_ done: ErasureBatch.Done) {
    last = done.erasures.last ?? last
    notes += done.notes
    guard let own = scan, let more = done.scan else {
      scan = scan ?? done.scan
      return
    }
    own.join(more)
  }
}
