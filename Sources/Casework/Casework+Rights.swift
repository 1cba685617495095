import Vault

/// Who asks comes before what they brought.
extension Casework {
  /// Reads a form. Whoever may not write here is refused for that, with its entry, and is not told what else is
  /// wrong with what they brought; a fault in the form of somebody who may is no refusal.
  func rightFirst<Result>(
    _ act: CaseAct, _ code: CaseCode, form: String? = nil, _ session: borrowing Session,
    _ read: () throws(CaseworkError) -> Result
  ) throws(CaseworkError) -> Result {
    do { return try read() } catch {
      guard error.isOfForm else { throw error }
      let id = try id(of: code)
      // The Vault looks at who asks before it looks at what for: an empty writing gets no further.
      do throws(VaultError) {
        _ = try vault.write(CaseWriting(act), to: id, as: session)
      } catch .nothingToDo {
        if let form {
          try CaseworkError.ofVault { () throws(VaultError) in
            try refuseStranger(to: form, act, id, session)
          }
        }
        throw error
      } catch let refusal { throw .vault(refusal) }
      throw error
    }
  }

  /// Whoever may write something in a case, and no field of that form, is refused for the form: which fields
  /// they named, and how, does not matter. Nothing can be written by it.
  private func refuseStranger(
    to form: String, _ act: CaseAct, _ id: CaseID, _ session: borrowing Session
  ) throws(VaultError) {
    let fields = Set(book.fields(ofForm: form).map(\.id))
    guard try vault.mayWrite(fields, to: id, as: session).isEmpty else { return }
    let values = Dictionary(uniqueKeysWithValues: fields.map { ($0, FieldValue.absent(.notAsked)) })
    let asked = CaseChanges(values, book: book, entered: moment)
    _ = try vault.write(
      CaseWriting(act, records: asked.records, operations: asked.operations), to: id, as: session)
  }

  /// The same for a file that is not there yet.
  func rightFirst<Result>(
    toOpenAs isCanary: Bool, _ session: borrowing Session,
    _ read: () throws(CaseworkError) -> Result
  ) throws(CaseworkError) -> Result {
    do { return try read() } catch {
      guard error.isOfForm else { throw error }
      try CaseworkError.ofVault { () throws(VaultError) in
        try vault.checkOpening(isCanary: isCanary, as: session)
      }
      throw error
    }
  }
}

extension CaseworkError {
  fileprivate var isOfForm: Bool {
    switch self {
    case .form, .formEmpty: true
    default: false
    }
  }
}
