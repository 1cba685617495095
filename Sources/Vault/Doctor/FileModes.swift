import FoundationEssentials
import Sealing

/// The permissions that a vault's directory and files have, whoever uses them.
struct FileModes {
  let folder: VaultFolder

  private var expected: [(path: String, mode: Int)] {
    [
      (folder.path, 0o2770), (folder.records, 0o660), (folder.custody, 0o660),
      (folder.records + "-journal", 0o660), (folder.custody + "-journal", 0o660),
    ]
  }

  /// Those that have others. A journal that is not there has none.
  ///
  /// - Parameter isOwn: of this account, which alone may set them (chmod(2)), or of another.
  func wrong(isOwn: Bool) -> [(path: String, mode: Int)] {
    expected.filter { path, mode in
      let found = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      return (found as? Int).map { $0 & 0o7777 != mode } ?? false
        && FileState(of: path)?.isOwn == isOwn
    }
  }

  /// - Returns: how many were set right: those of this account.
  func mend() throws(VaultError) -> Int {
    let wrong = wrong(isOwn: true)
    for (path, mode) in wrong {
      do {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      } catch { throw .readOnly }
    }
    return wrong.count
  }
}
