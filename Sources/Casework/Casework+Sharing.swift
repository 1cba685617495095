public import Vault

extension Casework {
  /// Gives a member copies of named fields of a case until the end of a day: what a police request, a
  /// referral or a treatment grant names.
  ///
  /// - Parameters:
  ///   - names: as forms name them, with the entity (`person.full_name`).
  ///   - day: the last day, as days are counted in Viet Nam.
  /// - Returns: the log entry.
  /// - Throws: `CaseworkError.dayPast`; `CaseworkError.form` with every name that there is not; what the Vault refuses.
  public func share(
    _ names: [String], of code: CaseCode, with handle: String, until day: CalendarDay,
    for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> Int {
    var fields: Set<FieldID> = []
    var faults: [FieldFault] = []
    for name in names {
      if let field = book[name] {
        fields.insert(field.id)
      } else {
        faults.append(FieldFault(field: name, fault: .unknownField))
      }
    }
    guard faults.isEmpty, !fields.isEmpty else { throw .form(faults) }
    guard Self.end(of: day) > now() else { throw .dayPast }
    let id = try id(of: code)
    do {
      return try vault.share(
        fields, of: id, with: handle, until: Self.end(of: day), for: purpose, as: session
      ).entry
    } catch { throw .vault(error) }
  }

  /// Ends all that was shared of a case with a member.
  ///
  /// - Returns: the last log entry of it.
  public func unshare(
    _ code: CaseCode, with handle: String, as session: borrowing Session
  ) throws(CaseworkError) -> Int {
    let id = try id(of: code)
    do { return try vault.unshare(id, with: handle, as: session).entry } catch {
      throw .vault(error)
    }
  }

  /// 24:00 of a day in Viet Nam (UTC+7, no summer time), in UTC milliseconds: a period ends at the end
  /// of its last day (Civil Code 2015, Art. 148(6)).
  static func end(of day: CalendarDay) -> Int {
    ((day.number + 1) * 24 - 7) * 3_600_000
  }
}
