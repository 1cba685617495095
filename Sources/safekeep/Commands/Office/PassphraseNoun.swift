import ArgumentParser

/// `safekeep passphrase`.
struct PassphraseNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(.passphrase, [PassphraseChange.self])
}
