/// Further roles, and who leaves: last of all, for nobody comes back.
extension CommandTable {
  static let leaving = [
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
