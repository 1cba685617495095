import Vault

/// Whether the row of Article 37 fits what the file says of nationality and of how the person came. Told and
/// never refused: people have two nationalities, or papers that are wrong, and a lead knows what they set.
///
/// The rows of victims and of people in process at home are for citizens and for the stateless who live in
/// Viet Nam, that of people in process abroad for citizens; a minor who came with a foreigner has no row at
/// all (Law 53/2024 Art. 37(3), 37(4)).
enum CategoryDoubt {
  static let looksAt = [
    "case.person_category", "case.entry_path", "person.nationality", "person.stateless",
  ]

  static func notes(_ file: CaseRecords) -> [RuleNote] {
    guard let category = file.code("case.person_category") else { return [] }
    let against = fields(against: category, in: file)
    guard !against.isEmpty else { return [] }
    let row = file.book.entitlements.rows.first { $0.category == category }
    return [
      RuleNote(
        .categoryDoubt, label: file.book.label(ofCategory: category), row?.citation,
        names: file.book.named(against))
    ]
  }

  /// The fields that speak against it.
  private static func fields(against category: String, in file: CaseRecords) -> [String] {
    let nationality = file.code("person.nationality")
    let isCitizen = nationality == "VNM"
    let isStateless = file.code("person.stateless") == "yes"
    let isOfForeigners = file.code("case.entry_path") == "foreigner"
    var found: [String] = []
    switch category {
    case "victim_vn", "in_process_vn_domestic":
      if nationality != nil, !isCitizen, !isStateless { found.append("person.nationality") }
      if isOfForeigners, !isCitizen, !isStateless { found.append("case.entry_path") }
    case "in_process_vn_abroad":
      if nationality != nil, !isCitizen { found.append("person.nationality") }
      if isStateless, !isCitizen { found.append("person.stateless") }
    case "foreigner": if isCitizen { found.append("person.nationality") }
    default: if isOfForeigners { found.append("case.entry_path") }
    }
    return found
  }
}
