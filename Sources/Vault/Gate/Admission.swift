import AuditLog
import Sealing

/// The right to open some sealed fields, once. Only the gate makes one, after its entry is committed;
/// opening consumes it. There is no other way to `opened`.
struct Admission: ~Copyable {
  let entry: Int
  /// The entry of what is done beside the look; that of the look itself where nothing is.
  let act: Int
  fileprivate let drawer: Drawer

  fileprivate init(entry: Int, act: Int, drawer: Drawer) {
    (self.entry, self.act, self.drawer) = (entry, act, drawer)
  }

  /// What is sealed and was asked for.
  consuming func opened() -> Drawer { drawer }
}

extension Vault {
  /// The read journey's first half: decide, write down. A refusal is thrown with its entry.
  ///
  /// - Parameter choosing: what of the drawer is opened, where it is not the newest of each field; asked once the policy
  ///   has said yes and before that is written down.
  func admit(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, as session: borrowing Session,
    choosing: ActContext.Choosing? = nil
  ) throws(VaultError) -> Admission {
    let (entry, drawer) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, Drawer)> in
      try context.rule(on: fields, of: id, purpose, choosing: choosing)
    }
    return try admission(to: drawer, look: entry, act: entry, session)
  }

  /// The same of several cases. Each look has an entry of its own, and all of them are durable before the first is
  /// admitted; a refusal of one is the last entry, and nobody is admitted.
  ///
  /// - Parameter place: which of them is at hand.
  func admitEach(
    _ wanted: [(id: CaseID, fields: Set<FieldID>)], for purpose: Purpose?, at place: inout Int,
    as session: borrowing Session,
    _ body: (consuming Admission) throws(VaultError) -> Void
  ) throws(VaultError) {
    let looks = try act(as: session) {
      context throws(VaultError) -> Ruling<[(Int, Drawer)]> in
      var looks: [(Int, Drawer)] = []
      for (number, one) in wanted.enumerated() {
        place = number
        switch try context.rule(on: one.fields, of: one.id, purpose) {
        case .allowed(let look): looks.append(look)
        case .refused(let reason, let entry): return .refused(reason, entry: entry)
        }
      }
      return .allowed(looks)
    }
    for (number, (entry, drawer)) in looks.enumerated() {
      place = number
      try body(admission(to: drawer, look: entry, act: entry, session))
    }
  }

  /// The same for files of a case: the look at what is said of them, and the entry of what is done with them
  /// beside it, both before anything is opened.
  ///
  /// - Parameter record: the file that is meant; nil for all.
  func admitEvidence(
    _ act: String, _ fields: Set<FieldID>, _ record: RecordID?, of id: CaseID,
    for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> Admission {
    let (done, look, drawer) = try self.act(as: session) {
      context throws(VaultError) -> Ruling<(Int, Int, Drawer)> in
      try context.ruleOnEvidence(act, fields, record, of: id, purpose)
    }
    return try admission(to: drawer, look: look, act: done, session)
  }

  /// Whoever has the right and was never given the key is told that, with the entry that says so.
  private func admission(
    to drawer: Drawer, look: Int, act: Int, _ session: borrowing Session
  ) throws(VaultError) -> Admission {
    if let field = drawer.ungiven.min(), let rule = fields[field] {
      throw .keyNotGiven(
        rule.fieldClass, from: try roleWithoutSeed(session, rule.fieldClass), entry: act)
    }
    return Admission(entry: look, act: act, drawer: drawer)
  }

  func roleWithoutSeed(
    _ session: borrowing Session, _ fieldClass: FieldClass
  ) throws(VaultError) -> Role? {
    let asker = asker(session.member, session.memberKey)
    return try looking { tx throws(VaultError) in
      try gate(tx).roleWithoutSeed(of: asker, for: fieldClass)
    }
  }
}
