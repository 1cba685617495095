import Vault

/// What the first pass over a register counts.
struct RegisterTally {
  private(set) var count = 0
  private var missing: [FieldID: Int] = [:]
  private var warnings: [ValueWarning: Int] = [:]

  mutating func add(_ row: RegisterRow, _ guards: CaseGuards) {
    count += 1
    for field in guards.missing(in: row.values) { missing[field.id, default: 0] += 1 }
    for warning in Set(row.warnings.map(\.warning)) { warnings[warning, default: 0] += 1 }
  }

  func register(
    entry: Int, as role: Role?, _ book: RuleBook, _ likeness: RegisterLikeness?
  ) -> ImportedRegister {
    ImportedRegister(
      count: count, entry: entry, role: role,
      missing: missing.sorted { $0.key < $1.key }.compactMap { id, count in
        book[id].map { MissingField(field: $0, count: count) }
      }, warnings: warnings, likeness: likeness)
  }
}
