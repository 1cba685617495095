/// A column of the register of arrivals and the field that it fills.
public enum RegisterColumn: String, CaseIterable, Hashable, Sendable {
  case receivedAt = "received_at"
  case entryPath = "entry_path"
  case broughtBy = "brought_by"
  case receivingCommune = "receiving_commune"
  case fullName = "full_name"
  case aliasNames = "alias_names"
  case birthDate = "birth_date"
  case sex
  case personalID = "personal_id"
  case nationality
  case ethnicity
  case residenceCommune = "residence_commune"
  case phone
  case preferredLanguage = "preferred_language"
  case urgentNeeds = "urgent_needs"
  case safeContact = "safe_contact"
  case exploitationCountry = "exploitation_country"
  case purpose
  case means
  case narrative
  case injuries
  case pregnancy

  /// Columns that a register may carry for its own use.
  static let ignored: Set<String> = ["row", "duplicate_of", "fault"]

  /// The field by its qualified name.
  public var target: String {
    switch self {
    case .receivedAt: "case.received_at"
    case .entryPath: "case.entry_path"
    case .receivingCommune: "case.receiving_unit"
    case .broughtBy, .preferredLanguage, .urgentNeeds, .safeContact: "reception." + rawValue
    case .fullName, .aliasNames, .birthDate, .sex, .personalID, .nationality, .ethnicity, .phone:
      "person." + rawValue
    case .residenceCommune: "residence.unit"
    case .exploitationCountry: "event.country"
    case .purpose, .means: "identification." + rawValue
    case .narrative: "statement.text"
    case .injuries: "health.injuries"
    case .pregnancy: "vital.pregnancy"
    }
  }

  /// A commune, where a province would be too coarse.
  var isCommune: Bool { self == .receivingCommune || self == .residenceCommune }

  /// Fields that the import fills from a column that has another target: the stage of the
  /// exploitation, the time of the statement, what health staff are told.
  static let derived = ["event.kind", "statement.at", "care.care_birth_year", "care.care_sex"]

  /// Every field that an import may write, by whoever may import (design: "every column is theirs to
  /// write here").
  public static var targets: [String] { allCases.map(\.target) + derived }
}
