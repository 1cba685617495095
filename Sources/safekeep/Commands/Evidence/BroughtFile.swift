import Casework
import Vault

/// A file that somebody wants to be kept: looked at before anybody types a passphrase.
struct BroughtFile {
  let source: EvidenceSource
  /// Without its directories.
  let name: String
  let beginning: [UInt8]
  /// What it says beside what it shows, where it is a picture of a kind that is known here.
  let picture: Picture?

  /// - Throws: 66 where there is no such file; 65 where it is too long, or becomes another meanwhile.
  init(_ path: String) throws(Fault) {
    // Only a directory has anything below it, also where a link leads to it.
    if (try? Kernel.status(of: path + "/.")) != nil { throw .notAFile }
    // Questions are answered in between: what is taken in is what was looked at.
    let source = try Fault.translating { try EvidenceSource.file(path).asItIs() }
    (self.source, name) = (source, path.split(separator: "/").last.map(String.init) ?? path)
    (beginning, picture) = try Fault.translating {
      let count = try source.checkedCount()
      let beginning = try source.beginning(MediaKind.needed)
      let kind = MediaKind(beginning)
      let isLookedAt = (kind == .jpeg || kind == .png) && count <= Picture.longest
      return (beginning, isLookedAt ? Picture(try source.beginning(count)) : nil)
    }
  }

  /// Whether it is called a picture and begins like none, or ends too early.
  var isNotAsNamed: Bool {
    guard namedKind != nil else { return false }
    let isPicture = MediaKind(beginning).map { Self.pictures.values.contains($0) } ?? false
    return !isPicture || isUnread
  }

  /// Whether it is a picture, and of another kind than its name says.
  var isOtherPicture: Bool {
    namedKind.map { MediaKind(beginning) != $0 } ?? false && !isNotAsNamed
  }

  private var namedKind: MediaKind? {
    Self.pictures.first { name.lowercased().hasSuffix($0.key) }?.value
  }

  /// It begins like a picture that would be looked at, and could not be read to its end: it may say where it was
  /// taken all the same, and other programs show it.
  var isUnread: Bool {
    let kind = MediaKind(beginning)
    return (kind == .jpeg || kind == .png) && picture == nil
  }

  private static let pictures: [String: MediaKind] = [
    ".jpg": .jpeg, ".jpeg": .jpeg, ".png": .png, ".gif": .gif, ".tif": .tiff, ".tiff": .tiff,
  ]
}
