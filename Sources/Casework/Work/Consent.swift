import Vault

/// A recorded consent: one recipient, one purpose, some fields, until a day.
struct Consent {
  let record: CaseRecords.Record
  let records: CaseRecords

  /// All fields that say what a consent is.
  static let looksAt = [
    "consent.giver", "consent.representative_ref", "consent.child_agreed", "consent.purpose",
    "consent.recipient", "consent.recipient_member", "consent.fields", "consent.sensitive_told",
    "consent.given_at", "consent.how", "consent.language", "consent.expires_at",
    "consent.withdrawn_at", "consent.ended_at", "consent.confirmed_at", "consent.to_tell",
    "consent.recipients_told_at", "consent.entry",
    "person.birth_date", "representative.basis", "representative.paper",
  ]

  /// What tells whether the person outgrows it while others have something on it.
  static let ofAge = [
    "consent.giver", "consent.confirmed_at", "consent.expires_at", "person.birth_date",
    "release.consent_ref",
  ]

  init?(_ id: RecordID, in records: CaseRecords) {
    guard let record = records.record(id, of: "consent") else { return nil }
    self.init(record: record, records: records)
  }

  init(record: CaseRecords.Record, records: CaseRecords) {
    (self.record, self.records) = (record, records)
  }

  var isByRepresentative: Bool { records.text("consent.giver", in: record) == "representative" }
  /// Whom the person was told of.
  var recipient: String? { records.text("consent.recipient", in: record) }
  var purpose: String? { records.text("consent.purpose", in: record) }
  var isWithdrawn: Bool { records.given("consent.withdrawn_at", in: record) != nil }
  /// Whether it ended with the representative who gave it.
  var isEnded: Bool { records.given("consent.ended_at", in: record) != nil }

  /// Whether the person has made it their own. That is a word of somebody of age: one given before the
  /// eighteenth birthday is a child's, whose rights the representative exercises (Law 91/2025 Art. 24(2)).
  var isConfirmed: Bool {
    guard let at = records.moment("consent.confirmed_at", in: record), let firstDayOfAge else {
      return false
    }
    return at.dayInVietnam >= firstDayOfAge
  }

  /// The first day on which the person is certainly of age; nil where no birth date is known.
  var firstDayOfAge: CalendarDay? {
    records.date("person.birth_date")?.latest.adding(months: Majority.years * 12)
  }

  /// The day from which it counts no longer, where others were given something on it: a representative gave it, and the
  /// person is of age before it ends and has not made it their own (Law 91/2025 Art. 24(2)).
  var dayOutgrown: CalendarDay? {
    guard isByRepresentative, !isConfirmed, !isOfAdult, let firstDayOfAge, let lastDay,
      lastDay >= firstDayOfAge,
      let id = record.id
    else { return nil }
    let isGivenOn = records.records(of: "release").contains {
      records.given("release.consent_ref", in: $0) == .bytes(id.bytes)
    }
    return isGivenOn ? firstDayOfAge : nil
  }

  /// The entry that recorded it: whatever is given on it names that entry.
  var entry: Int? {
    guard case .integer(let number) = records.given("consent.entry", in: record) else { return nil }
    return Int(number)
  }

  /// Nil where none was given; such a consent covers nothing.
  var lastDay: CalendarDay? {
    records.text("consent.expires_at", in: record).flatMap { try? PartialDate($0) }?.latest
  }

  /// The last day on which something may be given on it, or be read by whom it was given to: what a
  /// representative agreed to ends the day before the person is of age, until they confirm it (design, "Age").
  var lastDayOfUse: CalendarDay? {
    guard isByRepresentative, !isConfirmed, !isForAdult, let firstDayOfAge else { return lastDay }
    return lastDay.map { min($0, firstDayOfAge.adding(days: -1)) }
  }

