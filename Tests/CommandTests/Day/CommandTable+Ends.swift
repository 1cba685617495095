extension CommandTable {
  /// What takes something away for good, once somebody else agrees.
  static let ends = [
    CommandRow(
      "case erase",
      Step(
        "minh", "case erase CASE --reason authority_decision --confirm CASE",
        ["field.read ok", "case.erase/authority_decision ok"]),
      refused: byRule(
        "hanh", "case erase CASE --reason authority_decision --confirm CASE",
        ["field.read ok", "case.erase/authority_decision denied"]))
  ]

  /// A file of which an entry waits out of sight is not handed over: this comes after that.
  static let retractions = [
    CommandRow(
      "case retract",
      Step(
        "minh", "case retract CASE --record rescue --reason wrong_file --confirm CASE",
        ["field.read ok", "case.retract/wrong_file ok"]),
      refused: byRole(
        "hanh", "case retract CASE --record rescue --reason wrong_file --confirm CASE",
        "case.retract denied"))
  ]
}
