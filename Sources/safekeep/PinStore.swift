import CLinux
import Glibc

/// What each member of this account has last seen of a log, one file a member and vault.
///
/// It stands outside the vault, so that a vault put back to an older state can be noticed. Whoever
/// removes a pin removes that memory and nothing else: the next command makes it anew.
struct PinStore: Sendable {
  /// A pin is a checkpoint, a frontier and the directory: hundreds of bytes a member of the vault.
  static let largest = 16 * 1024 * 1024

  let directory: String

  init(directory: String) { self.directory = directory }

  /// The pin as it was last written; nil where there is none.
  ///
  /// `vault`: identifier of the vault in hexadecimal.
  /// `member`: identifier of the member in hexadecimal.
  func read(vault: String, member: String) throws(Fault) -> [UInt8]? {
    do throws(Kernel.Errno) {
      let descriptor = try Kernel.open(path(vault, member), O_RDONLY | O_NOFOLLOW)
      defer { Kernel.close(descriptor) }
      return try Kernel.readAll(descriptor, limit: Self.largest)
    } catch .noEntry {
      return nil
    } catch {
      throw .storage(errno: error.code)
    }
  }

  /// Replaces the pin by rename, 0600, and without fsync: after a power loss the older pin is as
  /// true as the newer one, only less; half a pin would be neither, and rename prevents that.
  func write(_ pin: [UInt8], vault: String, member: String) throws(Fault) {
    try Places.ensure(directory, "state")
    // Two commands of one member at the same moment must not write into each other's file.
    let draft = path(vault, member) + ".\(getpid())"
    do throws(Kernel.Errno) {
      try write(pin, to: draft)
      try Kernel.rename(draft, to: path(vault, member))
    } catch {
      try? Kernel.remove(draft)
      throw .storage(errno: error.code)
    }
  }

  /// Members that have a pin for this vault here. Two of them on one account share a keyring, so
  /// `unlock` is refused there.
  func members(vault: String) -> [String] {
    Kernel.names(in: directory).compactMap { name in
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == vault, parts[2] == "pin" else { return nil }
      return String(parts[1])
    }
  }

  private func path(_ vault: String, _ member: String) -> String {
    precondition(Self.isHexadecimal(vault) && Self.isHexadecimal(member), "identifiers, not names")
    return "\(directory)/\(vault).\(member).pin"
  }

  private func write(_ pin: [UInt8], to draft: String) throws(Kernel.Errno) {
    let descriptor = try Kernel.open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
    defer { Kernel.close(descriptor) }
    try Kernel.write(pin, to: descriptor)
  }

  private static func isHexadecimal(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
