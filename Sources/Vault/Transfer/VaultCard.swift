import AuditLog
import FoundationEssentials
public import Sealing

/// The public text of a vault for other vaults: which it is, what files for it are sealed to, and whose
/// signatures count. It holds nothing secret and proves nothing by itself: two people compare its
/// fingerprint by voice, as they do for a member's key.
///
/// One card has one spelling (Format.md, "Vault card"), so that one fingerprint stands for it.
public struct VaultCard: Hashable, Sendable {
  /// The box key of a standing role's present epoch.
  struct Epoch: Hashable {
    var number: UInt32
    var box: BoxPublicKey
  }

  /// A member whose signature counts in a role. The name of the key is a pseudonym.
  struct Signer: Hashable {
    var role: Role
    var key: NoteKey
  }

  /// The vault that the card is of.
  public let vault: Identifier
  /// What people call the office; nil where none was given.
  public let office: String?
  let root: NoteKey
  let lead: Epoch
  let duty: Epoch
  let signers: [Signer]

  public var origin: String { Vault.origin(of: vault) }

  /// Whose signatures others have to check: a transfer and its acceptance are a lead's, the clinical part
  /// a duty officer's.
  static let signing: [Role] = [.lead, .duty]
  static let header = "safekeep-card/v1"
  /// A card is read whole; a larger file is none.
  public static let maximumLength = 65_536

  init(
    vault: Identifier, office: String?, root: NoteKey, lead: Epoch, duty: Epoch, signers: [Signer]
  ) {
    (self.vault, self.office, self.root) = (vault, office, root)
    (self.lead, self.duty, self.signers) = (lead, duty, signers)
  }

  // MARK: The text

  /// Format.md, "Vault card".
  public var text: String {
    var lines = [Self.header, "origin \(origin)"]
    if let office { lines.append("office \(office)") }
    lines.append("root \(root.text)")
    for (name, epoch) in [("lead", lead), ("duty", duty)] {
      lines.append("\(name) \(epoch.number) \(Data(epoch.box.bytes).base64EncodedString())")
    }
    lines += signers.map { "key \($0.role.rawValue) \($0.key.text)" }
    return lines.map { $0 + "\n" }.joined()
  }

  var digest: Digest { Digest.of(Array(text.utf8)) }

  /// The first 80 bits of SHA-256 of the text, as two people read it to each other.
  public var fingerprint: String { Fingerprint(digest).text }

  /// What files for it are sealed to.
  func epoch(of role: StandingRole) -> Epoch { role == .duty ? duty : lead }

  /// The key on the card that signs as a role, if one of its lines is under the note.
  func signer(of note: SignedNote, as role: Role) -> NoteKey? {
    signers.first { $0.role == role && note.verdict(of: $0.key) == .valid }?.key
  }
}
