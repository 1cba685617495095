import Vault

/// Times from outside that entries contradict, as `log status` and `log verify` tell them.
extension Words {
  func contradictions(_ found: [ContradictedTime]) -> [String] {
    found.map { one in
      contradicted(
        one, time: WallTime(milliseconds: one.time).exactForPeople,
        claimed: WallTime(milliseconds: one.claimed).exactForPeople)
    }
  }
}

extension Report.List {
  /// For programs; people read the sentences. None where no clock contradicts another.
  static func contradicted(_ found: [ContradictedTime], _ words: any Words) -> [Report.List] {
    guard !found.isEmpty else { return [] }
    return [
      Report.List(
        "contradicted", title: words.label(.time),
        columns: [
          .init("receipt", words.label(.entry)), .init("time", words.label(.time)),
          .init("entry", words.label(.entry)), .init("claimed", words.label(.time)),
        ],
        rows: found.map { one in
          [
            .integer(one.receipt), .moment(WallTime(milliseconds: one.time)),
            .integer(one.entry), .moment(WallTime(milliseconds: one.claimed)),
          ]
        }, ifEmpty: "")
    ]
  }
}
