/// The rows of breaking the glass. `GLASS` stands for the entry that did.
extension CommandTable {
  private static let open = "emergency open CASE --class vital --reason unconscious --from -"
  private static let words = #"{"case":"CASE","note":"Bất tỉnh tại nơi tạm trú"}"#

  static let emergencies = [
    CommandRow(
      "emergency open",
      Step("duc", open, ["emergency.open/unconscious ok"], input: words),
      refused: Step("mai", open, ["emergency.open denied"], input: words, status: 77)),
    CommandRow(
      "emergency close", Step("duc", "emergency close GLASS", ["emergency.close ok"]),
      refused: Step(
        "mai", "emergency close GLASS", ["emergency.close denied"], status: 77)),
    CommandRow(
      "emergency review",
      Step(
        "minh", "emergency review GLASS --confirm GLASS",
        ["list/emergency ok", "emergency.review ok"]),
      refused: Step(
        "mai", "emergency review GLASS --confirm GLASS", ["emergency.review denied"], status: 77)),
  ]
}
