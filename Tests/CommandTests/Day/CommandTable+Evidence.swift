/// The rows of files that are kept in a case. `EVIDENCE` stands for the one that was taken in.
extension CommandTable {
  private static let said =
    #"{"case":"CASE","handed_over_by":"Công an phường","handed_over_at":"2026-05-24T09:00+07:00"}"#

  static let evidence = [
    CommandRow(
      "evidence add",
      Step(
        "mai", "evidence add CASE --file register.csv --from -",
        ["field.read ok", "evidence.add ok"], input: said),
      refused: Step(
        "binh", "evidence add CASE --file register.csv --from -", ["evidence.add denied"],
        input: said, status: 77)),
    CommandRow(
      "evidence list",
      Step(
        "mai", "evidence list CASE --for CAREMGT", ["field.read ok", "evidence.list ok"]),
      refused: Step(
        "binh", "evidence list CASE --for CAREMGT", ["field.read denied", "evidence.list denied"],
        status: 77)),
    CommandRow(
      "evidence save",
      Step(
        "mai", "evidence save CASE EVIDENCE --to given.csv --for HLEGAL",
        ["field.read ok", "evidence.save ok"]),
      refused: Step(
        "binh", "evidence save CASE EVIDENCE --to no.csv --for HLEGAL",
        ["field.read denied", "evidence.save denied"], status: 77)),
  ]
}
