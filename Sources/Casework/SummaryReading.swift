import Vault

/// Makes the line of a list from the operations row of a case. The fields are looked up once, not for each of
/// a hundred thousand cases.
struct SummaryReading: Sendable {
  private let code, status, receivedAt, receivingUnit, entryPath, owner: FieldID?

  init(_ book: RuleBook) {
    code = book["case.case_code"]?.id
    status = book["case.status"]?.id
    receivedAt = book["case.received_at"]?.id
    receivingUnit = book["case.receiving_unit"]?.id
    entryPath = book["case.entry_path"]?.id
    owner = book["case.owner"]?.id
  }

  /// What is read of a row.
  var fields: Set<FieldID> {
    Set([code, status, receivedAt, receivingUnit, entryPath, owner].compactMap(\.self))
  }

  func callAsFunction(_ values: [FieldID: FieldValue]) -> CaseSummary {
    let value = { (field: FieldID) in values[field] }
    return CaseSummary(
      code: text(code, value) ?? "", status: text(status, value) ?? "",
      receivedAt: text(receivedAt, value), receivingUnit: text(receivingUnit, value),
      entryPath: text(entryPath, value), owner: owner(value), ownerHandle: nil)
  }

  /// What gives the value of a field of one row.
  typealias Value<Failure: Error> = (FieldID) throws(Failure) -> FieldValue?

  /// The code as it is shown.
  func code<Failure>(_ value: Value<Failure>) throws(Failure) -> String {
    let symbols = try text(code, value) ?? ""
    return (try? CaseCode(symbols).text) ?? symbols
  }

  func owner<Failure>(_ value: Value<Failure>) throws(Failure) -> MemberID? {
    guard let owner, case .bytes(let bytes) = try value(owner) else { return nil }
    return MemberID(bytes: bytes)
  }

  func receivingUnit<Failure>(_ value: Value<Failure>) throws(Failure) -> String? {
    try text(receivingUnit, value)
  }

  func status<Failure>(_ value: Value<Failure>) throws(Failure) -> String? {
    try text(status, value)
  }

  private func text<Failure>(
    _ field: FieldID?, _ value: Value<Failure>
  ) throws(Failure) -> String? {
    guard let field else { return nil }
    switch try value(field) {
    case .text(let text), .dateTime(let text): return text
    default: return nil
    }
  }
}
