public import Vault

extension Casework {
  /// Records a form of a case: whatever is given becomes a new version, the rest stays.
  ///
  /// - Parameters:
  ///   - form: the noun of the command line: person, reception, support, …
  ///   - record: which of many records is corrected; nil for the sole record, or one more.
  /// - Throws: `.form` with every fault of every field, nothing written; `.vault(.denied)` with the
  ///   entry of the refusal.
  public func record(
    _ form: String, _ input: FormInput, of code: CaseCode, correcting record: RecordID? = nil,
    as session: borrowing Session
  ) throws(CaseworkError) -> RecordedForm {
    guard !book.fields(ofForm: form).isEmpty else { throw .noSuchForm }
    let checked = try FormReader(book: book, forms: [form], validation: validation).read(input)
    let changes = CaseChanges(
      checked.values, book: book, entered: moment, correcting: record)
    guard record == nil || changes.records.count(where: { $0.target != .sole }) == 1 else {
      throw .noSuchRecord
    }
    let id = try id(of: code)
    do throws(VaultError) {
      let receipt = try vault.write(
        changes.records, operations: changes.operations, to: id, as: session)
      let written = Set(checked.values.keys)
      let readable = try vault.mayRead(written, of: id, for: .careManagement, as: session)
      return RecordedForm(
        entry: receipt.entry, warnings: checked.warnings,
        deposited: classes(of: written.subtracting(readable)), isReadable: !readable.isEmpty)
    } catch {
      // The Vault looks first at who asks: whoever may not write here hears that, and no more.
      throw error == .nothingToDo && checked.values.isEmpty ? .formEmpty : .vault(error)
    }
  }

  /// The fields of a form that this member may write, in the person's order.
  public func fieldsToAsk(
    _ form: String, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> [FieldDefinition] {
    let typed = book.fields(ofForm: form).filter(\.isTyped)
    let id = try id(of: code)
    do {
      let writable = try vault.mayWrite(Set(typed.map(\.id)), to: id, as: session)
      return typed.filter { writable.contains($0.id) }
    } catch { throw .vault(error) }
  }

  private func classes(of fields: Set<FieldID>) -> [FieldClass] {
    Set(fields.compactMap { book[$0]?.fieldClass }).sorted()
  }
}
