import Vault

/// What relatives may be told, who can be those whom a child fled from (Law 53/2024 Art. 27(5); project choice).
struct RelativesCheck {
  let records: CaseRecords

  static let looksAt = ["kin.name", "kin.safe_to_contact", "reintegration.return_danger"]

  private static let provision = "L53_27_5_relatives"

  /// Relatives with whom contact is not safe are told nothing, on whatever basis; and by the provision that lets
  /// relatives of a child be told to come, only where somebody looked whether that is dangerous.
  func stop(_ release: Release) -> RuleStop? {
    guard release.recipient.colleague == nil else { return nil }
    let name = "kin.safe_to_contact"
    if named(release, "no") {
      return records.book.stop(.kinUnsafe, about: name, names: records.book.named([name]))
    }
    guard release.basis == .provision(Self.provision) else { return nil }
    return stopOfNotice(release) ?? ReturnRule.stop(of: records)
  }

  /// They are told to come: those whom somebody asked about, and who it is that they are to come for. Of anything else,
  /// the child's own words first of all, the article says nothing.
  private func stopOfNotice(_ release: Release) -> RuleStop? {
    guard named(release, "yes") else {
      return records.book.stop(
        .kinUnknown, about: "kin.name",
        names: records.book.named(["kin.name", "kin.safe_to_contact"]))
    }
    let beyond = release.fields.filter {
      !$0.qualifiedName.hasPrefix("person.") || $0.type == .longtext || $0.fieldClass != .identity
    }
    return beyond.isEmpty
      ? nil : RuleStop(.beyondNotice, .consent, .nonDisclosure, names: beyond.map(StopName.field))
  }

  /// Whether the recipient is called as a relative of whom it is recorded so.
  private func named(_ release: Release, _ isSafe: String) -> Bool {
    records.records(of: "kin").contains { kin in
      records.code("kin.safe_to_contact", in: kin) == isSafe
        && (records.text("kin.name", in: kin).map(release.recipient.isCalled) ?? false)
    }
  }
}
