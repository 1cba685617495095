/// Looks at one case.
extension CommandTable {
  static let looks = [
    CommandRow(
      "case show", Step("mai", "case show CASE", ["field.read ok"]),
      refused: Step("binh", "case show CASE", ["field.read denied"], status: 77)),
    CommandRow(
      "case history", Step("mai", "case history CASE --form person", ["field.read ok"]),
      refused: Step("binh", "case history CASE", ["field.read denied"], status: 77)),
  ]
}
