import Vault

/// The fields that an import fills from a column that has another target: birth year and sex are
/// deposited for health staff, who see no identity; a country stands for the stage of exploitation;
/// a statement was taken when the person was received.
struct DerivedFields {
  let careBirthYear: FieldID?
  let careSex: FieldID?
  let eventKind: FieldID?
  let statementAt: FieldID?

  static let names = ["care.care_birth_year", "care.care_sex", "event.kind", "statement.at"]

  init(_ book: RuleBook) {
    careBirthYear = book[Self.names[0]]?.id
    careSex = book[Self.names[1]]?.id
    eventKind = book[Self.names[2]]?.id
    statementAt = book[Self.names[3]]?.id
  }
}
