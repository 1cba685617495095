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
    CaseSummary(
      code: text(code, values) ?? "", status: text(status, values) ?? "",
      receivedAt: text(receivedAt, values), receivingUnit: text(receivingUnit, values),
      entryPath: text(entryPath, values), owner: member(values), ownerHandle: nil)
  }

  private func text(_ field: FieldID?, _ values: [FieldID: FieldValue]) -> String? {
    switch field.flatMap({ values[$0] }) {
    case .text(let text), .dateTime(let text): text
    default: nil
    }
  }

  private func member(_ values: [FieldID: FieldValue]) -> MemberID? {
    guard let owner, case .bytes(let bytes) = values[owner] else { return nil }
    return MemberID(bytes: bytes)
  }
}
