import Sealing

extension CaseWriter {
  /// Keeps the index in step with what was written.
  ///
  /// Who holds no index key leaves it as it is: the field is then of a newer version than the index says, and whoever
  /// reads it next can put that right (`Vault.reindex`). So is a field that nobody may be found by, while the person
  /// keeps it from a role that could ask for it.
  func index(
    _ fields: [SearchField], _ records: [SealedRecord]
  ) throws(VaultError) {
    guard !fields.isEmpty else { return }
    let index = SearchIndex(context)
    var indexed: [IndexedField] = []
    for item in fields {
      let version = records.first { $0.row.id == item.record }?.fields.newestVersions[
        item.field]
      let terms = sealer.restrictions.hides(item.field) ? [] : item.terms
      guard
        let field = index.field(
          terms, of: item.field, version: version ?? 0, record: item.record)
      else { return }
      indexed.append(field)
    }
    try index.put(indexed, ofFile: file.key, file.id)
    try index.flush()
  }

  /// Nobody finds the person by a field that they keep from somebody who could ask for it; once they do not, it has to
  /// be put in again.
  func hide(_ field: FieldID, isLifted: Bool) throws(VaultError) {
    let isHidden = sealer.restrictions.hides(field)
    guard isHidden || isLifted else { return }
    let index = SearchIndex(context)
    try index.clear(field, isDue: !isHidden, ofFile: file.key, file.id)
    try index.flush()
  }

  /// The end of that, in the act that lifts it.
  ///
  /// - Parameters:
  ///   - terms: of the field, where who lifts it reads it.
  ///   - role: from whom it was kept; nil for an office.
  /// - Returns: whether the index is as it should be.
  func findAgain(
    by field: FieldID, _ terms: [SearchField], lifted role: Role?
  ) throws(VaultError) -> Bool {
    let isFreed = role.map(OfficeKey.index.isHeld) ?? false
    try hide(field, isLifted: isFreed)
    guard isFreed, !sealer.restrictions.hides(field) else { return true }
    let index = SearchIndex(context)
    var indexed: [IndexedField] = []
    for item in terms where item.field == field {
      guard let row = try tx.records(of: file.key).first(where: { $0.id == item.record }),
        let version = try tx.fields(of: row.key).newestVersions[field],
        let hashed = index.field(item.terms, of: field, version: version, record: item.record)
      else { return false }
      indexed.append(hashed)
    }
    guard !indexed.isEmpty else { return false }
    try index.put(indexed, ofFile: file.key, file.id)
    try index.flush()
    return true
  }
}

extension CaseRestrictions {
  /// Whether a field is kept from a role that holds the index key.
  func hides(_ field: FieldID) -> Bool {
    let excluded = excluded(from: field)
    return Role.allCases.contains { OfficeKey.index.isHeld(by: $0) && excluded.contains($0) }
  }
}
