public import Vault

extension Casework {
  /// Hands over each case that somebody who leaves was given or looked at, with its code for whoever may
  /// read it.
  public func reach(
    of handle: String, _ left: Left, as session: borrowing Session, _ show: (LeaverCase) -> Void
  ) throws(CaseworkError) -> LeaverReach {
    let field = book["case.case_code"]?.id
    do {
      return try vault.reach(of: handle, left, as: session) { one throws(VaultError) in
        var code: String?
        if let field, case .text(let text) = one.operations?[field] {
          code = (try? CaseCode(text).text) ?? text
        }
        show(LeaverCase(code: code, stated: one))
      }
    } catch { throw .vault(error) }
  }
}
