import Vault

/// Whether the file allows that something be given: every way out of a case asks here, and nowhere else. What
/// the person keeps from whom is asked beside it (`Casework.releaseForm`).
struct ReleaseCheck {
  let records: CaseRecords
  let today: CalendarDay

  static let looksAt = RelativesCheck.looksAt + ShelterNamedRule.looksAt

  /// Why it may not be given, or nil.
  ///
  /// - Throws: `.form` for a provision that the book does not have.
  func stop(_ release: Release) throws(CaseworkError) -> RuleStop? {
    let unfounded: RuleStop?
    switch release.basis {
    case .consent(let id): unfounded = try stop(release, byConsent: id)
    case .provision(let code): unfounded = try stop(release, byProvision: code)
    }
    if let stop = unfounded ?? RelativesCheck(records: records).stop(release) { return stop }
    if let stop = try TakenBack(records).stop(release.fields, on: release.basis) { return stop }
    if let stop = stopOfShelter(release) { return stop }
    return try stopOfRole(release) ?? stopOfHealth(release)
  }

  /// The place where somebody is hidden, under another field, goes to nobody outside but to the place.
  private func stopOfShelter(_ release: Release) -> RuleStop? {
    let to = release.recipient
    guard to.colleague == nil,
      !to.names.contains(where: { ShelterNamedRule.isPlace($0, in: records) })
    else { return nil }
    let named = ShelterNamedRule.named(in: records).values.reduce(into: Set()) { $0.formUnion($1) }
    let hidden = release.fields.filter { named.contains($0.id) }
    return hidden.isEmpty
      ? nil : RuleStop(.shelterInOpenField, .consent, .ownChoice, names: hidden.map(StopName.field))
  }

  /// A colleague is given no more than the field table lets their role read: neither a provision nor a consent to a
  /// whole class makes more of it. Only a field that the person consented to by its own name goes beyond (Law 53/2024
  /// Art. 3(10)).
  private func stopOfRole(_ release: Release) throws(CaseworkError) -> RuleStop? {
    guard let colleague = release.recipient.colleague else { return nil }
    var named: Set<FieldID> = []
    if case .consent(let id) = release.basis, let consent = Consent(id, in: records) {
      named = Set(try consent.scope().fields.map(\.id))
    }
    let beyond = release.fields.filter { !named.contains($0.id) && !colleague.reads($0) }
    return beyond.isEmpty
      ? nil : RuleStop(.notOfRole, .role, .nonDisclosure, names: beyond.map(StopName.field))
  }

  private func stop(
    _ release: Release, byConsent id: RecordID
  ) throws(CaseworkError) -> RuleStop? {
    guard let consent = Consent(id, in: records) else {
      return RuleStop(.consentMissing, .consent, .nonDisclosure)
    }
    if let stop = consent.stop(on: today) { return stop }
    guard consent.isMeantFor(release.recipient) else {
      return RuleStop(.consentOtherRecipient, .consent, .nonDisclosure)
    }
    guard consent.purpose == release.purpose else {
      let meant = consent.purpose.flatMap { records.book.name(of: $0, in: "consent.purpose") }
      return RuleStop(
        .consentOtherPurpose, .consent, .consentForEachPurpose,
        names: [meant].compactMap(\.self))
    }
    let scope = try consent.scope()
    let lacking = release.fields.filter { !scope.covers($0) }
    return lacking.isEmpty
      ? nil
      : RuleStop(.consentLacksFields, .consent, .nonDisclosure, names: lacking.map(StopName.field))
  }

  private func stop(
    _ release: Release, byProvision code: String
  ) throws(CaseworkError) -> RuleStop? {
    guard records.book.codeLists["release_provision"]?[code] != nil else {
      throw .form([FieldFault(field: "provision", fault: .unknownCode)])
    }
    let hidden = release.fields.filter { ReleaseScope.onlyByName.contains($0.qualifiedName) }
    guard hidden.isEmpty else {
      return RuleStop(.shelterNotNamed, .consent, .ownChoice, names: hidden.map(StopName.field))
    }
    return BasisCheck(records: records, today: today).stop(
      code, release.act, to: release.recipient.colleague?.roles, for: release.purpose)
  }

  /// Health data leave for a health-care provider on the person's written request, or in a case of Law
  /// 91/2025 Art. 19(1) (Art. 26(2)). So does whatever goes on a consent to one who is to treat them: the article is of
  /// personal data of any kind. A member of this vault is of the office itself.
  private func stopOfHealth(_ release: Release) -> RuleStop? {
    if case .provision(let code) = release.basis, code.hasPrefix("L91_19_1") { return nil }
    let isOutside = release.recipient.colleague == nil && !release.isRequestedInWriting
    let health = isOutside ? release.fields.filter { $0.isHealth || isToProvider(release) } : []
    return health.isEmpty
      ? nil
      : RuleStop(.writtenRequest, .consent, .healthToProvider, names: health.map(StopName.field))
  }

  /// What is done on a provision of Law 53/2024 the law itself carries.
  private func isToProvider(_ release: Release) -> Bool {
    guard case .consent = release.basis, release.act == .referral else { return false }
    return release.purpose == "medical_care"
  }
}
