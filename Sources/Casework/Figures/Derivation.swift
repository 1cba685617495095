import Vault

/// What the program derives from what was told. Each derived value is named here beside what it is made from, for
/// whoever is kept from a source is kept from what follows from it (design, "What follows from all of this", 6).
enum Derivation {
  /// A field that stands for another in a class of its own.
  struct Copy: Sendable {
    let source: String
    let copy: String
    /// What is deposited where the source holds this; nil where nobody was asked for it.
    let value: @Sendable (FieldValue?) -> FieldValue
  }

  /// Health staff see no identity; birth year and sex are theirs to know (design, "Field classes").
  static let copies = [
    Copy(source: "person.birth_date", copy: "care.care_birth_year") { birth in
      Majority.birth(birth).map { .integer(Int64($0.year)) } ?? .absent(birth?.state ?? .notAsked)
    },
    Copy(source: "person.sex", copy: "care.care_sex") { $0 ?? .absent(.notAsked) },
  ]

  /// The roles that hold the facts of every case. One list is one value, so that what is kept from one of them is in
  /// it for none.
  static func holdsFacts(_ role: Role, in book: RuleBook) -> Bool {
    book.holdings(of: role).contains { $0.access(to: .facts).mayRead }
  }
}

extension RuleBook {
  /// What the facts of a case are made from and can be kept from somebody: all but what queues need.
  var factSources: Set<FieldID> {
    factFields.union(clockFields).filter { self[$0]?.fieldClass != .operations }
  }

  /// The fields that hold what is derived from one, as far as a role could read them.
  func copies(of field: FieldDefinition, for role: Role) -> [FieldDefinition] {
    Derivation.copies.filter { $0.source == field.qualifiedName }.compactMap { self[$0.copy] }
      .filter { copy in holdings(of: role).contains { $0.access(to: copy.fieldClass).mayRead } }
  }

  /// What a field is derived from, if anything.
  func sources(of field: FieldID) -> [FieldDefinition] {
    Derivation.copies.filter { self[$0.copy]?.id == field }.compactMap { self[$0.source] }
  }

  /// What the facts of a case are made without, by what is kept from whom.
  func withheld(by rows: [RestrictedField]) -> Set<FieldID> {
    Set(
      rows.filter { row in
        row.lifted == nil && row.role.map { Derivation.holdsFacts($0, in: self) } ?? false
      }.map(\.field)
    ).intersection(factSources)
  }
}
