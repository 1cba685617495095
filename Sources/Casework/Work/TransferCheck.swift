import Vault

/// Whether a whole file may be handed to another office: a release like any other, of everything that is
/// recorded. It is for a purpose that takes a whole file to carry on with, and not for research (`bases.csv`);
/// its health data go to that office's own duty officers, not to a provider of care. The office that receives
/// it asks the same of what is in it (`Casework.receive`).
struct TransferCheck {
  let records: CaseRecords
  let today: CalendarDay

  private var book: RuleBook { records.book }

  /// What it looks at.
  static let looksAt =
    Consent.looksAt + RepresentativeCheck.looksAt + ReleaseScope.onlyByName + TakenBack.looksAt

  /// Everything that people recorded; the figures are made of it.
  static let classes: [String] =
    FieldClass.keyed.filter { $0 != .facts }.map(\.name)

  /// Why it may not, or nil.
  ///
  /// - Parameter names: what the receiving office is called: a name of it, or that of its vault.
  /// - Throws: `.form` for a provision that the book does not have.
  func stop(
    _ basis: ReleaseBasis, for names: [String]
  ) throws(CaseworkError) -> RuleStop? {
    switch basis {
    case .consent(let id):
      if let stop = try stop(Consent(id, in: records), for: names) { return stop }
      return try TakenBack(records).stop(nil, on: basis)
    case .provision(let code):
      guard book.codeLists["release_provision"]?[code] != nil else {
        throw .form([FieldFault(field: "provision", fault: .unknownCode)])
      }
      // Where somebody is hidden leaves on their own word alone: it is left out of what goes.
      return basisCheck.stop(code, .transfer, to: nil, for: nil)
    }
  }

  private func stop(
    _ consent: Consent?, for names: [String]
  ) throws(CaseworkError) -> RuleStop? {
    guard let consent else { return RuleStop(.consentMissing, .consent, .nonDisclosure) }
    if let stop = consent.stop(on: today) { return stop }
    guard consent.isMeantFor(Recipient(names: names, colleague: nil)) else {
      return RuleStop(.consentOtherRecipient, .consent, .nonDisclosure)
    }
    if let stop = basisCheck.stop(
      BasisRule.consent, .transfer, to: nil, for: consent.purpose ?? "")
    {
      return stop
    }
    let lacking = lacking(in: try consent.scope())
    return lacking.isEmpty
      ? nil : RuleStop(.consentLacksFields, .consent, .nonDisclosure, names: lacking)
  }

  private var basisCheck: BasisCheck { BasisCheck(records: records, today: today) }

  /// Whose consent it is, as the release says it.
  func isByRepresentative(_ id: RecordID) -> Bool {
    Consent(id, in: records)?.isByRepresentative ?? false
  }

  /// What a consent does not name: a class as such, or where somebody is hidden, if that is recorded.
  private func lacking(in scope: ReleaseScope) -> [StopName] {
    FieldClass.keyed.filter { $0 != .facts && !scope.classes.contains($0) }
      .map(StopName.fieldClass) + hiddenPlaces(but: scope)
  }

  /// Where somebody is hidden, as far as that is recorded and not named.
  private func hiddenPlaces(but scope: ReleaseScope) -> [StopName] {
    places(but: scope).filter { !records.values($0.qualifiedName, in: nil).isEmpty }
      .map(StopName.field)
  }

  /// The fields of which a basis gives nothing, neither what they say nor what they said before.
  func unnamed(by basis: ReleaseBasis?) throws(CaseworkError) -> [FieldDefinition] {
    guard case .consent(let id) = basis, let consent = Consent(id, in: records) else {
      return places(but: nil)
    }
    return places(but: try consent.scope())
  }

  private func places(but scope: ReleaseScope?) -> [FieldDefinition] {
    ReleaseScope.onlyByName.sorted().compactMap { book[$0] }.filter {
      !(scope?.covers($0) ?? false)
    }
  }
}
