public import Vault

extension Casework {
  /// What stands at the fields of a form already, by name, for whoever fills it: as far as they may read it,
  /// with the entry of a look before any of it is shown. Of a record that is being made nothing stands; where
  /// nothing may be read nobody looks, for nobody asked to see it.
  ///
  /// - Parameters:
  ///   - record: which of many records is corrected.
  ///   - purpose: without one restricted classes stay closed.
  public func present(
    _ fields: [FieldDefinition], of code: CaseCode, correcting record: RecordID?,
    for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> [String: PageField] {
    let asked = fields.filter { record != nil || book.entity($0.entity)?.isMany != true }
    let id = try id(of: code)
    return try CaseworkError.ofVault { () throws(VaultError) in
      let readable = try vault.mayRead(Set(asked.map(\.id)), of: id, for: purpose, as: session)
      guard !readable.isEmpty else { return [:] }
      let shown = try vault.read(readable, of: id, for: purpose, as: session)
      var found = shown.operations
      for one in shown.records
      where one.id == record || book.entity(one.entity)?.isMany != true {
        found.merge(one.fields) { $1 }
      }
      return fields.reduce(into: [:]) { values, field in
        // A reference is bytes here, and nobody types those.
        guard let value = found[field.id], value != .absent(.notAsked), !value.isBytes else {
          return
        }
        values[field.qualifiedName] = PageField(definition: field, value: value, handle: nil)
      }
    }
  }
}

extension Casework {
  /// Whether a field is asked about where these stand: why a date is another, only where one was recorded.
  public func isAsked(_ field: FieldDefinition, beside present: [String: PageField]) -> Bool {
    guard field.isReasonOfCorrection else { return true }
    let dates = book.countedDates
    return present.values.contains {
      dates.contains($0.definition.id)
        && book.reason(ofCorrecting: $0.definition.id)?.id == field.id
    }
  }
}

extension FieldValue {
  fileprivate var isBytes: Bool { if case .bytes = self { true } else { false } }
}
