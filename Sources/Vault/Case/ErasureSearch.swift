import Sealing

/// What several erasures destroyed, looked for in one reading of the files: each reading takes in every byte of the
/// vault. Each erasure is durable by itself all the same, and finished by the next command of anybody if this one dies.
public final class ErasureSearch {
  private(set) var scan: ByteScan?
  /// The newest of them.
  private(set) var last: Erasure?
  /// What was looked through for them, also where something is left; nil where it did not come to that.
  public internal(set) var searched: SearchedFiles?

  public init() {}

  func add(_ done: CaseEraser.Done) {
    last = done.erasure
    guard let scan else {
      scan = done.scan
      return
    }
    scan.join(done.scan)
  }
}
