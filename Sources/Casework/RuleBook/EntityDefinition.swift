/// A kind of record: an identity, a statement, a support delivered.
public struct EntityDefinition: Hashable, Sendable {
  /// Permanent; stands in every sealed field of such a record.
  public let number: UInt16
  public let name: String
  /// The noun of the command line under which it is recorded.
  public let form: String
  /// Whether a case has any number of them.
  public let isMany: Bool
  public let label: Label

  /// The record that every case has, under the vault-wide operations key.
  public static let caseNumber: UInt16 = 1

  init(_ row: RuleRow) throws(CaseworkError) {
    number = try row.number("number", as: UInt16.self)
    name = try row.word("name")
    form = try row.word("form")
    isMany = try row.flag("many")
    label = try row.label()
  }
}
