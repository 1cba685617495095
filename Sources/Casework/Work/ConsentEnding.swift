public import Vault

/// What follows when a consent ends before its day: what rests on it stops, and whoever was given something
/// has to be told.
public struct ConsentEnding: Hashable, Sendable {
  /// Referrals that rested on it and are revoked.
  public var referrals: [RecordID] = []
  /// Who was given something on it and has to be told, as the releases name them; once it is recorded, whoever keeps
  /// the person safe by `PageField.placeOfShelter` (`ShelterNames`).
  public var recipients: [String] = []
  /// Those among them who were given the whole file, to take into a vault of their own: no key of this vault
  /// opens it any more, and none of it ends here.
  public var offices: [String] = []
  /// The consents that ended themselves, and not only what was given on them.
  public var consents: [RecordID] = []
  /// Whether the file ends, and every copy with it.
  var isOfFile = false
  /// The entries of the consents.
  var entries: Set<Int> = []
  /// The names that are not to be read.
  private var unnamed: Set<String> = []

  static let looksAt =
    Consent.looksAt + [
      "referral.consent_ref", "referral.state", "release.consent_ref", "release.fields",
    ] + ReleasedTo.looksAt

  init() {}

  /// In the order in which they were given something, each once.
  init(of consent: Consent, id: RecordID) {
    let records = consent.records
    let shelters = ShelterNames(records)
    referrals = records.records(of: "referral").filter { record in
      records.given("referral.consent_ref", in: record) == .bytes(id.bytes)
        && ReferralState(record, records)?.isOpen == true
    }.compactMap(\.id)
    for record in records.records(of: "release")
    where records.given("release.consent_ref", in: record) == .bytes(id.bytes) {
      guard let name = ReleasedTo(record, records).name else { continue }
      if !recipients.contains(name) { recipients.append(name) }
      if let id = record.id, shelters.hides("release.released_to", of: id, in: records.book) {
        unnamed.insert(name)
      }
      // A whole file is given by its classes, everything else by its fields (`TransferCheck.classes`).
      let isFile = records.items("release.fields", in: record).contains {
        FieldClass(name: $0) != nil
      }
      if isFile, !offices.contains(name) { offices.append(name) }
    }
    entries = Set([consent.entry].compactMap(\.self))
  }

  /// The same, as it is told: the place of shelter without its name.
  var told: ConsentEnding {
    func told(_ names: [String]) -> [String] {
      names.reduce(into: []) { told, name in
        let name = unnamed.contains(name) ? PageField.placeOfShelter : name
        if !told.contains(name) { told.append(name) }
      }
    }
    var ending = self
    (ending.recipients, ending.offices, ending.unnamed) = (told(recipients), told(offices), [])
    return ending
  }

  mutating func add(_ other: ConsentEnding) {
    referrals += other.referrals
    consents += other.consents
    recipients += other.recipients.filter { !recipients.contains($0) }
    offices += other.offices.filter { !offices.contains($0) }
    entries.formUnion(other.entries)
  }
}

extension CheckedChanges {
  /// Records that a consent ends: who is to be told, and that the referrals on it are revoked.
  ///
  /// - Parameters:
  ///   - fields: what says that it ended, and when.
  ///   - isToTell: whether it does, and not only what was given on it.
  mutating func end(
    _ consent: Consent, _ id: RecordID, _ fields: [FieldID: FieldValue],
    telling isToTell: Bool = true
  ) -> ConsentEnding {
    var ending = ConsentEnding(of: consent, id: id)
    if isToTell { ending.consents = [id] }
    var fields = fields
    if isToTell, let tell = book["consent.to_tell"]?.id, !ending.recipients.isEmpty {
      fields[tell] = .list(ending.recipients)
    }
    // Whoever was told when the person came of age was given something anew since, and is told again.
    if isToTell, consent.isConfirmed, let told = book["consent.recipients_told_at"],
      consent.records.isGiven(told.qualifiedName, in: consent.record)
    {
      fields[told.id] = .absent(.notAsked)
    }
    // An older book has no field that says so; what rests on it ends all the same.
    if !fields.isEmpty { change("consent", id, fields) }
    for referral in ending.referrals {
      let ended = book.values([
        "referral.state": .text(ReferralState.revoked.rawValue),
        "referral.ended_at": .dateTime(now.text),
      ])
      change("referral", referral, ended)
    }
    return ending.told
  }
}

extension CaseWriting {
  /// Writes the changes that follow from the first `count` as acts of their own, in the same transaction,
  /// and ends what rested on the consents.
  mutating func end(
    _ ending: ConsentEnding, after count: Int, _ changes: [RecordChange], _ book: RuleBook,
    _ lists: TransferLists?
  ) {
    let consents = book.entity(named: "consent")?.number
    records = Array(changes.prefix(count))
    following = changes.dropFirst(count).map { change in
      CaseWriting(
        change.entity == consents ? .consentWithdraw : .referralRevoke, records: [change])
    }
    guard ending.isOfFile || !ending.entries.isEmpty else { return }
    (self.ending, transfers) = (ending.isOfFile ? .all : .resting(on: ending.entries), lists)
  }
}
