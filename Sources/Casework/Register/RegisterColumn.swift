/// A column of the register of arrivals and the field that it fills.
public enum RegisterColumn: Int, CaseIterable, Hashable, Sendable {
  case receivedAt
  case entryPath
  case broughtBy
  case receivingCommune
  case fullName
  case aliasNames
  case birthDate
  case sex
  case personalID
  case nationality
  case ethnicity
  case residenceCommune
  case phone
  case preferredLanguage
  case urgentNeeds
  case safeContact
  case exploitationCountry
  case purpose
  case means
  case narrative
  case injuries
  case pregnancy

  /// As it stands in the header.
  public var name: String {
    switch self {
    case .receivedAt: "received_at"
    case .entryPath: "entry_path"
    case .broughtBy: "brought_by"
    case .receivingCommune: "receiving_commune"
    case .fullName: "full_name"
    case .aliasNames: "alias_names"
    case .birthDate: "birth_date"
    case .sex: "sex"
    case .personalID: "personal_id"
    case .nationality: "nationality"
    case .ethnicity: "ethnicity"
    case .residenceCommune: "residence_commune"
    case .phone: "phone"
    case .preferredLanguage: "preferred_language"
    case .urgentNeeds: "urgent_needs"
    case .safeContact: "safe_contact"
    case .exploitationCountry: "exploitation_country"
    case .purpose: "purpose"
    case .means: "means"
    case .narrative: "narrative"
    case .injuries: "injuries"
    case .pregnancy: "pregnancy"
    }
  }

  init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Columns that a register may carry for its own use.
  static let ignored: Set<String> = ["row", "duplicate_of", "fault"]

  /// The field by its qualified name.
  public var target: String {
    switch self {
    case .receivedAt: "case.received_at"
    case .entryPath: "case.entry_path"
    case .receivingCommune: "case.receiving_unit"
    case .broughtBy, .preferredLanguage, .urgentNeeds, .safeContact: "reception." + name
    case .fullName, .aliasNames, .birthDate, .sex, .personalID, .nationality, .ethnicity, .phone:
      "person." + name
    case .residenceCommune: "residence.unit"
    case .exploitationCountry: "event.country"
    case .purpose, .means: "identification." + name
    case .narrative: "statement.text"
    case .injuries: "health.injuries"
    case .pregnancy: "vital.pregnancy"
    }
  }

  /// A commune, where a province would be too coarse.
  var isCommune: Bool { self == .receivingCommune || self == .residenceCommune }

  /// Every field that an import may write, by whoever may import (design: "every column is theirs to
  /// write here").
  public static var targets: [String] { allCases.map(\.target) + DerivedFields.names }
}
