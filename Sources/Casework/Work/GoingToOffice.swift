import Vault

/// What already goes to an office, or went there, of a field that the person now keeps from it: by consents that name
/// the office, by referrals to it, by what was given out on either.
struct GoingToOffice {
  private let records: CaseRecords
  private let field: FieldDefinition
  private let office: String
  private let handles: [MemberID: String]
  private let isHandle: (String) -> Bool

  static let looksAt = ConsentEnding.looksAt + Referral.looksAt

  /// - Parameters:
  ///   - handles: of the colleagues who are named in consents and referrals: a colleague is no office.
  ///   - isHandle: whether a name is that of a colleague.
  init(
    _ field: FieldDefinition, from office: String, in records: CaseRecords,
    _ handles: [MemberID: String], isHandle: @escaping (String) -> Bool
  ) {
    (self.records, self.field, self.office) = (records, field, office)
    (self.handles, self.isHandle) = (handles, isHandle)
  }

  /// Everybody who is named in a consent or a referral as who receives.
  static func colleagues(in records: CaseRecords) -> Set<MemberID> {
    let named =
      records.records(of: "consent").map { records.given("consent.recipient_member", in: $0) }
      + records.records(of: "referral").map { records.given("referral.receiver", in: $0) }
    return Set(
      named.compactMap { value in
        guard case .bytes(let bytes) = value else { return nil }
        return MemberID(bytes: bytes)
      })
  }

  /// Consents that name the office, and a colleague of ours who stands for it there.
  var consents: [Consent] {
    records.records(of: "consent").map { Consent(record: $0, records: records) }
      .filter(isForOffice)
  }

  /// Those that were sent with the field and are not over. A draft is corrected, or refused when it is sent.
  var referrals: [RecordID] { sent.filter { $0.state?.isOpen == true }.compactMap(\.record.id) }

  /// Who has the field and has to be told, in the order in which it was given: by the names of the releases, and of
  /// our own colleagues by their handles.
  var recipients: [String] {
    var names = releases.compactMap { ReleasedTo($0, records).name }
    names += sent.compactMap { $0.receiver.flatMap { handles[$0] } }
    return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Those among them who were given the whole file (`TransferCheck.classes`).
  var offices: [String] {
    releases.filter { record in
      records.items("release.fields", in: record).contains { FieldClass(name: $0) != nil }
    }.compactMap { ReleasedTo($0, records).name }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Whose it is

  /// Sent to the office with the field, whatever became of it.
  private var sent: [Referral] {
    records.records(of: "referral").map { Referral(record: $0, records: records) }.filter {
      guard let state = $0.state, state != .draft, state != .rejected else { return false }
      let names = [$0.office, $0.consent?.recipient].compactMap(\.self)
      return holdsField("referral.fields", $0.record) && isOffice(names, unless: $0.receiver)
    }
  }

  private var releases: [CaseRecords.Record] {
    let named = Set(consents.compactMap(\.record.id))
    return records.records(of: "release").filter { record in
      guard holdsField("release.fields", record),
        let name = records.text("release.released_to", in: record)
      else { return false }
      if case .bytes(let bytes) = records.given("release.consent_ref", in: record),
        RecordID(bytes: bytes).map(named.contains) == true
      {
        return true
      }
      return !isHandle(name) && OfficeName.isTaken(name, for: office)
    }
  }

  private func isForOffice(_ consent: Consent) -> Bool {
    guard case .bytes(let bytes) = records.given("consent.recipient_member", in: consent.record),
      let member = MemberID(bytes: bytes), let told = consent.recipient
    else { return false }
    return isOffice([told], unless: member)
  }

  private func isOffice(_ names: [String], unless member: MemberID?) -> Bool {
    let handle = member.flatMap { handles[$0] }
    return names.contains { name in
      !(handle.map { Recipient.isSame(name, $0) } ?? false)
        && OfficeName.isTaken(name, for: office)
    }
  }

  private func holdsField(_ name: String, _ record: CaseRecords.Record) -> Bool {
    let items = records.items(name, in: record)
    return items.contains(field.qualifiedName)
      || items.contains { FieldClass(name: $0) == field.fieldClass }
  }
}
