import Vault

extension Desk {
  /// Beside the vault, unless another place was named.
  func seedPath(_ kind: String) -> String {
    var path = vaultPath[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return seedTo ?? "\(path).\(kind)-seed"
  }

  /// The first lead's client makes the recovery seed, before the lead does anything else: no case is
  /// opened without it, and nobody else ever holds it.
  func keepRecoverySeed(_ vault: Vault, _ session: borrowing Session) throws(Fault) {
    guard vault.needsRecoverySeed(session) else { return }
    let file = try SeedFile.make(seedPath("recovery"), by: .unlock)
    do {
      try file.write(try Fault.translating { try vault.makeRecoverySeed(as: session) })
    } catch {
      if vault.needsRecoverySeed(session) { file.discard() }
      throw error
    }
    terminal.say(words.recoverySeedMade)
    terminal.say(words.seedWritten(file: Escaping.line(file.path)))
  }
}
