import Casework
import Vault

extension Report.List {
  /// Entries that were taken back and wait: the kind, its name and the entry of the log, and nothing of what they say.
  static func hidden(_ found: [HiddenEntry], _ words: any Words) -> Report.List {
    Report.List(
      "out_of_sight", title: words.hiddenTitle,
      columns: [
        .init("kind", words.retractedKind), .init("record", words.recordName),
        .init("entry", words.label(.entry)), .init("asked", words.stillAsked),
      ],
      rows: found.map { one in
        [
          .code(one.entity.name, label: words.name(one.entity.label)),
          .text(RecordName.text(one.hidden.record.bytes)),
          one.hidden.entry.map(Cell.integer) ?? .none, .flag(one.hidden.isAsked),
        ]
      }, ifEmpty: "")
  }
}

extension [HiddenEntry] {
  func notes(of code: CaseCode, in words: any Words) -> [String] {
    guard !isEmpty else { return [] }
    let names = map { words.name($0.entity.label) }.joined(separator: ", ")
    return [words.hiddenWaits(names)]
      + filter { !$0.hidden.isAsked }.map {
        words.hiddenUnasked(code.text, record: RecordName.text($0.hidden.record.bytes))
      }
  }
}
