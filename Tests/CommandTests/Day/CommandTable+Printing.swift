/// The rows of what is put on paper. `LETTER` stands for a referral to an office that has no vault.
extension CommandTable {
  static let printing = [
    CommandRow(
      "print letter",
      Step(
        "mai", "print letter CASE REFERRAL --to letter.html --for HLEGAL",
        ["field.read ok", "referral.send denied"], status: 77),
      refusesNobody: "the referral of the day is over: that is the refusal of this day"),
    row(
      "print consent", "print consent CASE --to consent.html",
      ["field.read ok", "print/consent ok"],
      "field.read denied"),
    row(
      "print receipt", "print receipt CASE REQUEST --to receipt.html",
      ["field.read ok", "print/receipt ok"], "field.read denied"),
    row(
      "print accesses", "print accesses CASE --to looked.html",
      ["audit.export/accesses ok", "print/accesses ok"], "audit.export/accesses denied"),
    row(
      "print summary", "print summary CASE --to summary.html",
      ["field.read ok", "field.read ok", "print/summary ok"], "field.read denied"),
    CommandRow(
      "print stats", Step("minh", "print stats --to figures.html", ["export/stats ok"]),
      refused: Step(
        "mai", "print stats --to others.html", ["export/stats denied"], status: 77)),
    row(
      "print form", "print form reception --to blank.html", ["print/form ok"], "print/form denied"),
  ]

  private static func row(
    _ command: String, _ words: String, _ entries: [String], _ refusal: String
  ) -> CommandRow {
    CommandRow(
      command, Step("mai", words, entries),
      refused: Step(
        "binh", words.replacing(".html", with: ".other.html"), [refusal], status: 77))
  }
}
