import Vault

/// What of a page is no paper for a representative, who can be the one of whom the child speaks (project choice; Law
/// 91/2025 Art. 24 has both of them speak for a child from 7).
extension CasePage {
  /// What is no free text, and says all the same what the person is afraid of, where they go, or what the office thinks
  /// of who speaks for them.
  private static let keptFromRepresentative: Set<String> = [
    "protection.risk_level", "stay.stay_need", "reintegration.return_unit",
    "reintegration.return_line", "reintegration.return_danger", "representative.suspect",
    "representative.safe_to_contact", "identification.trafficker_relation", "request.safe_answer",
    "support_item.item", "support_item.provider", "event.place", "person.phone",
    "residence.unit", "residence.line",
  ]

  /// What of the words in one line is no free text: who the person is by their papers, and how much of what they were
  /// given. The others can name where the child was heard, or who heard them.
  private static let shortWords: Set<String> = [
    "case.case_code", "person.full_name", "other_id.number", "other_id.issuer",
    "representative.name", "representative.paper", "identification.certificate_no",
    "support_item.unit", "support_item.schooling_year",
  ]

  /// What a record that is left out as a whole is told by.
  private static let telling: Set<String> = ["name", "field", "kind"]

  /// The page for a representative, and what of it was recorded and is left out.
  ///
  /// Whatever was written in free words, in one line or many, can be what the person said of others, whichever field it
  /// stands in: it is left out, but for what the representative themselves asked and was answered, what they consented to,
  /// and what a body needs to live on.
  func forRepresentative(_ own: RecordID?) -> (page: CasePage, kept: [FieldDefinition]) {
    var (page, kept) = (self, Set<FieldDefinition>())
    page.records = records.compactMap { record in
      let isOthers = Self.isOfOthers(record, but: own)
      let left = record.fields.filter { isOthers || Self.isKept($0.definition, in: record, own) }
      for field in left where field.value.state == .given {
        guard !isOthers || Self.telling.contains(field.definition.name) else { continue }
        kept.insert(field.definition)
      }
      let fields = record.fields.filter { !left.contains($0) }
      return fields.isEmpty
        ? nil : PageRecord(id: record.id, entity: record.entity, fields: fields)
    }
    return (page, kept.sorted { $0.id < $1.id })
  }

  private static func isKept(
    _ field: FieldDefinition, in record: PageRecord, _ own: RecordID?
  ) -> Bool {
    if keptFromRepresentative.contains(field.qualifiedName) { return true }
    guard [.text, .longtext].contains(field.type) else { return false }
    if shortWords.contains(field.qualifiedName) || field.fieldClass == .vital { return false }
    return switch record.entity.name {
    case "request": false
    case "consent": field.type == .longtext || !names(own, record)
    default: true
    }
  }

  /// Relatives and other representatives may be hiding from them; and what is kept from whom, and what the person asked
  /// for by themselves, is the person's.
  private static func isOfOthers(_ record: PageRecord, but own: RecordID?) -> Bool {
    switch record.entity.name {
    case "kin", "restriction": true
    case "representative": record.id != own
    case "request": !names(own, record)
    default: false
    }
  }

  /// Whether it is of this representative: their request, their consent.
  private static func names(_ own: RecordID?, _ record: PageRecord) -> Bool {
    record.fields.contains { field in
      guard field.definition.name == "representative_ref", let own,
        case .bytes(let bytes) = field.value
      else { return false }
      return RecordID(bytes: bytes) == own
    }
  }
}
