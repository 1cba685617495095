import Vault

/// Holds the tables of a rule book against each other. What a single row can show is found when the
/// row is read; here is what only the whole shows.
struct RuleBookCheck {
  private let book: RuleBook
  /// For each class the roles that the key table lets read, or write, in one relation or another.
  private let reading: [FieldClass: RoleSet]
  private let writing: [FieldClass: RoleSet]

  init(_ book: RuleBook) {
    self.book = book
    reading = Self.roles(book) { $0.access(to: $1).mayRead || $0.readsByExcerptAlone }
    writing = Self.roles(book) { $0.access(to: $1).mayWrite }
  }

  private static func roles(
    _ book: RuleBook, where may: (RoleHoldings, FieldClass) -> Bool
  ) -> [FieldClass: RoleSet] {
    var sets: [FieldClass: RoleSet] = [:]
    for fieldClass in FieldClass.allCases {
      let names = book.roles.filter { may($0, fieldClass) }.map(\.name)
      sets[fieldClass] = RoleSet(names.compactMap(Role.init(rawValue:)))
    }
    return sets
  }

  func run() throws(CaseworkError) {
    try checkRoles()
    try checkEntities()
    for field in book.fields {
      try checkType(field)
      try checkReaders(field)
      try checkWriters(field)
    }
    try checkLists()
    try checkRegister()
  }

  // MARK: Roles

  private func checkRoles() throws(CaseworkError) {
    for name in Role.allCases.map(\.rawValue) + [RoleHoldings.recovery] {
      guard book.roles.contains(where: { $0.name == name }) else {
        throw .rules(RuleFault(.roles, line: nil, .missingRole(name)))
      }
    }
    // Who vouches for the log, the people or the keys reads no case, ever.
    for row in book.roles where Role(rawValue: row.name)?.isBlind == true && !row.holdsNothing {
      throw .rules(RuleFault(.roles, line: row.line, .blindRoleHoldsKey(row.name)))
    }
  }

  // MARK: Entities

  private func checkEntities() throws(CaseworkError) {
    guard let first = book.entities.first, first.number == EntityDefinition.caseNumber,
      !first.isMany
    else { throw .rules(RuleFault(.entities, line: nil, .caseIsNotFirst)) }
    let used = Set(book.fields.map(\.entity))
    for entity in book.entities where !used.contains(entity.number) {
      throw .rules(RuleFault(.entities, line: nil, .entityWithoutFields(entity.name)))
    }
  }

  // MARK: Fields

  private func checkType(_ field: FieldDefinition) throws(CaseworkError) {
    guard field.type.takesCodes == (field.codes != nil) else { throw fault(field, .codesAndType) }
    if let codes = field.codes, book.codeLists[codes] == nil {
      throw fault(field, .unknownCodeList(codes))
    }
    guard field.type != .list || field.isMany else { throw fault(field, .listIsNotMany) }
    guard (field.fieldClass == .operations) == (field.entity == EntityDefinition.caseNumber) else {
      throw fault(field, .operationsOutsideCase)
    }
  }

  private func checkReaders(_ field: FieldDefinition) throws(CaseworkError) {
    if field.readers.isEmpty { throw fault(field, .noReader) }
    var allowed = reading[field.fieldClass] ?? []
    // A statistician reads the field through the figures, not the field.
    if field.isCounted { allowed.insert(RoleSet([.statistician])) }
    if let role = Self.first(field.readers.subtracting(allowed)) {
      throw fault(field, .readerWithoutKey(role.rawValue))
    }
  }

  private func checkWriters(_ field: FieldDefinition) throws(CaseworkError) {
    if let role = Self.first(field.writers.subtracting(writing[field.fieldClass] ?? [])) {
      throw fault(field, .writerWithoutKey(role.rawValue))
    }
  }

  private static func first(_ roles: RoleSet) -> Role? {
    roles.isEmpty ? nil : Role.allCases.first { roles.contains($0) }
  }

  private func fault(_ field: FieldDefinition, _ reason: RuleFault.Reason) -> CaseworkError {
    .rules(RuleFault(.fields, line: field.line, reason))
  }

  // MARK: Code lists

  /// The lists that types and commands count on, beside those that fields name.
  private static let needed = [
    "bool3", "country", "emergency_reason", "language", "purpose_of_use", "state",
  ]

  private func checkLists() throws(CaseworkError) {
    for name in Self.needed where book.codeLists[name] == nil {
      throw .rules(RuleFault(.codes, line: nil, .missingList(name)))
    }
    // In the order of the names, so that the same book is always refused for the same reason.
    for list in book.codeLists.values.sorted(by: { $0.name < $1.name }) {
      guard list.isVerified || list.isProjectChoice || list.hasOther else {
        throw .rules(RuleFault(.codes, line: nil, .unverifiedWithoutOther(list.name)))
      }
    }
  }

  // MARK: The register of arrivals

  private func checkRegister() throws(CaseworkError) {
    for name in RegisterColumn.targets where book[name] == nil {
      throw .rules(RuleFault(.fields, line: nil, .missingField(name)))
    }
  }
}
