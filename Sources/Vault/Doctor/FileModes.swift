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
    expected.filter { isWrong($0.path, $0.mode, isOwn: isOwn) }
  }

  private func isWrong(_ path: String, _ mode: Int, isOwn: Bool) -> Bool {
    let found = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return (found as? Int).map { $0 & 0o7777 != mode } ?? false
      && FileState(of: path)?.isOwn == isOwn
  }

  /// Whether one of them keeps this account from writing, a journal too.
  var isShut: Bool {
    expected.contains { path, _ in
      FileManager.default.fileExists(atPath: path)
        && !FileManager.default.isWritableFile(atPath: path)
    } || !FileManager.default.isExecutableFile(atPath: folder.path)
  }

  /// - Returns: how many were set right: those of this account.
  func mend() throws(VaultError) -> Int {
    var count = 0
    // The directory first: while it keeps its owner out nobody knows what is wrong in it.
    for (path, mode) in expected where isWrong(path, mode, isOwn: true) {
      do {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      } catch { throw .readOnly }
      count += 1
    }
    return count
  }
}
