import Vault

/// Files of children are held stricter: where nobody is recorded who could act for the child, whoever
/// moves the file on is told. It stops nothing, for a child is not left without help for want of a paper.
enum RepresentativeNote {
  static let looksAt = [
    "person.birth_date", "representative.name", "representative.suspect",
    "representative.safe_to_contact",
  ]

  static func notes(_ look: CaseLook, on day: CalendarDay) -> [RuleNote] {
    let file = look.records
    // What is kept from this member they are not told of either.
    guard look.sees(looksAt), file.isMinor(on: day), !hasOne(file),
      let field = file.book["representative.name"]
    else { return [] }
    return [RuleNote(.representative, field.citation, names: [.field(field)])]
  }

  /// A representative can be the perpetrator: a suspect, and one whom it is not safe to reach, is none.
  private static func hasOne(_ file: CaseRecords) -> Bool {
    file.records(holding: "representative.name").contains { record in
      file.isGiven("representative.name", in: record)
        && file.code("representative.suspect", in: record) != "yes"
        && file.code("representative.safe_to_contact", in: record) != "no"
    }
  }
}
