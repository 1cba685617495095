import Vault

extension Vault {
  /// Imports cases that stand already.
  func importCases(
    register: RegisterDigest, as session: borrowing Session,
    _ next: () throws(VaultError) -> CaseOpening?
  ) throws(VaultError) -> Imported {
    let drafts = { () throws(VaultError) -> CaseOpening.Draft? in
      guard let opening = try next() else { return nil }
      return { opening }
    }
    return try importCases(register: register, as: session, drafting: drafts)
  }
}
