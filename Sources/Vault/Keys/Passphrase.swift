import Sealing

/// Passphrases as members type them.
enum Passphrase {
  /// The normal form of a new passphrase.
  ///
  /// - Throws: `passphraseForm` where the letters have no single form, `passphraseWeak` where it is
  ///   short or common.
  static func accept(_ typed: borrowing SecretBytes) throws(VaultError) -> SecretBytes {
    let words = try normalize(typed)
    let weakness = try VaultError.sealing { () throws(SealingError) in
      try PassphraseStretching.weakness(of: words)
    }
    guard weakness == nil else { throw .passphraseWeak }
    return words
  }

  static func normalize(_ typed: borrowing SecretBytes) throws(VaultError) -> SecretBytes {
    do { return try PassphraseStretching.normalize(typed) } catch { throw .passphraseForm }
  }

  /// What stretching costs a member: the dearest of their roles decides.
  static func cost(for roles: [Role], low: Bool) -> StretchingCost {
    cost(for: roles.first { cost(for: $0, low: low) == .keeper } ?? .socialWorker, low: low)
  }

  /// What stretching costs a member of a role: those who hold more pay more.
  static func cost(for role: Role, low: Bool) -> StretchingCost {
    if low { return .low }
    return switch role {
    case .admin, .lead, .trustee: .keeper
    default: .member
    }
  }
}
