import AuditLog
import Sealing

/// Entries of acts on a case that came to nothing: nothing is refused without one.
extension Vault {
  /// An act on a case that leaves an entry also where there is no such case, and where what is stored is
  /// not what was written.
  ///
  /// - Parameters:
  ///   - ref: the entry of what was already done, where there is one by then.
  ///   - fill: what else the entry of a case that is not there says.
  func noting<Value: ~Copyable>(
    _ act: String, _ id: CaseID, _ session: borrowing Session, ref: () -> Int? = { nil },
    fill: (inout Entry) -> Void = { _ in },
    _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do {
      return try body(session)
    } catch .noSuchCase {
      throw try noteMissing(act, session, fill)
    } catch {
      guard error.isAlteration else { throw error }
      throw try noteAltered(act, id, ref(), session, because: error)
    }
  }

  /// There is no such case. The entry names none: a code that was tried is nobody's pseudonym. Whose
  /// roles read no case is told the same as of a case that is there.
  private func noteMissing(
    _ act: String, _ session: borrowing Session, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> VaultError {
    let (entry, isReader) = try self.act(as: session) {
      context throws(VaultError) -> Ruling<(Int, Bool)> in
      let role = context.asker.roles.first { !$0.isBlind }
      let entry = try context.append(act, .denied) { entry in
        fill(&entry)
        entry.why = role == nil ? .role : .notAssigned
        entry.role = (role ?? context.asker.roles.first)?.rawValue
      }
      return .allowed((entry, role != nil))
    }
    return isReader ? .caseNotFound(entry: entry) : .denied(.role, entry: entry)
  }

  /// A look at who may do what. Where the table of who cares is not what the log says, the refusal is an
  /// entry, like that of the act it was asked for.
  func lookNoting<Result>(
    _ act: String, _ id: CaseID, _ session: borrowing Session,
    _ body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    do {
      return try store.look { tx throws(VaultError) in
        try catchUp(tx)
        return try body(tx)
      }
    } catch {
      guard error.isAlteration else { throw error }
      throw try noteAltered(act, id, nil, session, because: error)
    }
  }

  /// Something did not open although the log is sound: that is an entry of its own, and nothing is shown.
  func noteAltered(
    _ act: String, _ id: CaseID, _ ref: Int?, _ session: borrowing Session,
    because cause: VaultError = .doesNotOpen
  ) throws(VaultError) -> VaultError {
    let entry = try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
      context.keyring.beginCase()
      let rec = try context.tx.file(id).flatMap { try? context.pseudonym($0) }
      return .allowed(
        try context.append(act, .failed) { entry in
          entry.why = .tampered
          entry.rec = rec
          entry.ref = ref
        })
    }
    return cause == .caseKeyMissing ? .caseWithoutKey(entry: entry) : .altered(entry: entry)
  }
}
