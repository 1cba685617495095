import Vault

/// Whether what a draft names could ever reach whom it names. The sending asks again; a draft that can only fail
/// there would be found out days later.
struct ReferralReach {
  private let release: Release
  private let form: CheckedChanges

  init(_ release: Release, _ form: CheckedChanges) { (self.release, self.form) = (release, form) }

  /// Why it could not, or nil.
  var stop: RuleStop? { stopOfHealth ?? stopOfReceiver ?? stopOfRestrictions }

  /// Who drafts and who sends hold neither the clinical class nor the vital one (design: "the keys decide"), and
  /// nobody gives what they do not hold. Health staff read them by an assignment of their own.
  private var stopOfHealth: RuleStop? {
    stop(.healthNotReferred, .role, named { [.clinical, .vital].contains($0.fieldClass) })
  }

  /// Of each class the role of the colleague takes copies or it does not.
  private var stopOfReceiver: RuleStop? {
    guard let colleague = release.recipient.colleague else { return nil }
    return stop(.cannotReceive, .role, named { !colleague.takes.contains($0.fieldClass) })
  }

  /// What the person keeps from the office, or from a role of the colleague or of the body outside.
  private var stopOfRestrictions: RuleStop? {
    guard let kept = form.kept else { return nil }
    let (colleague, records) = (release.recipient.colleague, form.after)
    var offices = release.recipient.names
    if case .consent(let id) = release.basis, let told = Consent(id, in: records)?.recipient {
      offices.append(told)
    }
    offices.removeAll { office in
      colleague?.handle.map { Recipient.isSame(office, $0) } ?? false
    }
    let roles = release.rolesOutside(in: records).union(colleague?.roles ?? [])
    return stop(
      .keptFromOffice, .restricted,
      named { field in
        offices.contains { kept.isRestricted(field.id, forOffice: $0) }
          || roles.contains { kept.isRestricted(field.id, for: $0) }
      }, .withdrawal)
  }

  private func named(_ isMeant: (FieldDefinition) -> Bool) -> [StopName] {
    release.fields.filter(isMeant).map(StopName.field)
  }

  private func stop(
    _ reason: StopReason, _ obstacle: CaseObstacle, _ names: [StopName],
    _ citation: Citation = .ownChoice
  ) -> RuleStop? {
    names.isEmpty ? nil : RuleStop(reason, obstacle, citation, names: names)
  }
}
