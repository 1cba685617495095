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

  /// - Throws: 66 where there is no such file; 65 where it is too long.
  init(_ path: String) throws(Fault) {
    let source = EvidenceSource.file(path)
    (self.source, name) = (source, path.split(separator: "/").last.map(String.init) ?? path)
    (beginning, picture) = try Fault.translating {
      let count = try source.checkedCount()
      let beginning = try source.beginning(MediaKind.needed)
      let kind = MediaKind(beginning)
      let isLookedAt = (kind == .jpeg || kind == .png) && count <= Picture.longest
      return (beginning, isLookedAt ? Picture(try source.beginning(count)) : nil)
    }
  }

  /// Whether it is called a picture and does not begin like that kind of one, or ends too early.
  var isNotAsNamed: Bool {
    guard let kind = Self.pictures.first(where: { name.lowercased().hasSuffix($0.key) })?.value
    else { return false }
    return MediaKind(beginning) != kind || isUnread
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
