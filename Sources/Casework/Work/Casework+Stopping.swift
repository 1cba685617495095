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

  /// The same of an act on several cases: the one at hand is what it stopped at.
  ///
  /// - Parameters:
  ///   - refs: the entries that were to be answered, one a case, or none.
  ///   - place: which of them is at hand.
  func stopping<Result>(
    _ act: CaseAct, _ ids: [CaseID], refs: [Int] = [], at place: inout Int,
    _ session: borrowing Session,
    _ body: (inout Int, borrowing Session) throws(CaseworkError) -> Result
  ) throws(CaseworkError) -> Result {
    do { return try body(&place, session) } catch {
      let (cause, at) = (error, place)
      guard ids.indices.contains(at) else { throw cause }
      return try stopping(act, ids[at], ref: refs.isEmpty ? nil : refs[at], session) {
        _ throws(CaseworkError) -> Result in throw cause
      }
    }
  }
}
