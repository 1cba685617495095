import AuditLog
import Sealing

/// Entries of what was brought from outside, or asked for, and is refused for what it is: nothing is
/// refused without one.
extension Vault {
  /// An act that leaves an entry also where it comes to nothing because of what somebody brought.
  ///
  /// What was brought is not hashed into the entry: it may be any file, also one with a name in it.
  ///
  /// - Parameters:
  ///   - office: who may do it at all. Whoever may not is refused for that, whatever they brought.
  ///   - ref: the entry of what was done before it was refused.
  /// - Throws: `noted` with what the body threw and its entry.
  func notingBrought<Value>(
    _ act: String, kind: String? = nil, for office: OfficeAct, ref: Int? = nil,
    _ session: borrowing Session, _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do { return try body(session) } catch {
      guard let refusal = error.ofBrought else { throw error }
      let noted = try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let role = context.role(for: office) else {
          return try context.refuse(act, .role) { $0.kind = kind }
        }
        return .allowed(
          try context.append(act, refusal.outcome) { entry in
            (entry.kind, entry.ref, entry.role) = (kind, ref, role.rawValue)
            entry.why = refusal.why
          })
      }
      throw .noted(error, entry: noted)
    }
  }
}

extension VaultError {
  /// How the entry tells of it: material that is not what it must be failed, and so did what is good and
  /// comes at the wrong time; a question that nobody asked is denied. Nil for what is no matter of that.
  fileprivate var ofBrought: (outcome: Outcome, why: Refusal)? {
    switch self {
    case .pinFileUnreadable, .pinFileForeign, .pinFileAltered, .exportContradicts:
      (.failed, .tampered)
    case .exportFolder, .exportBusy: (.failed, .state)
    case .cosignature(.known), .cosignature(.unknownWitness): (.failed, .state)
    case .cosignature: (.failed, .tampered)
    case .timestamp(.known), .timestamp(.unasked): (.failed, .state)
    case .timestamp: (.failed, .tampered)
    case .nothingToDo, .nothingAsked, .notPutBack, .askedByGone: (.denied, .state)
    default: nil
    }
  }
}

extension Entry {
  /// A number that somebody typed, as near to it as an entry can state.
  static func number(_ typed: Int) -> Int { min(max(0, typed), largestInteger) }
}
