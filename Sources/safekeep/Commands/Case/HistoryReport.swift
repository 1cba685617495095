import Casework
import Vault

/// The history of a file as a report: for people each version on lines of its own, for what is told is long; for a pipe
/// and a program one row each.
struct HistoryReport {
  private let history: FileHistory
  private let words: any Words
  private let cells: FieldCells

  init(_ history: FileHistory, _ book: RuleBook, _ words: any Words) {
    (self.history, self.words) = (history, words)
    cells = FieldCells(book: book, words: words)
  }

  func report(for format: OutputFormat) -> Report {
    let isForPeople = format == .table
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(history.code.text)),
        .init("kept", words.versionsKept, .integer(history.count)),
      ] + ungiven + [.init("entry", words.label(.entry), .integer(history.entry))],
      groups: isForPeople ? history.versions.map(group) : [],
      lists: (isForPeople ? [] : [list])
        + (history.hidden.isEmpty ? [] : [.hidden(history.hidden, words)]), notes: notes)
  }

  private var ungiven: [Report.Field] {
    let classes =
      (history.notGiven.isEmpty ? [] : [Report.Field.ungiven(history.notGiven, words)])
      + Report.Field.outgrown(history.outgrown, words)
    guard history.ungiven > 0 else { return classes }
    return classes + [.init("not_given", words.versionsNotGivenLabel, .integer(history.ungiven))]
  }

  private func group(_ version: FileHistory.Version) -> Report.Group {
    let field = version.field.definition
    let fields = parts(version).filter { part in
      // Only one of several has to be told from the others.
      part.key != "field" && (part.key != "record" || version.record.entity.isMany)
    }
    return Report.Group(
      key: "versions", isMany: true,
      title: "\(words.name(version.record.entity.label)): \(words.name(field.label))",
      fields: fields)
  }

  private func parts(_ version: FileHistory.Version) -> [Report.Field] {
    let (field, stated) = (version.field.definition, version.stated)
    return [
      .init(
        "time", words.label(.time),
        stated.map { .moment(WallTime(milliseconds: $0.time)) } ?? .none),
      .init(
        "field", words.historyField,
        .code(field.qualifiedName, label: words.name(field.label))),
      .init("version", words.label(.keyVersion), .integer(Int(clamping: version.number))),
      .init("value", words.historyValue, cells.cell(version.field)),
      .init("by", words.historyWriter, version.writer.map(Cell.text) ?? .none),
      .init("entry", words.label(.entry), stated.map { .integer($0.entry) } ?? .none),
      .init("record", words.recordName, .text(version.record.name)),
    ]
  }

  private var list: Report.List {
    let rows = history.versions.map(parts)
    let columns = rows.first?.map { Report.List.Column($0.key, $0.label) } ?? []
    return Report.List(
      "versions", columns: columns, rows: rows.map { $0.map(\.value) },
      ifEmpty: words.noVersions)
  }

  private var notes: [String] {
    let isEmpty = history.versions.isEmpty && !history.hasCopies && history.hidden.isEmpty
    let hidden = history.hidden.notes(of: history.code, in: words)
    return (isEmpty ? [words.noVersions] : []) + leftOut + hidden + [
      words.versionsShown(history.versions.count, entry: history.entry)
    ]
  }

  /// What there is and does not stand here.
  private var leftOut: [String] {
    var notes: [String] = []
    let classes = history.restricted.map(\.name).joined(separator: ", ")
    if history.hasCopies { notes.append(words.copiesHaveNoHistory(history.code.text)) }
    if !classes.isEmpty { notes.append(words.hiddenClasses(classes)) }
    if !history.notGiven.isEmpty { notes.append(words.classesNotGiven(history.notGiven)) }
    notes += history.outgrown.map { words.emergencyOutgrown($0.entry, $0.fieldClass.name) }
    if history.ungiven > 0 { notes.append(words.versionsNotGiven(history.ungiven)) }
    if history.versions.contains(where: { $0.stated == nil }) {
      notes.append(words.versionOfUnknownEntry)
    }
    if history.isOfFileItself { notes.append(words.fileItselfHasNoHistory) }
    if history.hasOlder {
      notes.append(words.olderVersions(after: history.skipped + history.taken))
    }
    return notes
  }
}
