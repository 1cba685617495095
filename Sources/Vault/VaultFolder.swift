import FoundationEssentials
import Sealing

/// The directory of one vault: two database files with fixed names, shared by one group.
struct VaultFolder {
  let path: String

  var records: String { path + "/records.db" }
  var custody: String { path + "/custody.db" }

  init(_ path: String) { self.path = path }

  /// File systems whose locks and syncs cannot be relied on: a commit there is not a commit.
  private static let network: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs",
    "fuse.rclone", "davfs", "fuse.davfs2",
  ]

  /// Makes the directory and both files, empty, with the group's permissions set before SQLite opens
  /// them: its journal takes them over.
  ///
  /// - Parameter made: what was made so far, also where the rest fails.
  func create(noting made: inout Made) throws(VaultError) {
    let files = FileManager.default
    guard !files.fileExists(atPath: records), !files.fileExists(atPath: custody)
    else { throw .alreadyThere }
    made.folders = missingFolders
    do {
      try files.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      try files.setAttributes([.posixPermissions: 0o2770], ofItemAtPath: path)
    } catch { throw .readOnly }
    try refuseNetwork()
    for file in [records, custody] {
      guard files.createFile(atPath: file, contents: nil) else { throw .readOnly }
      made.files.append(file)
      do {
        try files.setAttributes([.posixPermissions: 0o660], ofItemAtPath: file)
      } catch { throw .readOnly }
    }
  }

  /// What the making of a vault put on the disk.
  struct Made {
    var folders: [String] = []
    var files: [String] = []

    /// Takes it away again, and nothing else: a folder in which something else stands by now stays.
    func remove() {
      for file in files.flatMap({ [$0, $0 + "-journal"] }) {
        try? FileManager.default.removeItem(atPath: file)
      }
      for folder in folders {
        guard (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true
        else { return }
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
  }

  /// The folder and those above it that are not there yet, the innermost first.
  private var missingFolders: [String] {
    var found: [String] = []
    var folder = URL(filePath: path).standardizedFileURL.path
    while folder.count > 1, !FileManager.default.fileExists(atPath: folder) {
      found.append(folder)
      folder = URL(filePath: folder).deletingLastPathComponent().standardizedFileURL.path
    }
    return found
  }

  /// Both files must be there before SQLite is asked: it would make an empty one.
  func checkPresent() throws(VaultError) {
    try refuseOthers()
    guard FileManager.default.fileExists(atPath: records) else {
      if isForbidden { throw .notPermitted }
      // Custody without the records is a vault all the same, whose records are to be got back.
      throw hasCustody ? .noDatabase : .notAVault
    }
    guard hasCustody else { throw .custodyMissing }
    try refuseNetwork()
  }

  /// What is destroyed in a file is looked for where it stands: behind a link it would be said to be gone and not be;
  /// and a pipe has no end.
  private func refuseOthers() throws(VaultError) {
    for path in [records, custody].flatMap({ [$0, $0 + "-journal"] }) {
      if let found = FileState(of: path), !found.isPlain { throw .notPlainFile }
    }
  }

  var hasCustody: Bool { FileManager.default.fileExists(atPath: custody) }

  /// Whether this account may not look: the directory is its group's alone, and so may be one above it.
  private var isForbidden: Bool {
    do {
      _ = try FileManager.default.attributesOfItem(atPath: records)
      return false
    } catch { return (error as? CocoaError)?.code == .fileReadNoPermission }
  }

  /// Whether a vault's files stand here.
  static func exists(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: VaultFolder(path).records)
  }

  private func refuseNetwork() throws(VaultError) {
    guard let table = FileManager.default.contents(atPath: "/proc/self/mounts"),
      let text = String(validating: table, as: UTF8.self)
    else { return }
    let place = URL(filePath: path).standardizedFileURL.path
    guard let kind = Self.fileSystem(of: place, mounts: text), Self.network.contains(kind)
    else { return }
    throw .networkFileSystem
  }

  /// The type of the longest mount point that the path lies under (proc(5), "mounts").
  static func fileSystem(of path: String, mounts: String) -> String? {
    var best: (length: Int, kind: String)?
    for line in mounts.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count >= 3 else { continue }
      let point = parts[1].replacing("\\040", with: " ")
      let isParent = path == point || path.hasPrefix(point == "/" ? "/" : point + "/")
      guard isParent, point.utf8.count >= best?.length ?? 0 else { continue }
      best = (point.utf8.count, String(parts[2]))
    }
    return best?.kind
  }
}
