import Casework
import Glibc
import Vault

/// Every error of Casework: a status, sentences in both languages, codes and names of fields.
extension CaseworkError: Tellable {
  var fault: Fault {
    switch self {
    case .vault(let error): error.fault
    case .stopped(let stop): .stopped(stop)
    case .unreadable(let errno): errno == EISDIR ? .notAFile : .storage(errno: errno)
    case .rules(let fault): .ruleBook(fault)
    case .places(let fault): .places(fault)
    case .form(let faults): .form(faults)
    case .register(let report): .register(report)
    case .csv(let fault): .register(RegisterReport(stop: fault))
    case .value(let fault): Fault(.badData, reason: fault.told.rawValue) { $0.reason(fault.told) }
    case .json(let byte):
      Fault(.badData, details: [.init("byte", .integer(byte))]) { $0.notJSON }
    case .notUTF8: Fault(.badData, reason: "not_utf8") { $0.notUTF8 }
    case .jsonTwice(let byte):
      Fault(.badData, reason: "repeated", details: [.init("byte", .integer(byte))]) {
        $0.jsonTwice(byte: byte)
      }
    case .formEmpty: Fault(.badData, reason: "empty") { $0.formEmpty }
    case .dayPast: Fault(.usage, reason: "past") { $0.untilIsPast }
    case .caseMissing: Fault(.badData, reason: "case_missing") { $0.caseMissing }
    case .caseDiffers: Fault(.badData, reason: "case_differs") { $0.caseDiffers }
    case .noSuchForm: Fault(.configuration) { $0.noSuchForm }
    case .noSuchRecord: Fault(.notFound) { $0.noSuchRecord }
    case .notRestrictable:
      Fault(.badData, reason: "not_restrictable") { $0.notRestrictable }
    case .questionEmpty: Fault(.badData, reason: "question_empty") { $0.questionEmpty }
    case .questionShort: Fault(.badData, reason: "question_short") { $0.questionShort }
    case .question(let faults): .question(faults)
    case .likelySameRows(let likeness): .likelySameRows(likeness)
    case .registerEmpty: Fault(.badData, reason: "register_empty") { $0.registerEmpty }
    case .registerChanged: Fault(.badData) { $0.registerChanged }
    }
  }
}

extension Fault {
  /// All faults of a form at once, one a line, by the names of the fields.
  fileprivate static func form(_ faults: [FieldFault]) -> Fault {
    let details = faults.map(\.json)
    var fault = Fault(.badData, details: [.init("faults", .array(details))]) { words in
      let lines = faults.map { $0.told(in: words) }
      return (lines + [words.faultsNothingWritten(faults.count)]).joined(separator: "\n")
    }
    fault.fields = faults
    return fault
  }

  /// The same of a question, of which not even the beginning was looked for.
  fileprivate static func question(_ faults: [FieldFault]) -> Fault {
    Fault(.badData, details: [.init("faults", .array(faults.map(\.json)))]) { words in
      let lines = faults.map { fault in
        fault.fault == .tooLong
          ? words.badValue(field: fault.field, reason: words.questionLong(PersonQuestion.longest))
          : fault.told(in: words)
      }
      return (lines + [words.nothingSearched]).joined(separator: "\n")
    }
  }

  /// The faults of a register, one a line: line, column, reason; never the value.
  fileprivate static func register(_ report: RegisterReport) -> Fault {
    let found =
      report.faults.map(RegisterLine.init) + (report.stop.map { [RegisterLine($0)] } ?? [])
    let count = report.count + (report.stop == nil ? 0 : 1)
    let rows = report.rows + (report.stop == nil ? 0 : 1)
    return Fault(
      .badData,
      details: [
        .init("faults", .array(found.map(\.json))), .init("count", .integer(count)),
        .init("rows", .integer(rows)),
      ],
      hint: { report.stop?.reason.isOfSaving == true ? $0.savingRegister : nil }
    ) { words in
      var lines = found.map { $0.told(in: words) }
      if count > found.count { lines.append(words.moreFaults(count - found.count)) }
      return (lines + [words.registerRefused(faults: count, lines: rows)]).joined(separator: "\n")
    }
  }

  /// File, row, reason, as the rule book's reader found them.
  ///
  /// - Parameter entry: the proposal that it stands in, which nobody can give; nil for no proposal.
  static func ruleBook(_ fault: RuleFault, proposedBy entry: Int? = nil) -> Fault {
    let (file, row) = (fault.table.fileName, fault.line ?? 0)
    return Fault(
      .configuration, reason: fault.code,
      details: [.init("file", .string(file)), .init("row", .integer(row))],
      hint: { words in entry.map { words.proposalOutlived(entry: $0) } }
    ) { $0.ruleBookWrong(file: file, row: row, reason: $0.reason(fault)) }
  }

  /// The office's own table, by the line of its own file.
  fileprivate static func places(_ fault: RuleFault) -> Fault {
    let line = fault.line ?? 0
    return Fault(.badData, reason: fault.code, details: [.init("line", .integer(line))]) {
      $0.placesWrong(line: line, reason: $0.reason(fault))
    }
  }
}
