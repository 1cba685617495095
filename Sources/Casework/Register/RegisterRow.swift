public import Vault

/// A row of the register, checked: the values of one new case, or what is wrong.
public struct RegisterRow: Equatable, Sendable {
  public let line: Int
  /// By field; what the row does not give is not_asked. Fields of a record that would hold nothing
  /// (no residence, no narrative) are left out with it. Empty where there is a fault.
  public let values: [FieldID: FieldValue]
  public let faults: [RegisterFault]
  public let warnings: [RegisterWarning]

  public var isSound: Bool { faults.isEmpty }

  /// The values by the record that holds them, ascending by entity.
  public func records(
    in book: RuleBook
  ) -> [(entity: UInt16, values: [(FieldID, FieldValue)])] {
    let placed = values.sorted { $0.key < $1.key }.compactMap { id, value in
      book[id].map { ($0.entity, (id, value)) }
    }
    return Dictionary(grouping: placed, by: \.0).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.map(\.1)) }
  }
}
