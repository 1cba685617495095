import Casework
import Vault

/// The files of a case as they are told.
struct EvidenceReport {
  private let list: EvidenceFiles
  private let cells: FieldCells
  private let words: any Words

  init(_ list: EvidenceFiles, _ book: RuleBook, _ words: any Words) {
    (self.list, self.words) = (list, words)
    cells = FieldCells(book: book, words: words)
  }

  var report: Report {
    Report(
      fields: [.init("case", words.label(.caseCode), .text(list.code.text))]
        + Report.Field.outgrown(list.outgrown, words),
      groups: list.files.enumerated().map { group($0.element, number: $0.offset + 1) },
      lists: [events] + (list.hidden.isEmpty ? [] : [.hidden(list.hidden, words)]),
      notes: [words.evidenceShown(list.files.count, entry: list.entry)]
        + list.hidden.notes(of: list.code, in: words)
        + list.outgrown.map { words.emergencyOutgrown($0.entry, $0.fieldClass.name) }
        + (list.files.isEmpty ? [] : [words.nextSave(list.code.text)]),
      entry: list.entry)
  }

  private func group(_ file: EvidenceLine, number: Int) -> Report.Group {
    let content: Cell =
      file.atMost == nil
      ? .code("missing", label: words.contentNotHere)
      : .code("here", label: words.contentHere)
    return Report.Group(
      key: "files", isMany: true, title: words.evidenceTitle(number),
      fields: [.init("record", words.recordName, .text(file.name))]
        + file.fields.filter { $0.value != .absent(.notAsked) }.map { field in
          .init(field.definition.name, words.name(field.definition.label), cells.cell(field))
        } + [
          .init("content", words.contentLabel, content),
          .init("bytes", words.contentAtMost, file.atMost.map(Cell.integer) ?? .none),
        ])
  }

  /// What is kept is not what was brought, where a picture lost what it said: SHA-256 is another's then.
  private func deed(_ event: EvidenceEvent) -> Cell {
    event.isStripped
      ? .code("add.stripped", label: words.addedStripped)
      : .code(event.act.rawValue, label: words.told(event.act))
  }

  /// As the log says it.
  private func outcome(_ event: EvidenceEvent) -> Cell {
    let code = event.isDone ? "ok" : "denied"
    return .code(code, label: words.outcome(code))
  }

  /// The chain of custody: the log is what it is shown from.
  private var events: Report.List {
    Report.List(
      "custody", title: words.custodyTitle,
      columns: [
        .init("entry", words.label(.entry)), .init("time", words.label(.time)),
        .init("handle", words.label(.handle)), .init("act", words.label(.act)),
        .init("outcome", words.label(.outcome)), .init("purpose", words.label(.purpose)),
        .init("record", words.recordName),
      ],
      rows: list.events.map { event in
        [
          .integer(event.entry), .moment(WallTime(milliseconds: event.time)),
          .text(event.person.name), deed(event),
          outcome(event),
          event.purpose.map { .code($0, label: words.purpose($0)) } ?? .none,
          event.record.map { .text(RecordName.text($0.bytes)) } ?? .none,
        ]
      }, ifEmpty: words.noEvidence)
  }
}
