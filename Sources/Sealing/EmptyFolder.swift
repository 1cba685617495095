import Glibc

/// A folder that was made for something that came to nothing.
public enum EmptyFolder {
  /// Takes it away as long as nothing is in it (rmdir(2)): what somebody else has put there meanwhile stays.
  ///
  /// - Returns: whether it is gone.
  @discardableResult
  public static func remove(_ path: String) -> Bool { unsafe rmdir(path) == 0 }
}
