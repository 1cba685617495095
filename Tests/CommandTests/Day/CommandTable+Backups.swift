/// The rows of backups. `VAULT` stands for the first digits of the vault's id; the log that is told is that
/// of the vault of the day.
extension CommandTable {
  private static let restore =
    "vault restore r.backup --custody c.backup --vault again --confirm VAULT --newer office"

  static let backups = [
    CommandRow(
      "vault backup",
      Step(
        "lan", "vault backup --to r.backup --custody-to c.backup",
        [
          "vault.backup/records ok", "vault.backup/custody ok", "vault.backup/records ok",
          "vault.backup/custody ok",
        ]),
      refused: Step(
        "mai", "vault backup --to other.backup", ["vault.backup/records denied"], status: 77)),
    CommandRow(
      "vault restore", Step("lan", restore + " --accept-rollback", ["vault.restore ok"]),
      refused: Step("mai", restore, ["vault.restore denied"], status: 77),
      brought: Step(
        "lan",
        "vault restore register.csv --custody c.backup --vault other --confirm VAULT --newer office",
        ["vault.restore ok", "vault.restore failed"], status: 65)),
    CommandRow(
      "vault doctor", Step("lan", "vault doctor", ["audit.verify/doctor ok"]),
      refused: Step("mai", "vault doctor", ["audit.verify/doctor denied"], status: 77),
      brought: Step("mai", "vault doctor --repair", ["recovery.run denied"], status: 77)),
  ]
}
