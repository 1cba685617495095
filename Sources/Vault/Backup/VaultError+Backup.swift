import Sealing

extension VaultError {
  static func ofBackup<Result>(
    _ body: () throws(BackupFault) -> Result
  ) throws(VaultError) -> Result {
    do { return try body() } catch { throw .backup(error) }
  }

  static func writing<Result>(
    _ body: () throws(FileReplacement.Failure) -> Result
  ) throws(VaultError) -> Result {
    do { return try body() } catch {
      throw error.isFullDisk ? .storageFull : .backup(error == .taken ? .exists : .unwritable)
    }
  }
}
