public import Vault

/// The register of arrivals: a CSV file of people whom an office received, one a row, read as a
/// stream so that its size does not matter. Every fault of every row is named; whether one wrong row
/// stops all of it is for the import to hold (it does).
public struct IntakeRegister {
  private let book: RuleBook
  private let now: Moment
  private let validation: FieldValidation
  private let derived: DerivedFields
  private var reader: CSVReader
  private var header: RegisterHeader?
  private var isOver = false

  /// Reads the file that `source` gives piece by piece. Nobody can have been received after `now`.
  public init(_ book: RuleBook, now: Moment, _ source: @escaping CSVReader.Source) {
    self.book = book
    self.now = now
    validation = FieldValidation(book)
    derived = DerivedFields(book)
    reader = CSVReader(source)
  }

  /// Every field that an import writes, whatever the columns R and W of the fields say.
  public static func fields(in book: RuleBook) -> Set<FieldID> {
    Set(RegisterColumn.targets.compactMap { book[$0]?.id })
  }

  /// - Returns: the next row, nil at the end. After a row of faults in the header there is no other.
  /// - Throws: `.csv` where the file cannot be told into rows any further; `.unreadable`.
  public mutating func next() throws(CaseworkError) -> RegisterRow? {
    if isOver { return nil }
    do {
      if header == nil, let faults = try readHeader() { return faults }
      guard let header, let record = try reader.next() else { return nil }
      return row(record, header)
    } catch .csv(let fault) {
      guard case .width(let found, let expected) = fault.reason else { throw .csv(fault) }
      let reason = RegisterFault.Reason.width(found: found, expected: expected)
      return row(of: [RegisterFault(line: fault.line, column: nil, reason: reason)], fault.line)
    } catch { throw error }
  }

  private mutating func readHeader() throws(CaseworkError) -> RegisterRow? {
    guard let record = try reader.next() else { return nil }
    let read = RegisterHeader.read(record, book)
    header = read.header
    isOver = read.header == nil
    return isOver ? row(of: read.faults, record.line) : nil
  }

  private func row(of faults: [RegisterFault], _ line: Int) -> RegisterRow {
    RegisterRow(line: line, values: [:], faults: faults, warnings: [])
  }

  private func row(_ record: CSVRecord, _ header: RegisterHeader) -> RegisterRow {
    var draft = RegisterDraft(book: book, line: record.line)
    for step in header.steps {
      draft.read(step, step.cell.map { record.cells[$0] } ?? "", validation)
    }
    draft.holdDatesAgainstEachOther(now: now)
    draft.holdPersonalIDAgainstTheRest()
    return draft.row(header, derived)
  }
}
