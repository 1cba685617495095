import Vault

/// A row of a register, ready to be held against the others: what it asks for and what it can be found by, as hashes.
struct HashedPerson: Sendable {
  let line: Int
  let birth: BirthDay?
  /// Nil where what is known tells nobody from others.
  let question: (terms: QuestionTerms, hashed: HashedQuestion)?
  let row: HashedRow

  init(_ row: RegisterRow, _ fields: FindableFields, _ hasher: TermHasher) {
    line = row.line
    birth = row.values.first { fields.meanings[$0.key] == .birth }
      .flatMap { FindableFields.texts(of: $0.value).first }.flatMap { BirthDay($0) }
    let asked = PersonQuestion(row.values, fields)
    if asked.isTelling {
      let terms = QuestionTerms(asked)
      question = (terms, hasher.question(terms.terms))
    } else {
      question = nil
    }
    var terms: [FieldID: [SearchTerm]] = [:]
    for (id, value) in row.values {
      if let found = fields.terms(of: value, in: id), !found.isEmpty { terms[id] = found }
    }
    self.row = hasher.row(terms)
  }
}
