import AuditLog
import Sealing

extension ActContext {
  /// Cases that are sealed together on the second thread while those before them are stored: enough
  /// that starting a thread does not count, few enough that memory does not grow with the register.
  private static let together = 64

  func importAll(
    role: Role, register: RegisterDigest, after search: Int?,
    _ next: () throws(VaultError) -> CaseOpening.Draft?
  ) throws(VaultError) -> Imported {
    try custody.adding { additions throws(VaultError) -> Imported in
      let opener = try CaseOpener(self, additions, role: role)
      let count = try pass(through: opener, next)
      let seq = try append(Act.intakeImport) { entry in
        entry.role = role.rawValue
        entry.n = Entry.bucket(count)
        (entry.sum, entry.ref) = (register.digest, search)
      }
      return Imported(count: count, entry: seq)
    }
  }

  /// Drafts, plans, seals and stores, one lot after the other: while a lot is being sealed, the one before it is stored
  /// and the one after the next is read; whichever thread is done first drafts the next.
  private func pass(
    through opener: CaseOpener, _ next: () throws(VaultError) -> CaseOpening.Draft?
  ) throws(VaultError) -> Int {
    var (count, sealed, plans) = (0, SealedCases?.none, [OpeningPlan]())
    var drafts = try Self.lot(next)
    while sealed != nil || !plans.isEmpty || !drafts.isEmpty {
      count += plans.count
      let turns = Turns(drafts.count)
      let (aside, here) = try Aside.run(
        Self.sealing(plans, opener.keys, drafts, turns),
        while: { () throws(VaultError) -> (following: [CaseOpening.Draft], drafted: [Drafted]) in
          if let sealed { try opener.store(sealed) }
          let following = drafts.count < Self.together ? [] : try Self.lot(next)
          return (following, Self.drafted(drafts, turns))
        })
      sealed = try Self.cases(of: aside.sealed)
      plans = []
      for drafted in (here.drafted + aside.drafted).sorted(by: { $0.place < $1.place }) {
        plans.append(try opener.plan(drafted.opening))
      }
      drafts = here.following
    }
    return count
  }

  /// A case that was drafted, by its place in its lot.
  private typealias Drafted = (place: Int, opening: CaseOpening)

  private static func drafted(_ drafts: [CaseOpening.Draft], _ turns: Turns) -> [Drafted] {
    var found: [Drafted] = []
    while let place = turns.next() { found.append((place, drafts[place]())) }
    return found
  }

  /// Seals, and then drafts while there is anything left to draft.
  private static func sealing(
    _ plans: [OpeningPlan], _ keys: OpeningKeys?, _ drafts: [CaseOpening.Draft], _ turns: Turns
  ) -> @Sendable () -> (sealed: Result<OpeningSealer.Outcome?, VaultError>, drafted: [Drafted]) {
    {
      let sealed = Result { () throws(VaultError) -> OpeningSealer.Outcome? in
        guard !plans.isEmpty, let keys else { return nil }
        return try OpeningSealer.seal(plans, with: keys)
      }
      return (sealed, drafted(drafts, turns))
    }
  }

  private static func cases(
    of sealed: Result<OpeningSealer.Outcome?, VaultError>
  ) throws(VaultError) -> SealedCases? {
    switch try sealed.get() {
    case .refused(let reason): throw .refusedWithin(reason)
    case .sealed(let cases): cases
    case nil: nil
    }
  }

  private static func lot(
    _ next: () throws(VaultError) -> CaseOpening.Draft?
  ) throws(VaultError) -> [CaseOpening.Draft] {
    var drafts: [CaseOpening.Draft] = []
    drafts.reserveCapacity(together)
    while drafts.count < together, let draft = try next() { drafts.append(draft) }
    return drafts
  }
}
