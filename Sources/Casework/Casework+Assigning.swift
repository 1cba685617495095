public import Vault

extension Casework {
  /// Gives a case to a colleague.
  ///
  /// - Parameter owner: they answer for the case from now on, and queues say so; whoever did before reads
  ///   it no more.
  public func assign(
    _ handle: String, to code: CaseCode, owner: Bool, as session: borrowing Session
  ) throws(CaseworkError) -> Assigned {
    let id = try id(of: code)
    do {
      let assigned = try vault.assign(handle, to: id, owner: owner, as: session)
      if owner, let field = book["case.owner"] {
        let member = try vault.member(named: handle)
        _ = try vault.write(
          [], operations: [field.id: .bytes(member.bytes)], to: id, as: session)
      }
      return assigned
    } catch { throw .vault(error) }
  }

  /// Ends a colleague's access to a case. If they answered for it, nobody does now: it stands in the
  /// lead's queue.
  public func unassign(
    _ handle: String, from code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> EndedAccess {
    let id = try id(of: code)
    do {
      let ended = try vault.unassign(handle, from: id, as: session)
      if ended.wasOwner, let field = book["case.owner"] {
        _ = try vault.write(
          [], operations: [field.id: .absent(.notAsked)], to: id, as: session)
      }
      return ended.ended
    } catch { throw .vault(error) }
  }
}
