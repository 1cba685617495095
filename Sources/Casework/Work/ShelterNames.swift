import Vault

/// Where a file names whoever keeps the person safe as the recipient of something. The shelter stands in no list, export or
/// referral unless that very field was consented to (Law 53/2024 Art. 34, 35; design), and under another field it is the
/// same name. The letter to them and the sheet that the person signs name them.
struct ShelterNames {
  /// The fields that name them, of each record.
  private(set) var fields: [RecordID: Set<FieldID>] = [:]
  /// Those of kinds of which a file has one record alone.
  private(set) var ofSole: Set<FieldID> = []

  /// What can hold a name of theirs.
  static let named = [
    "consent.recipient", "consent.to_tell", "referral.referral_to", "release.released_to",
  ]

  static let looksAt = [
    "consent.purpose", "consent.fields", "consent.recipient", "consent.to_tell", "referral.purpose",
    "referral.fields", "referral.consent_ref", "referral.referral_to", "release.consent_ref",
    "release.released_to",
  ]
  /// The same, and what names the place itself and is restricted: for a paper, and for another office.
  static let looksAtPlaces = looksAt + ShelterNamedRule.looksAt
  private static let purpose = "shelter"
  private static let field = "protection.shelter"

  /// - Parameter file: as far as it was seen.
  init(_ file: CaseRecords) {
    let consents = file.records(of: "consent").filter {
      file.code("consent.purpose", in: $0) == Self.purpose
    }
    let open = Set(
      consents.filter { file.items("consent.fields", in: $0).contains(Self.field) }
        .compactMap(\.id))
    let closed = consents.filter { $0.id.map { !open.contains($0) } ?? true }
    var names = closed.compactMap { file.text("consent.recipient", in: $0) }
    hide(["consent.recipient", "consent.to_tell"], of: closed, file)
    let referrals = file.records(of: "referral").filter { record in
      file.code("referral.purpose", in: record) == Self.purpose
        && !file.items("referral.fields", in: record).contains(Self.field)
        && !(Self.consent("referral", record, file).map(open.contains) ?? false)
    }
    names += referrals.compactMap { file.text("referral.referral_to", in: $0) }
    hide(["referral.referral_to"], of: referrals, file)
    let ids = Set(closed.compactMap(\.id))
    let releases = file.records(of: "release").filter { record in
      if let consent = Self.consent("release", record, file) {
        if ids.contains(consent) { return true }
        if open.contains(consent) { return false }
      }
      let to = file.text("release.released_to", in: record)
      return names.contains { name in to.map { OfficeName.isTaken($0, for: name) } ?? false }
    }
    hide(["release.released_to"], of: releases, file)
    for (record, named) in ShelterNamedRule.named(in: file) {
      guard let record else {
        ofSole.formUnion(named)
        continue
      }
      fields[record, default: []].formUnion(named)
    }
  }

  private static func consent(
    _ entity: String, _ record: CaseRecords.Record, _ file: CaseRecords
  ) -> RecordID? {
    guard case .bytes(let bytes) = file.given(entity + ".consent_ref", in: record) else {
      return nil
    }
    return RecordID(bytes: bytes)
  }

  private mutating func hide(
    _ names: [String], of records: [CaseRecords.Record], _ file: CaseRecords
  ) {
    for id in records.compactMap(\.id) {
      fields[id, default: []].formUnion(file.book.ids(names))
    }
  }

  func hides(_ name: String, of record: RecordID, in book: RuleBook) -> Bool {
    book[name].map { hides($0.id, of: record) } ?? false
  }

  func hides(_ field: FieldID, of record: RecordID?) -> Bool {
    ofSole.contains(field) || record.flatMap { fields[$0]?.contains(field) } ?? false
  }
}

extension CasePage {
  func hiding(_ names: ShelterNames) -> CasePage {
    guard !names.fields.isEmpty || !names.ofSole.isEmpty else { return self }
    return replacingFields { record, field in field.hiding(names, of: record) }
  }
}

extension PageField {
  func hiding(_ names: ShelterNames, of record: RecordID) -> PageField {
    guard names.hides(definition.id, of: record), value.state == .given
    else { return self }
    let phrase = PageField.placeOfShelter
    return PageField(
      definition: definition, value: definition.isMany ? .list([phrase]) : .text(phrase),
      handle: nil)
  }
}
