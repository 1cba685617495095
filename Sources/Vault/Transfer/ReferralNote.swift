import AuditLog
import FoundationEssentials
import Sealing

/// One vault's signed word to another about a referral that passed between them as a file: its answer, or that it
/// is taken back (Format.md, "A word about a referral"). It names nobody and gives no reason: whoever carries it
/// reads it.
struct ReferralNote: Equatable {
  /// Who says it, and to whom.
  var sender: Identifier
  var receiver: Identifier
  /// The record of the referral.
  var referral: Identifier
  var word: ReferralWord
  /// SHA-256 of the file.
  var sum: Digest
  /// The entry of the vault that says it.
  var entry: Int
  /// When that vault says it, in seconds since 1970; nil in a word of version 1, which has no time of its own.
  var at: Int?

  static let header = "safekeep-referral/v"
  static let maximumLength = 1_024

  private var text: [UInt8] {
    let lines =
      [
        Self.header + (at == nil ? "1" : "2"), Vault.origin(of: sender), Vault.origin(of: receiver),
        referral.hex,
        word.rawValue,
        Data(sum.bytes).base64EncodedString(), "\(entry)",
      ] + (at.map { ["\($0)"] } ?? [])
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  func signed(by key: borrowing SigningKey) throws(VaultError) -> [UInt8] {
    do {
      var note = try SignedNote(text: text)
      let name = try NoteKey.actor(key.publicKey, origin: Vault.origin(of: sender)).name
      try note.sign(as: name, with: key)
      return note.bytes
    } catch { throw .sealing }
  }

  /// The end of the year 9999.
  private static let latest = 253_402_300_799

  /// What of it takes no card to see.
  ///
  /// - Throws: `.transfer(.answerForm)`.
  static func parse(
    _ bytes: [UInt8]
  ) throws(VaultError) -> (note: SignedNote, word: ReferralWord, entry: Int, at: Int?) {
    guard bytes.count <= maximumLength, let note = try? SignedNote(parsing: bytes),
      note.bytes == bytes, note.signatures.count == 1
    else { throw .transfer(.answerForm) }
    let lines = String(decoding: note.text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let isTimed = lines[0] == header + "2"
    guard isTimed || lines[0] == header + "1", lines.count == (isTimed ? 9 : 8),
      let word = ReferralWord(rawValue: String(lines[4])), let entry = Int(lines[6]), entry >= 0
    else { throw .transfer(.answerForm) }
    guard isTimed else { return (note, word, entry, nil) }
    guard let at = Int(lines[7]), (0...Self.latest).contains(at) else {
      throw .transfer(.answerForm)
    }
    return (note, word, entry, at)
  }

  /// Reads a word and holds it against the card of who says it, and against what passed between the two.
  ///
  /// - Parameter passed: the files that went to that vault, and those that came from it.
  /// - Throws: `.transfer` with `answerForm`, `answerOther` or `answerSignature`.
  static func read(
    _ bytes: [UInt8], to own: Identifier, from card: VaultCard, about passed: [TransferItem]
  ) throws(VaultError) -> ReferralNote {
    let (note, word, entry, at) = try parse(bytes)
    // Whatever it says is written out again from what this vault knows: it has to be the same to the byte.
    for item in passed {
      guard let (referral, sum) = item.referral(with: card, asTold: word) else { continue }
      let told = ReferralNote(
        sender: card.vault, receiver: own, referral: referral, word: word, sum: sum, entry: entry,
        at: at)
      guard told.text == note.text else { continue }
      guard card.signer(of: note, as: .lead) != nil else { throw .transfer(.answerSignature) }
      return told
    }
    throw .transfer(.answerOther)
  }
}

extension TransferItem {
  /// The referral and the sum of its file, where that vault may say such a word of it: who received it answers,
  /// who sent it takes it back.
  fileprivate func referral(
    with card: VaultCard, asTold word: ReferralWord
  ) -> (Identifier, Digest)? {
    switch self {
    // Held against the very card that it was sealed to, as an acceptance is.
    case .referral(let sent)
    where word != .revoked && sent.receiver == card.vault && sent.card == card.digest:
      (sent.referral, sent.sum)
    case .referred(let from) where word == .revoked && from.sender == card.vault:
      (from.transfer, from.sum)
    default: nil
    }
  }
}
