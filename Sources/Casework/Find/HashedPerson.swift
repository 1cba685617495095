import Vault

/// A row of a register, ready to be held against the others: what it asks for and what it can be found by, as hashes.
struct HashedPerson: Sendable {
  let line: Int
  /// None where what is known tells nobody from others; several where they go by many names.
  let questions: [(terms: QuestionTerms, hashed: HashedQuestion)]
  let row: HashedRow

  init(_ row: RegisterRow, _ fields: FindableFields, _ hasher: TermHasher) {
    line = row.line
    let asked = PersonQuestion(row.values, fields)
    questions = (asked.isTelling ? asked.parts : []).map { part in
      let terms = QuestionTerms(part)
      return (terms, hasher.question(terms.terms))
    }
    var terms: [FieldID: [SearchTerm]] = [:]
    for (id, value) in row.values {
      if let found = fields.terms(of: value, in: id), !found.isEmpty { terms[id] = found }
    }
    self.row = hasher.row(terms)
  }
}
