public import Vault

extension Casework {
  /// Asks a lead to agree that the stay which goes on is lengthened, by the decision of somebody who may
  /// decide it.
  ///
  /// - Parameters:
  ///   - day: the new last day.
  ///   - approver: who decided, a code of `extension_approver`.
  /// - Throws: `.stopped` with the rule and its citation; `.dayPast`.
  public func extendStay(
    of code: CaseCode, until day: CalendarDay, decidedBy approver: String,
    as session: borrowing Session
  ) throws(CaseworkError) -> StayAsk {
    guard day >= moment.dayInVietnam else { throw .dayPast }
    let id = try id(of: code)
    return try stopping(.stayExtend, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try askExtension(id, until: day, approver, session)
      }
    }
  }

  private func askExtension(
    _ id: CaseID, until day: CalendarDay, _ approver: String, _ session: borrowing Session
  ) throws(CaseworkError) -> StayAsk {
    let look = try lookAtStays(id, session)
    try checkRole(.socialWorker, id, session)
    guard let stay = StayExtension.openStay(look)?.id else {
      throw .stopped(book.stop(.noOpenStay, about: "stay.stay_from"))
    }
    let asked = StayExtension(record: stay, until: day, approver: approver)
    if let stop = asked.stop(look, at: moment) { throw .stopped(stop) }
    guard let list = book["case.pending"]?.id else { throw .noSuchForm }
    var writing = CaseWriting(.stayExtend, since: look.version)
    writing.second = .ask(subject: asked.subject, list: list)
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.write(writing, to: id, as: session).entry
    }
    return StayAsk(until: day, approver: approver, entry: entry)
  }

  /// What agreeing to it changes; held against the rules again, for the stay may have ended since.
  func extended(
    _ asked: WaitingAsk, isGiven: Bool, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    let look = try lookAtStays(asked.id, session)
    try checkRole(.lead, asked.id, session)
    guard let wanted = StayExtension(asked.ask.subject) else { throw .vault(.nothingAsked) }
    if isGiven, let stop = wanted.stop(look, at: moment) { throw .stopped(stop) }
    var form = CheckedChanges(changes: CaseChanges(), look: look, now: moment)
    guard let by = book["stay.stay_extended_by"], let to = book["stay.stay_extended_to"] else {
      throw .noSuchForm
    }
    form.changes.records = [
      RecordChange(
        .existing(wanted.record), entity: by.entity,
        fields: [by.id: .text(wanted.approver), to.id: .date(wanted.until.text)])
    ]
    reckon(&form)
    return form
  }

  private func lookAtStays(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CaseLook {
    let names = ["stay.stay_from", "stay.stay_to", "stay.stay_extended_to"] + Self.always
    return try look(at: id, book.clockFields.union(book.ids(names)), as: session)
  }

  /// A social worker asks and a lead agrees (design, "Two people").
  private func checkRole(
    _ role: Role, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) {
    let standings = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.standings(to: id, as: session)
    }
    guard standings.contains(where: { $0.role == role }) else {
      throw .stopped(
        book.stop(.otherRole, about: "stay.stay_extended_to", .role, names: [.role(role)]))
    }
  }
}