  /// Whether it is this recipient that the person was told of. Where it names a colleague, nobody else
  /// receives; where it names none, a colleague has to be who is named, by their handle. And what the
  /// release calls the recipient has to be what the person was told, or a hospital would stand for another.
  func isMeantFor(_ recipient: Recipient) -> Bool {
    guard let told = self.recipient else { return false }
    let isTold =
      recipient.names.isEmpty || recipient.names.contains { Recipient.isSame($0, told) }
    let named = records.given("consent.recipient_member", in: record)
    guard let colleague = recipient.colleague else { return isTold && named == nil }
    guard let named else {
      return isTold && colleague.handle.map { Recipient.isSame($0, told) } ?? false
    }
    return isTold && named == .bytes(colleague.member.bytes)
  }

  /// Whether it was given and neither ended nor ran out.
  func stands(on day: CalendarDay) -> Bool {
    records.given("consent.given_at", in: record) != nil && !isWithdrawn && !isEnded
      && (lastDay.map { day <= $0 } ?? true)
  }

  func scope() throws(CaseworkError) -> ReleaseScope {
    try ReleaseScope(records.items("consent.fields", in: record), records.book)
  }

  /// Whether the person's age says that somebody else had to give it: of somebody of age the person alone, of
  /// a child the representative. Unknown age counts as under 18.
  func isOutgrown(on day: CalendarDay) -> Bool {
    isByRepresentative
      ? !records.isMinor(on: day) && !isConfirmed && !isForAdult
      : records.isMinor(on: day) || isOfChildAlone
  }

  /// Whether the person gave it alone who was under 18 on that day, whenever it was written down, and has not
  /// confirmed it since.
  private var isOfChildAlone: Bool {
    guard !isByRepresentative, !isConfirmed,
      let given = records.moment("consent.given_at", in: record)
    else { return false }
    return records.isMinor(on: given.dayInVietnam)
  }

  // MARK: Whether it counts

  /// Why it does not count today, or nil.
  func stop(on today: CalendarDay) -> RuleStop? {
    if let stop = stopOfEnd { return stop }
    guard let lastDay, today <= lastDay else {
      return RuleStop(.consentExpired, .expired, .ownChoice)
    }
    return stopOfGiver(on: today)
  }

  /// Whether it was ended: it does not come back.
  var stopOfEnd: RuleStop? {
    if isWithdrawn { return RuleStop(.consentWithdrawn, .consent, .withdrawal) }
    guard isEnded else { return nil }
    return isByRepresentative
      ? RuleStop(.consentEnded, .consent, .consentForChildren)
      : RuleStop(.consentEndedOwn, .consent, isOfChildAlone ? .consentForChildren : .ownChoice)
  }

  /// Whether who gave it could: a child's representative and from 7 years the child too (Law 91/2025
  /// Art. 24(2)), and from 18 on the person alone.
  func stopOfGiver(on today: CalendarDay) -> RuleStop? {
    let birth = records.values("person.birth_date", in: nil).first
    let isMinor = Majority.isMinor(birth, on: today)
    guard isByRepresentative else {
      let unknown = birth == nil ? [records.book["person.birth_date"]] : []
      return isMinor
        ? RuleStop(
          .needsRepresentative, .consent, .consentForChildren,
          names: unknown.compactMap(\.self).map(StopName.field))
        : isOfChildAlone ? RuleStop(.needsConfirmation, .consent, .consentForChildren) : nil
    }
    guard isMinor else {
      guard !isConfirmed else { return nil }
      return isOfAdult
        ? stopOfAdult : RuleStop(.needsConfirmation, .consent, .consentForChildren)
    }
    let reference = records.given("consent.representative_ref", in: record)
    if let stop = RepresentativeCheck(records: records).stop(reference) { return stop }
    guard Majority.mayBe(7, birth, on: today) else { return nil }
    return records.isYes("consent.child_agreed", in: record)
      ? nil : RuleStop(.childNotAsked, .consent, .consentForChildren)
  }
}
