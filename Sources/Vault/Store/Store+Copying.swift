import GRDB
import Sealing

extension Store {
  /// Copies the file as it is at one moment; what the body takes belongs to the same moment.
  ///
  /// In pieces, while others work; where they write all the time, in one piece that keeps them waiting.
  func copy<Result>(
    to path: String, _ progress: @escaping (Int) -> Void,
    beside body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    if try SQLiteCopy.copyInPieces(queue, to: path, progress) {
      let copied = try SQLiteCopy.head(in: path)
      let result = try look { tx throws(VaultError) -> Result? in
        // Somebody may have written since the last piece.
        try tx.head() == copied ? try body(tx) : nil
      }
      if let result { return result }
    }
    return try look { tx throws(VaultError) in
      // The first question is what takes the lock that keeps this moment.
      _ = try tx.head()
      try SQLiteCopy.copy(tx.db, to: path, progress)
      return try body(tx)
    }
  }
}

extension CustodyFile {
  /// Copies the file. Whoever calls holds a look at the records: what was destroyed by then is what those
  /// records say, and what is new by then serves nothing yet.
  func copy(to path: String) throws(VaultError) {
    try look { tx throws(VaultError) in
      _ = try tx.row("SELECT generation FROM custody")
      try SQLiteCopy.copy(tx.db, to: path)
    }
  }
}

extension CustodyFile {
  /// Copies the custody file of a vault whose records may be gone.
  ///
  /// - Throws: `.backup` with `missing`, or `form` where it is no custody file.
  static func copy(at path: String, to place: String) throws(VaultError) {
    // SQLite would make one.
    do { _ = try PieceReader(path) } catch { throw .backup(error == .missing ? .missing : .form) }
    do {
      try CustodyFile(opening: path, isExamined: true).copy(to: place)
    } catch .notAVault { throw .backup(.form) }
  }
}
