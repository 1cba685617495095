public import Vault

extension Casework {
  /// Hands over whatever the log holds of a case, for the person concerned.
  ///
  /// - Returns: the entry of this look, and of a file that was handed over to this office by whom.
  public func accesses(
    of code: CaseCode, as session: borrowing Session, _ show: (ReportedAccess) -> Void
  ) throws(CaseworkError) -> PersonAccount {
    let id = try id(of: code)
    let all = Set(book.fields.map(\.id))
    // Of a case that does not open nothing is named; the account itself says what is wrong with it.
    let open = (try? vault.mayRead(all, of: id, for: .patientRequest, as: session)) ?? []
    do {
      let row = book.ids(Self.ofOrigin)
      let account = try vault.accesses(of: id, with: row, as: session) {
        access throws(VaultError) in
        show(access.naming(open) { book[$0]?.fieldClass })
      }
      return PersonAccount(cameFrom: cameFrom(account.operations), entry: account.entry)
    } catch { throw .vault(error) }
  }

  /// Gives what an auditor asked for: the code of the case that a pseudonym is, or the pseudonym of the
  /// case of a code.
  ///
  /// - Returns: pseudonym, code and the entry of the approval.
  public func reveal(
    _ asked: Int, of code: CaseCode?, as session: borrowing Session
  ) throws(CaseworkError) -> (pseudonym: String, code: String, entry: Int) {
    let id = try code.map { code throws(CaseworkError) in try self.id(of: code) }
    do {
      let revealed = try vault.reveal(asked, of: id, as: session)
      var told = code?.text ?? ""
      if let field = book["case.case_code"], case .text(let text) = revealed.operations[field.id] {
        told = (try? CaseCode(text).text) ?? text
      }
      return (revealed.pseudonym, told, revealed.entry)
    } catch { throw .vault(error) }
  }
}
