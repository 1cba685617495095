/// Whose columns de-identified rows are written in. What the facts of a case do not hold stays empty: a clerk of
/// statistics is given codes and months, not what somebody told.
public enum RowStandard: String, CaseIterable, Sendable {
  /// HTCDS 2.0 (IOM, CC BY 4.0): field names with the table's prefix; several values with a semicolon between.
  case htcds
  /// The columns of the Counter Trafficking Data Collaborative's public data.
  case ctdc
  /// The same, as programs carry them that keep 32 characters of a name.
  case ctdc32

  var header: [String] {
    switch self {
    case .htcds: Self.htcdsColumns
    case .ctdc: Self.ctdcColumns
    case .ctdc32: Self.ctdcColumns.map { String($0.prefix(32)) }
    }
  }

  func cells(_ row: PersonRow) -> [String] {
    self == .htcds ? Self.htcdsCells(row) : Self.ctdcCells(row)
  }

  // MARK: HTCDS

  private static let htcdsColumns = [
    "prs_Gender", "vic_TraffickingStatus", "vic_TypeOfExploitation", "hte_Country", "cas_Status",
    "spl_Type",
  ]

  private static func htcdsCells(_ row: PersonRow) -> [String] {
    let trafficking =
      switch row.trafficking {
      case .possible: "PossibleVictimOfTrafficking"
      case .actual: "ActualVictimOfTrafficking"
      case .none: "NotAVictimOfTrafficking"
      }
    let standing =
      switch row.standing {
      case .active: "Active"
      case .followUp: "FollowUp"
      case .closed: "Closed"
      case .referred: "ClosedReferred"
      case nil: ""
      }
    return [
      gender(row.sex), trafficking, joined(row.exploitations.map(exploitation)),
      joined(row.routes), standing, joined(row.regimes.compactMap { supports[$0] }),
    ]
  }

  /// By the regimes of Law 53/2024 Art. 37(1).
  private static let supports = [
    "a": "SocialCare", "b": "Health", "c": "SocialCare", "d": "Legal", "dd": "Legal",
    "e": "SocialCare", "g": "Health", "h": "Education", "i": "Livelihood", "k": "Financial",
  ]

  /// The code list is the standard's own; what an adopted rule book adds is `Other` to everybody else.
  private static func exploitation(_ code: String) -> String {
    exploitations.contains(code) ? code : "Other"
  }

  private static let exploitations: Set<String> =
    labour.union(["SexualExploitation"]).union(others)
  private static let labour: Set<String> = [
    "ForcedLabour", "ChildLabour", "Servitude", "ForcedBegging",
  ]
  private static let others: Set<String> = [
    "ForcedMarriage", "ForcedMilitaryByNonStateActors", "OrganRemoval", "ForcedAdoption",
    "Surrogacy", "Other",
  ]

  private static func gender(_ sex: String) -> String {
    ["female": "Female", "male": "Male", "other": "Other"][sex] ?? "Unknown"
  }

  private static func joined(_ codes: [String]) -> String { joined(Set(codes)) }
  private static func joined(_ codes: Set<String>) -> String {
    codes.sorted().joined(separator: ";")
  }

  // MARK: CTDC

  private static let known = [
    "yearOfRegistration", "gender", "ageBroad", "majorityStatusAtExploit", "traffickMonths",
    "citizenship", "CountryOfExploitation",
  ]
  private static let means = [
    "DebtBondage", "TakesEarnings", "Threats", "PsychologicalAbuse", "PhysicalAbuse",
    "SexualAbuse", "FalsePromises", "PsychoactiveSubstances", "RestrictsMovement",
    "RestrictsMedicalCare", "ExcessiveWorkingHours", "ThreatOfLawEnforcement",
    "WithholdsNecessities", "WithholdsDocuments", "Other",
  ].map { "meansOfControl" + $0 }
  private static let kinds = ["isForcedLabour", "isSexualExploit", "isOtherExploit"]
  private static let details =
    ["Agriculture", "Construction", "DomesticWork", "Hospitality", "Other"]
    .map { "typeOfLabour" + $0 }
    + ["Prostitution", "Pornography", "Other"].map { "typeOfSex" + $0 }
    + ["IntimatePartner", "Friend", "Family", "Other"].map { "recruiterRelation" + $0 }

  private static let ctdcColumns = known + means + kinds + details

  private static func ctdcCells(_ row: PersonRow) -> [String] {
    let age = row.age == FactSheet.unknown ? "" : row.age.replacing("-", with: "--")
    let country = row.routes.count == 1 ? row.routes.first ?? "" : ""
    let sex = row.sex == FactSheet.unknown ? "" : gender(row.sex)
    return [row.year, sex, age, "", "", "", country] + means.map { _ in "" } + kinds(row)
      + details.map { _ in "" }
  }

  /// Nothing where nobody knows: a zero would say that it was not so.
  private static func kinds(_ row: PersonRow) -> [String] {
    let found = Set(row.exploitations.map(exploitation))
    return [labour, ["SexualExploitation"], others].map { kind in
      found.isEmpty ? "" : found.isDisjoint(with: kind) ? "0" : "1"
    }
  }
}
