import Casework
import Vault

/// `stats --rows STANDARD`: de-identified rows for a recipient who is named, into a new file.
struct RowOrder {
  private let standard: RowStandard
  private let months: FigurePeriod
  private let recipient: String
  private let citation: String
  private let path: String

  /// - Throws: 64 for a standard that is none, without all that an export to somebody needs, or beside the yearly form.
  init(
    _ standard: String, _ period: MonthOptions, _ breakdown: BreakdownOptions,
    _ official: OfficialOptions, isForm: Bool, to path: String?
  ) throws(Fault) {
    try breakdown.demandNone()
    guard let standard = RowStandard(rawValue: standard) else { throw .noSuchStandard }
    guard case .official(let recipient, let citation) = try official.use(isFile: true), !isForm
    else { throw .rowsIncomplete }
    guard let path, case .csv = try FigureFile(path: path) else { throw .rowsIncomplete }
    self.standard = standard
    months = try period.period(needsYear: false)
    (self.recipient, self.citation, self.path) = (recipient, citation, path)
  }

  /// The file is made before anything is read, so that a place that cannot be written leaves no entry of an export.
  func run(_ desk: Desk) throws(Fault) {
    let file = try NewFile(path)
    let rows = try desk.withCasework(fresh: true) { casework, session in
      let meter = ProgressMeter(Progress(desk.words.countingCases, of: 0, on: desk.terminal))
      return try casework.figureRows(
        months, in: standard, recipient: recipient, provision: citation, as: session,
        progress: { done, _ in meter.reached(done) })
    }
    try file.write(Array(([rows.header] + rows.rows).map(CSVText.line).joined().utf8))
    try file.finish()
    try desk.show(report(rows, desk.words))
  }

  private func report(_ rows: FigureRows, _ words: any Words) -> Report {
    var notes = [words.rowsWritten(rows.rows.count, entry: rows.entry)]
    if rows.leftOut > 0 { notes.append(words.rowsLeftOut(rows.leftOut)) }
    notes += FigurePage.notCounted(rows.waiting, unopened: rows.unopened, words)
    notes.append(words.rowsOnce)
    return Report(
      fields: [
        .init("rows", words.label(.rows), .integer(rows.rows.count)),
        .init("left_out", words.label(.leftOut), .integer(rows.leftOut)),
      ] + FigurePage.notCounted(rows.waiting, unopened: rows.unopened, in: words) + [
        .init("entry", words.label(.entry), .integer(rows.entry))
      ],
      notes: notes)
  }
}

extension Fault {
  static let noSuchStandard = Fault(.usage, reason: "no_such_standard") { $0.noSuchStandard }
  static let rowsIncomplete = Fault(.usage, reason: "rows_incomplete") { $0.rowsIncomplete }
}
