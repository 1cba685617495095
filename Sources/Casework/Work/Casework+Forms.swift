import Vault

/// What the verbs of the work have in common: a form of a few fields, a look, a writing.
extension Casework {
  /// Checks the input of a verb that asks for a few fields of one kind of record.
  ///
  /// - Throws: `.form` with every fault of every field, and every field that the verb does not ask for.
  func read(
    _ input: FormInput, naming names: [String], of entity: String
  ) throws(CaseworkError) -> CheckedForm {
    var named = FormInput([:])
    (named.faults, named.inner) = (input.faults, input.inner)
    for (name, value) in input.values {
      let bare = name.hasPrefix(entity + ".") ? String(name.dropFirst(entity.count + 1)) : name
      if names.contains(bare) {
        named.values[entity + "." + bare] = value
      } else {
        named.faults.append(FieldFault(field: name, fault: .unknownField))
      }
    }
    let form = book.fields(of: book.entity(named: entity)?.number ?? 0).first?.form ?? entity
    named.faults.sort { $0.field < $1.field }
    return try FormReader(book: book, forms: [form], validation: validation).read(named)
  }

  /// A form that nothing is written into yet, and a look at what its rules ask about.
  func workForm(
    _ id: CaseID, _ names: [String], _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    let fields = book.clockFields.union(book.ids(names + Self.always))
    return CheckedChanges(
      changes: CaseChanges(), look: try look(at: id, fields, as: session), now: moment)
  }

  func write(
    _ writing: CaseWriting, to id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> Int {
    try CaseworkError.ofVault { () throws(VaultError) in
      try vault.write(writing, to: id, as: session).entry
    }
  }
}

extension CheckedChanges {
  /// Changes a record that stands.
  mutating func change(_ entity: String, _ record: RecordID, _ fields: [FieldID: FieldValue]) {
    guard let number = book.entity(named: entity)?.number else { return }
    changes.records.append(RecordChange(.existing(record), entity: number, fields: fields))
  }
}
