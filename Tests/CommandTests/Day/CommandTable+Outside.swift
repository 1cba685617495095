/// The rows of what is kept, copied and carried outside. `VAULT` stands for the first digits of the
/// vault's id, `ASKED` for the entry that asks to go on, `LOGKEY` and `WITNESSKEY` for public keys.
extension CommandTable {
  static let outside = [
    row("log tail", "log tail --once", "audit.search/tail"),
    row("log prove", "log prove 1 --to proof", "audit.export/proof"),
    CommandRow(
      "log pin", Step("mai", "log pin --to pins", ["audit.export/pin ok"]),
      refused: Step("moi", "log pin --to other", ["audit.export/pin denied"], status: 77),
      brought: Step("mai", "log pin --to nonsense", ["audit.export/pin failed"], status: 65)),
    row("log export", "log export export", "audit.export/log"),
    CommandRow(
      "log compare", Step("binh", "log compare export export", []),
      needsNoVault: "it reads two copies that somebody has"),
    CommandRow(
      "log accept-rollback",
      Step("lan", "log accept-rollback --confirm VAULT", ["vault.accept ok"]),
      refused: Step(
        "mai", "log accept-rollback --confirm ASKED", ["approval.give denied"], status: 77),
      brought: Step(
        "lan", "log accept-rollback --confirm VAULT", ["vault.accept denied"], status: 1)),
    row("log checkpoint", "log checkpoint --to head.html", "audit.export/checkpoint"),
    row("log cosign-request", "log cosign-request --to request", "audit.export/cosign-request"),
    CommandRow(
      "log cosign",
      Step(
        "witness",
        "log cosign request --as-witness auditor.example/w1 --kdf low --log-key LOGKEY --to answer",
        []), needsNoVault: "a witness has none; what they signed is their own memory"),
    row(
      "log add-cosignature", "log add-cosignature answer --witness WITNESSKEY", "cosign.receipt",
      brought: "log add-cosignature nonsense"),
    row(
      "log timestamp request", "log timestamp request --to head.tsq",
      "audit.export/timestamp-request"),
    row(
      "log timestamp add", "log timestamp add head.tsr --ca ca.pem", "anchor.receipt/rfc3161",
      brought: "log timestamp add nonsense --ca ca.pem"),
  ]

  /// What an auditor does and a social worker is refused. A file that is to be new is refused before
  /// anything is written down, so the second asks for another.
  private static func row(
    _ command: String, _ words: String, _ entry: String, brought: String? = nil
  ) -> CommandRow {
    var second = words.split(separator: " ").map(String.init)
    if let option = second.firstIndex(of: "--to") {
      second[option + 1] = "refused-" + second[option + 1]
    }
    if command == "log export" { second[2] = "refused-export" }
    return CommandRow(
      command, Step("binh", words, [entry + " ok"]),
      refused: Step("mai", second.joined(separator: " "), [entry + " denied"], status: 77),
      brought: brought.map { Step("binh", $0, [entry + " failed"], status: 65) })
  }
}
