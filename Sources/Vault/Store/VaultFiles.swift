import FoundationEssentials
import Sealing

/// What lies in a vault's directory, and what restores and other commands left beside it that were killed.
///
/// By names alone: whoever may list the directory sees as much. Links are not followed.
struct VaultFiles {
  struct Item: Hashable {
    var path: String
    /// From the vault's directory on; what lies beside it begins with `../`.
    var name: String
  }

  /// The end of the name of what is on its way.
  static let partSuffix = ".safekeep-part"

  private let folder: VaultFolder
  private var place: URL { URL(filePath: folder.path).standardizedFileURL }
  private var above: String { place.deletingLastPathComponent().path }

  init(_ folder: VaultFolder) { self.folder = folder }

  /// The two files and their journals, as far as they are there.
  var own: [Item] {
    Self.ownNames.map { Item(path: folder.path + "/" + $0, name: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  static let ownNames = [
    "records.db", "records.db-journal", "custody.db", "custody.db-journal",
  ]

  /// Everything else in the directory, folder by folder down to files; nil where it cannot be listed.
  var others: [Item]? {
    names(in: folder.path).map { names in
      names.filter { !Self.ownNames.contains($0) }.flatMap { name in
        files(under: Item(path: folder.path + "/" + name, name: name))
      }
    }
  }

  /// What ends like something on its way, in the directory above; nil where that cannot be listed.
  var parts: [Item]? {
    names(in: above).map { names in
      names.filter { $0.hasSuffix(Self.partSuffix) }
        .map { Item(path: above + "/" + $0, name: "../" + $0) }
    }
  }

  /// All that is to be looked through besides the vault's own; what could not be listed is named.
  func searchable() -> (files: [Item], unlisted: [String]) {
    let (others, parts) = (others, parts)
    let files = (others ?? []) + (parts ?? []).flatMap(files(under:))
    return (files, (others == nil ? ["."] : []) + (parts == nil ? [".."] : []))
  }

  /// A file alone; of a folder all that is in it, and the folder itself where it cannot be listed.
  private func files(under item: Item) -> [Item] {
    guard FileState(of: item.path)?.isFolder == true, let names = names(in: item.path) else {
      return [item]
    }
    return names.flatMap { name in
      files(under: Item(path: item.path + "/" + name, name: item.name + "/" + name))
    }
  }

  private func names(in path: String) -> [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted()
  }
}
