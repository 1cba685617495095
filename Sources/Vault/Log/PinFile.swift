import FoundationEssentials
import Sealing

/// Where a pin lies: one file for each member and vault, in the member's own state directory. It
/// is named after the hash of the handle, because it is read before the directory of members is known.
struct PinFile {
  private let directory: String
  private let path: String
  private let who: Digest

  /// More than a roster, a frontier and a head come to.
  private static let limit = 1 << 24

  init(directory: String, vault: Identifier, who: Digest) {
    (self.directory, self.who) = (directory, who)
    path = "\(directory)/\(vault.hex)-\(who.identifier.hex).pin"
  }

  /// Nil where there is none yet; a file that is not a pin is a refusal, not a fresh start, and so is another member's:
  /// by their count nobody would see that entries of this one are gone, or all would seem to be.
  func read() throws(VaultError) -> Pin? {
    do {
      let bytes = try PlainFile.read(path, limit: Self.limit)
      guard let pin = Pin(decoding: bytes, of: who) else { throw VaultError.pinUnreadable }
      guard pin.who == who else { throw VaultError.pinOfAnother }
      return pin
    } catch VaultError.pinOfAnother {
      throw .pinOfAnother
    } catch PlainFile.Failure.missing {
      return nil
    } catch { throw .pinUnreadable }
  }

  /// Replaced by rename and not synced: a pin that is a few entries old after a power cut still shows
  /// every rollback to before it, and a sync would cost each command as much as its commit.
  func write(_ pin: Pin) throws(VaultError) {
    let bytes = pin.bytes
    do {
      try FileReplacement.write(bytes, to: path)
    } catch .noDirectory {
      try makeDirectory()
      do { try FileReplacement.write(bytes, to: path) } catch { throw .pinUnwritable }
    } catch { throw .pinUnwritable }
  }

  /// Keeps a pin that is given up beside the one that takes its place: it is the proof that there was
  /// another log.
  func keepBeside(_ pin: Pin) throws(VaultError) {
    let bytes = pin.bytes
    // Two heads of one size may be given up in the life of a vault.
    for number in 1... {
      let place = "\(path).replaced-\(pin.size)" + (number == 1 ? "" : "-\(number)")
      if let there = FileManager.default.contents(atPath: place) {
        if [UInt8](there) == bytes { return }
        continue
      }
      do { try FileReplacement.write(bytes, to: place) } catch { throw .pinUnwritable }
      return
    }
  }

  private func makeDirectory() throws(VaultError) {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch { throw .pinUnwritable }
  }
}
