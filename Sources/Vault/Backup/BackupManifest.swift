import AuditLog
import FoundationEssentials
import Sealing

/// What a backup says of itself: ten lines under the signature of the administrator who made it
/// (Format.md, "A backup").
struct BackupManifest: Equatable {
  var origin: String
  var kind: BackupKind
  /// `user_version` of the file.
  var format: Int
  /// How many entries the log had.
  var entries: Int
  /// Of the signed checkpoint that stands behind the manifest.
  var checkpoint: Digest
  /// Custody's.
  var generation: Int
  /// UTC milliseconds: when it was copied, by the clock of that machine.
  var made: Int
  /// Of the content.
  var count: Int
  var digest: Digest

  static let header = "safekeep-backup/v1"

  var text: [UInt8] {
    let lines = [
      Self.header, origin, kind.rawValue, String(format), String(entries), Self.text(checkpoint),
      String(generation), String(made), String(count), Self.text(digest),
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private static func text(_ digest: Digest) -> String { Data(digest.bytes).base64EncodedString() }

  func signed(by member: borrowing SigningKey) throws(VaultError) -> SignedNote {
    do {
      var note = try SignedNote(text: text)
      try note.sign(as: NoteKey.actor(member.publicKey, origin: origin).name, with: member)
      return note
    } catch { throw .sealing }
  }

  /// Nil where it is not written so: there is one spelling.
  init?(parsing text: [UInt8]) {
    let lines = text.split(separator: 0x0a, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard lines.count == 11, lines[0] == Self.header, let kind = BackupKind(rawValue: lines[2]),
      let checkpoint = Self.digest(lines[5]), let digest = Self.digest(lines[9]),
      let format = Self.number(lines[3]), let entries = Self.number(lines[4]),
      let generation = Self.number(lines[6]), let made = Self.number(lines[7]),
      let count = Self.number(lines[8])
    else { return nil }
    self.init(
      origin: lines[1], kind: kind, format: format, entries: entries, checkpoint: checkpoint,
      generation: generation, made: made, count: count, digest: digest)
    guard self.text == text else { return nil }
  }

  private static func number(_ line: String) -> Int? {
    Int(line).flatMap { (0...Entry.largestInteger).contains($0) ? $0 : nil }
  }

  private static func digest(_ line: String) -> Digest? {
    Data(base64Encoded: line).flatMap { Digest([UInt8]($0)) }
  }

  init(
    origin: String, kind: BackupKind, format: Int, entries: Int, checkpoint: Digest,
    generation: Int, made: Int, count: Int, digest: Digest
  ) {
    (self.origin, self.kind, self.format, self.entries) = (origin, kind, format, entries)
    (self.checkpoint, self.generation, self.made) = (checkpoint, generation, made)
    (self.count, self.digest) = (count, digest)
  }
}
