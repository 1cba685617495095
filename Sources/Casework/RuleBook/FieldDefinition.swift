public import Vault

/// One field of the casework: a row of `fields.csv`. An object, for a row of a register looks up some hundred of them, and
/// each has ten words of its own.
public final class FieldDefinition: Sendable {
  public let id: FieldID
  public let entity: UInt16
  public let entityName: String
  /// Unique within its entity.
  public let name: String
  public let form: String
  public let label: Label
  public let type: FieldType
  /// The code list of a `code` or `list`.
  public let codes: String?
  public let fieldClass: FieldClass
  /// Whether the value is a list of items of `type`.
  public let isMany: Bool
  public let readers: RoleSet
  public let writers: RoleSet
  /// Whether the receiver of a referral reads it, in the packet that is sent.
  public let isForReceiver: Bool
  /// Whether the program itself writes it, as part of an act; see `isTyped`.
  public let isWrittenBySystem: Bool
  public let citation: Citation
  public let validity: Validity
  let line: Int

  /// Unique in the rule book: `residence.unit`.
  public var qualifiedName: String { entityName + "." + name }

  /// Whether somebody may type it. What the program alone writes is refused in a form.
  public var isTyped: Bool { !writers.isEmpty }

  /// Whether it goes into the figures. A statistician reads the coarse facts of a case and nothing
  /// else; in the column `read` of any other class the word means this.
  public var isCounted: Bool { fieldClass != .facts && readers.contains(.statistician) }

  /// Whether it says when something happened, so that it cannot lie in the future. The name says so:
  /// `…_at` happened, `…_due_at` and `expires_at` are ahead; of the other names these few.
  public var isOfThePast: Bool {
    guard type == .date || type == .datetime else { return false }
    if name.hasSuffix("_at") { return !name.hasSuffix("_due_at") && name != "expires_at" }
    return [
      "birth_date", "at", "seen_on", "returned_on", "received", "done", "hiv_date",
      "sti_date", "hepatitis_date", "substance_date",
    ].contains(name) || qualifiedName == "event.date"
  }

  /// Whether it names a signed paper, by the number or reference that stands on it. A colleague, a case or
  /// another record is none, and was never signed by anybody (Law 53/2024 Art. 34).
  public var isPaper: Bool { Self.papers.contains(qualifiedName) }

  private static let papers: Set<String> = [
    "refusal.undertaking_ref", "referral.agreement_ref", "referral.written_request_ref",
  ]

  init(_ row: RuleRow, entities: [String: EntityDefinition]) throws(CaseworkError) {
    id = FieldID(try row.number("id", as: UInt32.self))
    let entityName = try row.word("entity")
    guard let entity = entities[entityName] else { throw row.fault(.unknownEntity(entityName)) }
    self.entity = entity.number
    self.entityName = entityName
    name = try row.word("name")
    form = try row.word("form")
    label = try row.label()
    type = try row.choice("type", FieldType.init(rawValue:))
    codes = row.optional("codes")
    fieldClass = try row.choice("class", FieldClass.init(name:))
    isMany = try row.flag("many")
    let read = try row.roles("read", alsoAllowed: "receiver")
    let write = try row.roles("write", alsoAllowed: "system")
    (readers, isForReceiver) = (read.roles, read.also)
    (writers, isWrittenBySystem) = (write.roles, write.also)
    citation = try row.citation("citation")
    validity = try row.validity()
    line = row.line
  }
}

extension FieldDefinition: Hashable {
  public static func == (left: FieldDefinition, right: FieldDefinition) -> Bool {
    if left === right { return true }
    return (left.id, left.entity, left.line) == (right.id, right.entity, right.line)
      && (left.entityName, left.name, left.form, left.label)
        == (right.entityName, right.name, right.form, right.label)
      && (left.type, left.codes, left.fieldClass, left.isMany)
        == (right.type, right.codes, right.fieldClass, right.isMany)
      && (left.readers, left.writers, left.isForReceiver, left.isWrittenBySystem)
        == (right.readers, right.writers, right.isForReceiver, right.isWrittenBySystem)
      && (left.citation, left.validity) == (right.citation, right.validity)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
