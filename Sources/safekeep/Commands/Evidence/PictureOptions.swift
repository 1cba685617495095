import ArgumentParser
import Casework
import Vault

/// `--strip`, `--original`: whether a picture is kept with what it says of place, device and time. Nobody keeps
/// that by oversight: somebody decides.
struct PictureOptions: ParsableArguments {
  @Flag(help: .of { $0.optionStrip }) var strip = false
  @Flag(help: .of { $0.optionOriginal }) var original = false

  /// What is taken in.
  ///
  /// - Throws: 64 where nothing was decided and there is nobody to ask; 65 where there is no picture to take
  ///   anything out of.
  func source(
    _ brought: BroughtFile, _ desk: Desk
  ) throws(Fault) -> (EvidenceSource, isStripped: Bool) {
    guard !(strip && original) else { throw .pictureUndecided }
    guard let picture = brought.picture else {
      guard !strip else { throw .notAPicture }
      guard original || !brought.isUnread else { throw .pictureUnread }
      return (brought.source, false)
    }
    guard try wantsStripped(picture, desk) else { return (brought.source, false) }
    return (.stripped(picture.stripped), true)
  }

  private func wantsStripped(_ picture: Picture, _ desk: Desk) throws(Fault) -> Bool {
    if strip { return true }
    if original || picture.facts.isEmpty { return false }
    guard desk.terminal.isInteractive, !desk.noInput else { throw .pictureUndecided }
    let tty = try desk.seat()
    for field in picture.facts.fields(in: desk.words) {
      try tty.write("\(field.label): \(field.value.shown(in: desk.words))\n")
    }
    return try FormDialogue.isConfirmed(desk.words.stripQuestion, tty, desk.words)
  }
}

extension PictureFacts {
  /// What a picture says, as it is told.
  func fields(in words: any Words) -> [Report.Field] {
    [
      place.map { .init("place", words.picturePlace, .text($0)) },
      device.map { .init("device", words.pictureDevice, .text($0)) },
      time.map { .init("taken", words.pictureTime, .text($0)) },
      hasMore ? .init("more", words.pictureMore, .flag(true)) : nil,
    ].compactMap(\.self)
  }
}

extension Fault {
  static let notAPicture = Fault(.badData, reason: "not_a_picture", hint: { $0.notAPictureHint }) {
    $0.notAPicture
  }

  static let pictureUnread = Fault(.usage, reason: "undecided", hint: { $0.unreadHint }) {
    $0.pictureUnread
  }

  static let pictureUndecided = Fault(.usage, reason: "undecided", hint: { $0.undecidedHint }) {
    $0.pictureUndecided
  }
}
