public import Vault

extension Casework {
  /// What a member is to be given, and what allows it.
  public struct Sharing: Sendable {
    /// As forms name them, with the entity (`person.full_name`).
    public let names: [String]
    public let handle: String
    /// The last day, as days are counted in Viet Nam.
    public let until: CalendarDay
    public let basis: ReleaseBasis
    /// A code of `release_purpose`: what a consent has to be for.
    public let purpose: String?

    public init(
      _ names: [String], with handle: String, until: CalendarDay, on basis: ReleaseBasis,
      purpose: String? = nil
    ) {
      (self.names, self.handle, self.until) = (names, handle, until)
      (self.basis, self.purpose) = (basis, purpose)
    }
  }

  /// Gives a member copies of named fields of a case until the end of a day, and records the release with
  /// its basis in the same transaction.
  ///
  /// - Throws: `.stopped` where nothing allows it; `.dayPast`; `.form` with every name that there is not;
  ///   what the Vault refuses.
  public func share(
    _ sharing: Sharing, of code: CaseCode, for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> SharedFields {
    let scope = try ReleaseScope(sharing.names, book)
    guard scope.classes.isEmpty, !scope.fields.isEmpty else {
      throw .form(
        scope.classes.map { FieldFault(field: $0.name, fault: .unknownField) }
          .sorted { $0.field < $1.field })
    }
    guard Self.end(of: sharing.until) > now() else { throw .dayPast }
    let id = try id(of: code)
    let (member, awaits) = try CaseworkError.ofVault { () throws(VaultError) in
      let member = try vault.receiver(named: sharing.handle, of: id, as: session)
      // Whoever may not share at all hears that, whatever the case says.
      let fields = Set(scope.fields.map(\.id))
      return (member, try vault.checkGiving(fields, of: id, to: member, as: session))
    }
    let release = Release(
      basis: sharing.basis, act: .share,
      recipient: Recipient(names: [], colleague: try colleague(member, session)),
      purpose: sharing.purpose, fields: scope.fields)
    return try stopping(.share, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        let form = try releaseForm(release, to: sharing.handle, id, session)
        if let last = form.lastDay(of: release), last < sharing.until {
          throw .stopped(RuleStop(.consentEndsSooner, .expired, .ownChoice))
        }
        var writing = CaseWriting(
          .record, records: [form.release(release, to: sharing.handle)], since: form.look.version)
        writing.giving = try gift(
          release, form, until: Self.end(of: sharing.until), purpose, id, session)
        return SharedFields(
          entry: try write(writing, to: id, session), awaitsAssignment: awaits)
      }
    }
  }

  /// Looks at what a release rests on, and holds it against that.
  ///
  /// Who the trafficker was is looked at only where a representative consented.
  func releaseForm(
    _ release: Release, to handle: String, _ id: CaseID, _ session: borrowing Session,
    also names: [String] = []
  ) throws(CaseworkError) -> CheckedChanges {
    let isOutside = release.recipient.colleague == nil
    let names = names + TakenBack.looksAt + (isOutside ? ReleaseCheck.looksAt : [])
    var form = try workForm(id, Consent.looksAt + names, session)
    if case .consent(let consent) = release.basis,
      Consent(consent, in: form.look.records)?.isByRepresentative == true
    {
      form = try workForm(id, Consent.looksAt + RepresentativeCheck.looksAt + names, session)
      // Whether the person is still a child, and until when: unseen, such a consent would never end.
      try form.requireSight(of: ["person.birth_date"])
    }
    let check = ReleaseCheck(records: form.look.records, today: form.today)
    if let stop = try check.stop(release) { throw .stopped(stop) }
    if let stop = try stopOfElsewhere(release.basis, form.look, id, session) {
      throw .stopped(stop)
    }
    if let stop = try stopOfOffice(release, from: handle, form.look.records, id, session) {
      throw .stopped(stop)
    }
    return form
  }

  /// A consent that came with the file from another office names somebody whom the person was told of there: a
  /// colleague's handle, or an office, that can be another one here. It carries nothing until it is recorded anew.
  func stopOfElsewhere(
    _ basis: ReleaseBasis, _ look: CaseLook, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    // An older book has no field that says where a consent was recorded.
    guard case .consent(let record) = basis, let field = book["consent.entry"] else { return nil }
    guard look.sees([field.qualifiedName]) else {
      return RuleStop(
        .notSeen, .restricted, label: field.label, field.citation, names: [.field(field)])
    }
    let entry = Consent(record, in: look.records)?.entry
    let isOwn = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.recorded(record, at: entry, of: id, as: session)
    }
    return isOwn ? nil : RuleStop(.consentFromElsewhere, .consent, .nonDisclosure)
  }

  /// The copies, read with an entry of their own.
  func gift(
    _ release: Release, _ form: CheckedChanges, until: Int, _ purpose: Purpose?, _ id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) -> CaseGift {
    guard let member = release.recipient.colleague?.member else { throw .vault(.noSuchMember) }
    let read = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.readToGive(
        Set(release.fields.map(\.id)), of: id, to: member, for: purpose, as: session)
    }
    var gift = CaseGift(to: member, until: until, copies: read.records)
    switch release.basis {
    case .consent(let consent): gift.by = Consent(consent, in: form.look.records)?.entry
    case .provision(let code): gift.kind = code
    }
    return gift
  }

  /// Ends all that was shared of a case with a member.
  ///
  /// - Returns: with the last log entry of it.
  public func unshare(
    _ code: CaseCode, with handle: String, as session: borrowing Session
  ) throws(CaseworkError) -> EndedAccess {
    let id = try id(of: code)
    do { return try vault.unshare(id, with: handle, as: session) } catch {
      throw .vault(error)
    }
  }

  /// 24:00 of a day in Viet Nam (UTC+7, no summer time), in UTC milliseconds: a period ends at the end
  /// of its last day (Civil Code 2015, Art. 148(6)).
  static func end(of day: CalendarDay) -> Int {
    ((day.number + 1) * 24 - 7) * 3_600_000
  }
}

extension CheckedChanges {
  /// The last day of the consent that a release rests on: copies must not outlive it.
  func lastDay(of release: Release) -> CalendarDay? {
    guard case .consent(let id) = release.basis else { return nil }
    return Consent(id, in: look.records)?.lastDayOfUse
  }

  /// The record of what was given to whom and on what basis.
  func release(_ release: Release, to recipient: String) -> RecordChange {
    let basis = BasisOnRecord(release.basis, look.records)
    var values: [String: FieldValue] = [
      "released_to": .text(recipient), "fields": .list(release.fields.map(\.qualifiedName)),
      "basis": .text(basis.code), "released_at": .dateTime(now.text),
      "entered_at": .dateTime(now.text),
    ]
    switch release.basis {
    case .consent(let consent): values["consent_ref"] = .bytes(consent.bytes)
    case .provision(let code): values["provision"] = .text(code)
    }
    if let citation = basis.citation { values["citation"] = .text(citation) }
    var fields: [FieldID: FieldValue] = [:]
    for (name, value) in values {
      if let field = book["release." + name]?.id { fields[field] = value }
    }
    return RecordChange(.new, entity: book.entity(named: "release")?.number ?? 0, fields: fields)
  }
}
