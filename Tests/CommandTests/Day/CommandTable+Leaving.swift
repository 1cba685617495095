/// Further roles, and who leaves: last of all, for nobody comes back.
extension CommandTable {
  static let leaving = [
    CommandRow(
      "key status", Step("lan", "key status", ["list/keys ok"]),
      refused: Step("mai", "key status", ["list/keys denied"], status: 77)),
    CommandRow(
      "key rotate",
      Step("lan", "key rotate", ["key.rotate/custody ok", "key.rotate/log ok"]),
      refused: Step("mai", "key rotate", ["key.rotate/custody denied"], status: 77),
      brought: Step("moi", "key rotate --self", ["key.rotate/member denied"], status: 77)),
    CommandRow(
      "key share", Step("lien", "key share", ["export/share ok"]),
      refused: Step("mai", "key share", ["export/share denied"], status: 77),
      brought: Step("lien", "key share phuc", ["export/share denied"], status: 77)),
    CommandRow(
      "key drill", Step("lien", "key drill", ["key.drill/recovery ok"]),
      refused: Step("mai", "key drill", ["key.drill denied"], status: 77)),
    CommandRow(
      "key recover", Step("lien", "key recover duc --confirm duc", ["key.recover ok"]),
      refused: Step(
        "mai", "key recover duc --confirm duc", ["key.recover denied"], status: 77),
      brought: Step(
        "lien", "key recover duc --confirm duc", ["key.recover denied"], status: 77)),
    CommandRow(
      "staff role add", Step("lan", "staff role add nga --role intake", ["role.add ok"]),
      refused: Step(
        "minh", "staff role add nga --role intake", ["role.add denied"], status: 77),
      brought: Step(
        "lan", "staff role add nga --role auditor", ["role.add denied"], status: 77)),
    CommandRow(
      "staff role remove",
      Step("lan", "staff role remove nga --role intake --confirm nga", ["role.remove ok"]),
      refused: Step(
        "minh", "staff role remove nga --role intake --confirm nga", ["role.remove denied"],
        status: 77)),
    CommandRow(
      "staff suspend",
      Step(
        "minh", "staff suspend nga --confirm nga",
        [
          "member.suspend ok", "key.rotate/log ok", "key.rotate/vault ok",
          "key.rotate/operations ok", "key.rotate/index ok", "list/leaver ok",
        ]),
      refused: Step(
        "mai", "staff suspend hanh --confirm hanh", ["member.suspend denied"], status: 77),
      brought: Step(
        "minh", "staff suspend duc --confirm duc", ["member.suspend denied"], status: 77)),
  ]
}
