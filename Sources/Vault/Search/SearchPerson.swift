/// Somebody who stands in the index, as a question: what they are found by, term by term.
public struct SearchPerson: Sendable {
  public struct Term: Hashable, Sendable {
    public let field: FieldID
    public let kind: UInt8
  }

  public let id: CaseID
  /// In the order in which `SearchMatch` counts what it found.
  public let terms: [Term]
  let question: HashedQuestion

  /// Nil where nothing is known of them. More terms than a question may have are left out.
  init?(_ person: PageTokens.Person) {
    guard case .case(let id) = person.subject else { return nil }
    var (terms, tokens): ([Term], [(token: UInt64, kind: UInt8, version: UInt16)]) = ([], [])
    // What has few tokens first: a number has one, and many other names would leave it no room.
    let fields = person.fields.sorted {
      ($0.tokens.count, $0.field) < ($1.tokens.count, $1.field)
    }
    for field in fields {
      for (token, kind) in zip(field.tokens, field.kinds) where terms.count < SearchTermSet.capacity
      {
        terms.append(Term(field: field.field, kind: kind))
        tokens.append((token, kind, field.keyVersion))
      }
    }
    guard !terms.isEmpty else { return nil }
    (self.id, self.terms, question) = (id, terms, HashedQuestion(tokens))
  }
}
