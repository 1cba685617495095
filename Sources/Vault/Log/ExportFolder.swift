import AuditLog
import FoundationEssentials
import Sealing

/// Where an export is written: a directory of files, each put there whole or not at all.
struct ExportFolder: Sendable {
  let path: String

  /// Makes it, or takes one that is empty or holds an export of the same log, finished or not: nobody's
  /// other files are mixed with it or taken away.
  ///
  /// - Throws: `exportFolder`, `exportUnwritable`.
  init(_ path: String, origin: String) throws(VaultError) {
    self.path = path
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder else { throw .exportFolder }
      // An export that was killed at its very first file has left nothing else.
      if try names().allSatisfy(Self.isFirstPart) { return }
      guard try ExportWriter.origin(read: read) == origin, try holdsOthers() == false
      else { throw .exportFolder }
    } else {
      try Self.makeDirectory(path)
    }
  }

  /// The turn of whoever writes there: of two at once each would take away what the other wrote, and what is left
  /// would look altered. A folder that is not there yet is made for it.
  ///
  /// - Throws: `exportBusy` where another export goes on for long.
  static func turn(
    at path: String, patience: Duration
  ) throws(VaultError) -> (turn: FolderTurn?, made: [String]) {
    let missing = missing(path)
    if !missing.isEmpty {
      do throws(VaultError) { try makeDirectory(path) } catch {
        // Two who begin at once make it once.
        guard FileManager.default.fileExists(atPath: path) else { throw error }
      }
    }
    guard let turn = FolderTurn(of: path) else { return (nil, missing) }
    guard turn.take(patience: patience) else { throw .exportBusy }
    return (turn, missing)
  }

  /// The folders that are not there yet, innermost first.
  private static func missing(_ path: String) -> [String] {
    var (place, found) = (path, [String]())
    while !place.isEmpty, !FileManager.default.fileExists(atPath: place) {
      found.append(place)
      let parent = place.lastIndex(of: "/").map { place[..<$0] } ?? ""
      place = String(parent)
    }
    return found
  }

  /// Takes away what ``turn(at:patience:)`` made, where nothing came into it.
  static func removeEmpty(_ made: [String]) {
    for place in made where !EmptyFolder.remove(place) { return }
  }

  private static func isFirstPart(_ name: String) -> Bool {
    name.hasPrefix(ExportPath.logKey(0).text + ".") && name.hasSuffix(".safekeep-part")
  }

  /// Whether anything lies in it that no export has: somebody's notes, their pins, a link. What an earlier
  /// export left and this one does not have is taken away at the end, and that shall be nobody else's.
  private func holdsOthers() throws(VaultError) -> Bool {
    let files = FileManager.default
    guard let all = try? files.subpathsOfDirectory(atPath: path) else { throw .exportUnwritable }
    return all.contains { name in
      let attributes = try? files.attributesOfItem(atPath: "\(path)/\(name)")
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory: return false
      case .typeRegular: return ExportPath(name) == nil && !name.hasSuffix(".safekeep-part")
      default: return true
      }
    }
  }

  /// What is longer than a file of an export can be, or is none, is written anew.
  func read(_ name: String) throws(VaultError) -> [UInt8]? {
    let limit = ExportPath(name)?.limit ?? 0
    return try? PlainFile.read("\(path)/\(name)", limit: limit)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws(VaultError) {
    let place = "\(path)/\(name)"
    do throws(FileReplacement.Failure) {
      do throws(FileReplacement.Failure) {
        try FileReplacement.write(bytes, to: place)
      } catch .noDirectory {
        guard let slash = place.lastIndex(of: "/") else { throw .noDirectory }
        do { try Self.makeDirectory(String(place[..<slash])) } catch { throw .noDirectory }
        try FileReplacement.write(bytes, to: place)
      }
    } catch {
      throw error.isFullDisk ? .storageFull : .exportUnwritable
    }
  }

  func remove(_ name: String) throws(VaultError) {
    guard FileManager.default.fileExists(atPath: "\(path)/\(name)") else { return }
    do { try FileManager.default.removeItem(atPath: "\(path)/\(name)") } catch {
      throw .exportUnwritable
    }
  }

  /// Takes away the folders in which nothing is left, innermost first: who checks the export refuses one.
  /// All of them, for a command that was killed may have left one at any place.
  func removeEmptyFolders() throws(VaultError) {
    let files = FileManager.default
    guard let all = try? files.subpathsOfDirectory(atPath: path) else { throw .exportUnwritable }
    for name in all.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      let place = "\(path)/\(name)"
      var isFolder = false
      guard files.fileExists(atPath: place, isDirectory: &isFolder), isFolder,
        let left = try? files.contentsOfDirectory(atPath: place), left.isEmpty
      else { continue }
      do { try files.removeItem(atPath: place) } catch { throw .exportUnwritable }
    }
  }

  /// Every file below it, by its path in the export.
  func names() throws(VaultError) -> [String] {
    guard let all = try? FileManager.default.subpathsOfDirectory(atPath: path)
    else { throw .exportUnwritable }
    return all.filter { name in
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return !isFolder
    }
  }

  private static func makeDirectory(_ path: String) throws(VaultError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw .exportUnwritable }
  }
}
