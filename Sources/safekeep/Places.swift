import CLinux
import Glibc

/// Where things are kept for this account: the directories of the XDG Base Directory specification,
/// the vault to work in, the member to work as.
struct Places: Sendable {
  let environment: Environment
  let configuration: Configuration

  /// - Throws: `Fault` of status 78 for a configuration file that cannot be understood.
  init(environment: Environment) throws(Fault) {
    self.environment = environment
    let path = Self.directory("XDG_CONFIG_HOME", ".config", environment) + "/config"
    configuration = try Configuration(file: path)
  }

  /// Kept and not replaceable: the vault of an office with one account.
  var data: String { Self.directory("XDG_DATA_HOME", ".local/share", environment) }

  /// Written by a person: `config`.
  var config: String { Self.directory("XDG_CONFIG_HOME", ".config", environment) }

  /// Kept by the program: the pins.
  var state: String { Self.directory("XDG_STATE_HOME", ".local/state", environment) }

  /// `--vault`, else `SAFEKEEP_VAULT`, else `vault` of the configuration, else below `data`.
  func vault(option: String?) -> String {
    option ?? environment["SAFEKEEP_VAULT"] ?? configuration["vault"] ?? data + "/vault"
  }

  /// `--as`, else `SAFEKEEP_MEMBER`, else `as` of the configuration; nil where nobody is named.
  func member(option: String?) -> String? {
    option ?? environment["SAFEKEEP_MEMBER"] ?? configuration["as"]
  }

  /// Where the vault's own room keeps what each member of this account has last seen of a log.
  var pins: String { state + "/pins" }

  /// The directory for what must not outlive the session.
  ///
  /// - Throws: `Fault` of status 73 where there is none, or where it is not 0700 and ours: the
  ///   specification demands both, and a directory of others would let them put files in our place.
  func runtime() throws(Fault) -> String {
    guard let base = environment["XDG_RUNTIME_DIR"], base.hasPrefix("/") else {
      throw .directoryRefused("runtime")
    }
    try Self.demandPrivate(base, "runtime")
    return try Self.ensure(base + "/safekeep", "runtime")
  }

  /// Makes `path` and what is missing above it, 0700, and refuses it when it is open to others.
  ///
  /// `name`: which of the places it is, for the sentence; a path never gets into one.
  @discardableResult
  static func ensure(_ path: String, _ name: String) throws(Fault) -> String {
    var above = ""
    for part in path.split(separator: "/") {
      above += "/\(part)"
      do {
        try Kernel.makeDirectory(above, mode: 0o700)
      } catch .exists {
        continue
      } catch {
        // A directory above that may not be written but is there is no obstacle (EROFS, EACCES).
        guard (try? Kernel.status(of: above)) != nil else { throw .directoryRefused(name) }
      }
    }
    try demandPrivate(path, name)
    return path
  }

  /// Makes the directories above the place of a vault that are missing; those that are there stay as they are.
  ///
  /// Colleagues have to pass them, and see nothing of what stands in them; below our own data nobody passes.
  func makeParents(of path: String) throws(Fault) {
    let mode: UInt32 = path.hasPrefix(data + "/") ? 0o700 : 0o711
    var missing: [String] = []
    var above = path[...]
    while let slash = above.lastIndex(of: "/"), slash > above.startIndex {
      above = above[..<slash]
      if (try? Kernel.status(of: String(above))) != nil { break }
      missing.append(String(above))
    }
    for directory in missing.reversed() {
      do { try Kernel.makeDirectory(directory, mode: mode) } catch {
        throw .seedFileRefused(errno: error.code, .vaultCreate)
      }
    }
  }

  /// Ours, a directory and no link, with nothing for group and others.
  private static func demandPrivate(_ path: String, _ name: String) throws(Fault) {
    guard let found = try? Kernel.status(of: path),
      clinux_is_directory(found.mode) != 0, found.owner == geteuid(), found.mode & 0o077 == 0
    else { throw .directoryRefused(name) }
  }

  /// A relative path in one of the variables is invalid and is to be ignored (XDG, "Environment
  /// variables"); without HOME there is no place of one's own, and the root will refuse us.
  private static func directory(
    _ variable: String, _ fallback: String, _ environment: Environment
  ) -> String {
    let named = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (named ?? (environment["HOME"] ?? "") + "/" + fallback) + "/safekeep"
  }
}

extension Fault {
  /// A directory of ours cannot be made, or is not ours alone.
  static func directoryRefused(_ name: String) -> Fault {
    Fault(.cannotCreate, details: [.init("place", .string(name))]) {
      $0.directoryRefused(name)
    }
  }
}
