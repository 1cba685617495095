import AuditLog

extension Vault {
  /// The entry of a page of a case that is about to be printed: durable before the first byte of the page.
  ///
  /// - Parameters:
  ///   - kind: what is printed, a code.
  ///   - ref: the entry of the look that the page is made of.
  ///   - act: who may do it.
  ///   - record: what it answers, for whoever does not read it; its kind, and which it is.
  public func statePrint(
    _ kind: String, of id: CaseID, ref: Int? = nil, for purpose: Purpose = .patientRequest,
    by act: OfficeAct = .printForPerson, answering record: (kind: UInt16, id: RecordID)? = nil,
    as session: borrowing Session
  ) throws(VaultError) -> Int {
    try noting(Act.print, id, session, fill: { $0.kind = kind }) { session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let file = try context.tx.file(id) else { throw .noSuchCase }
        let rec = try context.pseudonym(file)
        let standing = try context.gate.standings(of: context.asker, to: file).first {
          act.roles.contains($0.role) && $0.relation != .stranger
        }
        guard let standing else {
          let isPrinter = context.role(for: act) != nil
          return try context.refuse(Act.print, isPrinter ? .notAssigned : .role) { entry in
            (entry.rec, entry.kind) = (rec, kind)
          }
        }
        let isThere = try record.map { record throws(VaultError) in
          try context.tx.records(of: file.key).contains {
            $0.id == record.id && $0.entity == record.kind
          }
        }
        guard isThere ?? true else { throw .noSuchRecord }
        return .allowed(
          try context.append(Act.print) { entry in
            (entry.rec, entry.kind, entry.ref) = (rec, kind, ref)
            (entry.role, entry.by) = (standing.role.rawValue, standing.by)
            entry.purp = purpose.rawValue
          })
      }
    }
  }

  /// The entry of a page that is not printed for what the case says.
  public func refusePrint(
    _ kind: String, of id: CaseID, because obstacle: CaseObstacle, as session: borrowing Session
  ) throws(VaultError) -> Int {
    try noting(Act.print, id, session, fill: { $0.kind = kind }) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let file = try context.tx.file(id) else { throw .noSuchCase }
        let rec = try context.pseudonym(file)
        let ruling: Ruling<Int> = try context.refuse(Act.print, obstacle.refusal) { entry in
          (entry.rec, entry.kind) = (rec, kind)
        }
        guard case .refused(obstacle.refusal, let entry) = ruling else { return ruling }
        return .allowed(entry)
      }
    }
  }

  /// The entry of a blank form: nothing of any case stands on it.
  public func stateBlankForm(as session: borrowing Session) throws(VaultError) -> Int {
    try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .printBlankForm) else {
        return try context.refuse(Act.print, .role) { $0.kind = "form" }
      }
      return .allowed(
        try context.append(Act.print) { ($0.kind, $0.role) = ("form", role.rawValue) })
    }
  }
}
