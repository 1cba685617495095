import Vault

/// Who asks comes before what they brought.
extension Casework {
  /// Reads a form. Whoever may not write here is refused for that, with its entry, and is not told what else is
  /// wrong with what they brought; a fault in the form of somebody who may is no refusal.
  func rightFirst<Result>(
    _ act: CaseAct, _ code: CaseCode, _ session: borrowing Session,
    _ read: () throws(CaseworkError) -> Result
  ) throws(CaseworkError) -> Result {
    do { return try read() } catch {
      guard error.isOfForm else { throw error }
      let id = try id(of: code)
      // The Vault looks at who asks before it looks at what for: an empty writing gets no further.
      do throws(VaultError) {
        _ = try vault.write(CaseWriting(act), to: id, as: session)
      } catch .nothingToDo { throw error } catch let refusal { throw .vault(refusal) }
      throw error
    }
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
