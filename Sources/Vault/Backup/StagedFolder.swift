import FoundationEssentials
import Sealing

/// A vault's directory on its way: filled beside the place that it is for, and moved there in one step when
/// all of it is on the disk. Whoever looks at that place finds a whole vault or none.
///
/// What a killed restore leaves ends in `.safekeep-part`; no command opens it.
final class StagedFolder {
  let folder: VaultFolder
  private let place: String
  private var made = VaultFolder.Made()
  private var isPublished = false
  /// Held while it is being made: who cleans up behind killed restores sees that this one is not (`KilledRestore`).
  private let turn: FolderTurn?

  /// - Throws: `alreadyThere` for a vault, `.backup` with `exists` where anything else is there.
  init(for place: String) throws(VaultError) {
    var place = place
    while place.count > 1, place.hasSuffix("/") { place.removeLast() }
    guard !VaultFolder.exists(at: place) else { throw .alreadyThere }
    if FileManager.default.fileExists(atPath: place) {
      guard (try? FileManager.default.contentsOfDirectory(atPath: place))?.isEmpty == true
      else { throw .backup(.exists) }
    }
    self.place = place
    folder = VaultFolder("\(place).\(Identifier.makeRandom().hex)\(VaultFiles.partSuffix)")
    do { try folder.create(noting: &made) } catch {
      made.remove()
      throw error
    }
    turn = FolderTurn(of: folder.path)
    _ = turn?.take(patience: .zero)
  }

  deinit { if !isPublished { made.remove() } }

  /// A directory takes the place of an empty one and of no other (rename(2)).
  func publish() throws(VaultError) {
    try VaultError.writing { () throws(FileReplacement.Failure) in
      try FileReplacement.sync(folder: folder.path)
      try FileReplacement.move(folder: folder.path, to: place)
      isPublished = true
    }
    turn?.giveBack()
  }
}
