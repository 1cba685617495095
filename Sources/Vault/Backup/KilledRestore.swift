import FoundationEssentials
import Sealing

/// What a restore left beside a vault when it was killed: a folder that is named as a restore names one, of this
/// account, with nothing in it but a vault's files, and at which nobody is at work.
///
/// Nothing else is ever taken away: not a file with such a name, which a backup or an export may be writing, and not
/// a folder with a link in it, which may lead to a file that is in use.
struct KilledRestore {
  let item: VaultFiles.Item
  private let names: [String]
  /// Kept until it is removed: a restore begins by taking it.
  private let turn: FolderTurn

  enum Look {
    case killed(KilledRestore)
    /// A restore is at work there.
    case busy
    case other
  }

  static func look(at item: VaultFiles.Item) -> Look {
    if FileDraft.isAtWork(item.path) { return .busy }
    guard isNamed(item.name), let state = FileState(of: item.path), state.isFolder, state.isOwn,
      let names = try? FileManager.default.contentsOfDirectory(atPath: item.path),
      names.allSatisfy({ isOfVault($0) && isAlone(item.path + "/" + $0) }),
      let turn = FolderTurn(of: item.path)
    else { return .other }
    guard turn.take(patience: .zero, isRequired: true) else { return .busy }
    return .killed(KilledRestore(item: item, names: names, turn: turn))
  }

  /// Zeros first, as for everything that held keys.
  func remove() throws(VaultError) {
    for name in names {
      let path = item.path + "/" + name
      guard FileErasure.zero(path), (try? FileManager.default.removeItem(atPath: path)) != nil
      else { throw .readOnly }
    }
    guard (try? FileManager.default.contentsOfDirectory(atPath: item.path))?.isEmpty == true,
      (try? FileManager.default.removeItem(atPath: item.path)) != nil
    else { throw .readOnly }
  }

  /// `<place>.<32 hexadecimal digits>.safekeep-part` (`StagedFolder`).
  private static func isNamed(_ name: String) -> Bool {
    let parts = name.dropLast(VaultFiles.partSuffix.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let id = parts.last, id.utf8.count == 32 else { return false }
    return id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The two files and their journals, and what the library that writes a file whole calls it until it is.
  private static func isOfVault(_ name: String) -> Bool {
    VaultFiles.ownNames.contains(name) || name.hasPrefix(".dat.nosync")
  }

  /// A second name of a file may be that of a vault's own.
  private static func isAlone(_ path: String) -> Bool {
    FileState(of: path).map { $0.isPlain && $0.links == 1 } ?? false
  }
}
