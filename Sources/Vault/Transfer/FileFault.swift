/// How a file from another vault cannot be taken in. Each is refused by name, before anything is written.
public enum FileFault: String, CaseIterable, Hashable, Sendable {
  /// Too short, too long, or of no length that a file has.
  case length = "file_length"
  /// Not a sealed file of this version.
  case header = "file_header"
  /// Made for another vault.
  case otherVault = "file_other_vault"
  /// Made by another vault than the one of the card.
  case otherSender = "file_other_sender"
  /// Sealed to a key that is no longer in force: the sender has an old card.
  case oldCard = "file_old_card"
  /// Made for a card that this vault never gave out.
  case strangeCard = "file_strange_card"
  /// The signed lines at its end are not those of this file.
  case note = "file_note"
  /// Signed by nobody on the card who may.
  case signature = "file_signature"
  /// The seal does not open.
  case seal = "file_seal"
  /// It opens and does not hold a case.
  case content = "file_content"
  /// A referral where a transfer is taken in, or the other way about.
  case otherKind = "file_other_kind"
  /// The case is larger than a file can be.
  case tooLarge = "file_too_large"
}
