import AuditLog
import Sealing

extension ActContext {
  /// Cases that are sealed together on the second thread while those before them are stored: enough
  /// that starting a thread does not count, few enough that memory does not grow with the register.
  private static let together = 64

  func importAll(
    role: Role, register: RegisterDigest, after search: Int?,
    _ next: () throws(VaultError) -> CaseOpening?
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

  /// Plans, seals and stores, one lot after the other: while a lot is being sealed, the one before it
  /// is stored and the one after it planned.
  private func pass(
    through opener: CaseOpener, _ next: () throws(VaultError) -> CaseOpening?
  ) throws(VaultError) -> Int {
    var count = 0
    var sealed: SealedCases?
    var plans = try lot(opener, next)
    while !plans.isEmpty, let keys = opener.keys {
      count += plans.count
      let (outcome, following) = try Aside.run(
        Self.sealing(plans, keys),
        while: { () throws(VaultError) -> [OpeningPlan] in
          if let sealed { try opener.store(sealed) }
          return try lot(opener, next)
        })
      switch try outcome.get() {
      case .refused(let reason): throw .refusedWithin(reason)
      case .sealed(let cases): sealed = cases
      }
      plans = following
    }
    if let sealed { try opener.store(sealed) }
    return count
  }

  private static func sealing(
    _ plans: [OpeningPlan], _ keys: OpeningKeys
  ) -> @Sendable () -> Result<OpeningSealer.Outcome, VaultError> {
    {
      do throws(VaultError) {
        return .success(try OpeningSealer.seal(plans, with: keys))
      } catch { return .failure(error) }
    }
  }

  private func lot(
    _ opener: CaseOpener, _ next: () throws(VaultError) -> CaseOpening?
  ) throws(VaultError) -> [OpeningPlan] {
    var plans: [OpeningPlan] = []
    plans.reserveCapacity(Self.together)
    while plans.count < Self.together, let opening = try next() {
      plans.append(try opener.plan(opening))
    }
    return plans
  }
}
