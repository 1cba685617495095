import Vault

extension Casework {
  /// Runs an act; where a rule stops it, that is an entry before anybody hears of it.
  ///
  /// - Parameter ref: the entry that was to be answered.
  func stopping<Result>(
    _ act: CaseAct, _ id: CaseID, ref: Int? = nil, _ session: borrowing Session,
    _ body: (borrowing Session) throws(CaseworkError) -> Result
  ) throws(CaseworkError) -> Result {
    do { return try body(session) } catch .stopped(var stop) where stop.entry == nil {
      do {
        stop.entry = try vault.refuse(act, because: stop.obstacle, of: id, ref: ref, as: session)
      } catch { throw .vault(error) }
      throw .stopped(stop)
    }
  }
}
