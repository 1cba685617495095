/// What a field holds. Of a field that is `many`, what each of its items is.
public enum FieldType: String, CaseIterable, Hashable, Sendable {
  /// One code of a list.
  case code
  /// Some codes of a list; always many.
  case list
  /// A partial date.
  case date
  case datetime
  case text
  case longtext
  case int
  case decimal
  case bool3
  /// Another record, a case or a member, by its 16 bytes.
  case ref
  /// A province or commune by the code of the statistics office.
  case place
  /// ISO 639-3.
  case language
  /// ISO 3166-1 alpha-3.
  case country
  case phone
  case personalID = "personal_id"
  /// ICD-10 of the WHO.
  case icd10

  var takesCodes: Bool { self == .code || self == .list }
}
