import ArgumentParser

/// `safekeep vault`: the vault as a whole.
struct VaultNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .vault,
    [
      VaultCreate.self, VaultStatusCommand.self, VaultBackup.self, VaultRestore.self,
      VaultDoctor.self,
      VaultCardCommand.self,
    ])
}
