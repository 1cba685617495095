import Sealing

/// Why a new passphrase is not accepted. The raw value is the reason in `--json`.
public enum PassphraseFlaw: String, CaseIterable, Hashable, Sendable {
  /// Fewer characters than ``fewestCharacters``.
  case short
  /// A few characters over and over.
  case repeated
  /// Characters in the order of the alphabet or of the digits.
  case sequence
  /// Among those that whoever guesses tries first.
  case common

  public static var fewestCharacters: Int { PassphraseStretching.fewestCharacters }

  init(_ weakness: PassphraseWeakness) {
    self =
      switch weakness {
      case .short: .short
      case .repeated: .repeated
      case .sequence: .sequence
      case .common: .common
      }
  }
}
