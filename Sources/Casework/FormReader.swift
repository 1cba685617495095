import Vault

/// Checks what was given for a form, or for several forms that are filled in one act.
struct FormReader {
  let book: RuleBook
  let forms: [String]
  let validation: FieldValidation

  /// Fields that may be filled: those of the forms, typed by somebody.
  ///
  /// - Throws: `.form` with every fault of every field.
  func read(_ input: FormInput) throws(CaseworkError) -> CheckedForm {
    var checked = CheckedForm()
    var faults = input.faults.flatMap { told($0, of: input) }
    for (name, given) in input.values.sorted(by: { $0.key < $1.key }) {
      do throws(CaseworkError) {
        let field = try field(name)
        guard checked.values[field.id] == nil else { throw .value(.repeatedCode) }
        let reading = try validation.check(given, for: field)
        checked.values[field.id] = reading.value
        checked.warnings += reading.warnings.map { FormWarning(field: name, warning: $0) }
      } catch {
        guard case .value(let fault) = error else { throw error }
        faults.append(FieldFault(field: name, fault: fault))
      }
    }
    guard faults.isEmpty else { throw .form(faults) }
    return checked
  }

  /// Of what was given inside of something the fields by the names under which they are typed, where these forms have
  /// them: a form is flat.
  private func told(_ fault: FieldFault, of input: FormInput) -> [FieldFault] {
    let names = (input.inner[fault.field] ?? []).map { "\(fault.field).\($0)" }
    let typed = Set(names).filter { (try? field($0)) != nil }.sorted()
    return typed.isEmpty ? [fault] : typed.map { FieldFault(field: $0, fault: .nested) }
  }

  /// The field that somebody means: `entity.field`; or the bare name where the forms have one so
  /// called, or one in the record that has the form's own name.
  private func field(_ name: String) throws(CaseworkError) -> FieldDefinition {
    let found = candidates(name)
    let own = found.filter { $0.entityName == $0.form }
    guard let field = found.count == 1 ? found[0] : own.count == 1 ? own[0] : nil else {
      throw .value(.unknownField)
    }
    guard field.isTyped else { throw .value(.notForTyping) }
    return field
  }

  private func candidates(_ name: String) -> [FieldDefinition] {
    if let field = book[name] { return forms.contains(field.form) ? [field] : [] }
    return book.fields.filter { $0.name == name && forms.contains($0.form) }
  }
}
