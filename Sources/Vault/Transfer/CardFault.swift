/// How a vault card fails to be one. Each is refused by name, before anything is written.
public enum CardFault: String, CaseIterable, Hashable, Sendable {
  /// Longer than a card can be.
  case length = "card_length"
  /// Not UTF-8 text of whole lines.
  case text = "card_text"
  /// The first line is not that of a card of this version.
  case header = "card_header"
  /// A line is missing, out of place or unknown.
  case lines = "card_lines"
  /// No name of a vault.
  case origin = "card_origin"
  /// The office's name is empty, too long, or holds what is no letter on a line.
  case office = "card_office"
  /// A key that is none, or not of this vault.
  case key = "card_key"
  /// The vault is not named after this root key.
  case root = "card_root"
  /// An epoch or a box key that is none.
  case box = "card_box"
  /// A signer in no role of a card, or no lead at all.
  case signer = "card_signer"
  /// The same card, written otherwise.
  case spelling = "card_spelling"
  /// The card is of this very vault.
  case ownVault = "card_own"
}
