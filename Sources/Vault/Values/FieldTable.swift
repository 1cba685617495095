public import Sealing

/// Every field's class, readers and writers. Its hash stands in the log (`schema.set`), so a
/// field moved to a weaker class by hand is noticed before anything is opened.
public struct FieldTable: Sendable {
  /// Ascending by id.
  public let rules: [FieldRule]
  private let byID: [FieldID: FieldRule]
  private let byEntity: [UInt16: [FieldRule]]

  /// - Throws: `VaultError.fieldTable` when an id stands twice, or is one that the Vault itself uses, for the end of excerpts and the key of a file.
  public init(_ rules: [FieldRule]) throws(VaultError) {
    self.rules = rules.sorted { $0.id < $1.id }
    var byID: [FieldID: FieldRule] = [:]
    for rule in self.rules {
      guard rule.id != Excerpt.endField, rule.id != Evidence.keyField,
        byID.updateValue(rule, forKey: rule.id) == nil
      else {
        throw .fieldTable(rule.id)
      }
    }
    self.byID = byID
    byEntity = Dictionary(grouping: self.rules, by: \.entity)
  }

  public subscript(id: FieldID) -> FieldRule? {
    guard id == Evidence.keyField else { return byID[id] }
    return byID[Evidence.sumField].map(Evidence.keyRule)
  }

  /// The fields of one kind of record, ascending.
  public func fields(of entity: UInt16) -> [FieldRule] { byEntity[entity] ?? [] }

  /// The class of each field, by its number.
  var classes: [UInt32: FieldClass] {
    Dictionary(
      rules.map { ($0.id.rawValue, $0.fieldClass) }, uniquingKeysWith: { first, _ in first })
  }

  /// Format.md, "Field table": for each rule ascending u32 id, u16 entity, u16 class, u16 readers,
  /// u16 writers, little-endian.
  public var bytes: [UInt8] {
    var out = Array("safekeep/fields/1".utf8)
    for rule in rules {
      out.append(littleEndian: rule.id.rawValue)
      out.append(littleEndian: rule.entity)
      out.append(littleEndian: rule.fieldClass.rawValue)
      out.append(littleEndian: rule.read.rawValue)
      out.append(littleEndian: rule.write.rawValue)
    }
    return out
  }

  /// What `schema.set` states.
  public var digest: Digest { Digest.of(bytes) }
}
