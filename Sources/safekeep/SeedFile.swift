import Glibc
import Sealing
import Vault

/// A new file for a seed that exists once: made before the seed, so that no seed is ever made that
/// has nowhere to go.
struct SeedFile: ~Copyable {
  /// More than the sheet of any seed: so much is on the disk before the seed exists.
  private static let room = 2_048

  /// Which command makes the seed: the hint names it.
  enum Command {
    /// The root seed, with the vault.
    case vaultCreate
    /// The recovery seed, by whatever the first lead does first.
    case unlock
  }

  let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    (self.path, self.descriptor) = (path, descriptor)
  }

  /// - Throws: 73 where something is there already or nothing can be made there; 74 for a full disk.
  static func make(_ path: String, by command: Command) throws(Fault) -> SeedFile {
    let file = SeedFile(path: path, descriptor: try open(path, command))
    do {
      try Kernel.write([UInt8](repeating: 0x0A, count: room), to: file.descriptor)
      try Kernel.sync(file.descriptor)
    } catch {
      file.discard()
      throw .storage(errno: error.code)
    }
    return file
  }

  private static func open(_ path: String, _ command: Command) throws(Fault) -> Int32 {
    do {
      return try Kernel.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    } catch .exists {
      throw .seedFileExists(command)
    } catch {
      throw .seedFileRefused(errno: error.code, command)
    }
  }

  deinit { Kernel.close(descriptor) }

  /// Writes the seed, and returns only when the disk has it and the name of the file.
  borrowing func write(_ seed: borrowing SecretBytes) throws(Fault) {
    do {
      try Kernel.rewind(descriptor)
      try seed.withSpan { bytes throws(Kernel.Errno) in
        try Kernel.write(bytes, to: descriptor)
      }
      try Kernel.truncate(descriptor, to: seed.count)
      try Kernel.sync(descriptor)
      try Kernel.syncDirectory(of: path)
    } catch { throw .storage(errno: error.code) }
  }

  /// Takes the file away again: the seed was not made after all.
  borrowing func discard() { try? Kernel.remove(path) }
}

extension Fault {
  static func seedFileExists(_ command: SeedFile.Command) -> Fault {
    Fault(.cannotCreate, hint: { $0.seedFileHint(command) }) { $0.seedFileExists }
  }

  static func seedFileRefused(errno: Int32, _ command: SeedFile.Command) -> Fault {
    Fault(
      .cannotCreate, details: [.init("errno", .integer(Int(errno)))],
      hint: { $0.seedFileHint(command) }
    ) { $0.seedFileRefused }
  }
}
