import Casework
import Vault

/// What follows a restriction, or its end.
extension Restricted {
  func definitions(in book: RuleBook) -> [FieldDefinition] {
    followed.sorted().compactMap { book[$0] }
  }

  /// - Parameter followed: what was derived from the field.
  func fields(of followed: [FieldDefinition], in words: any Words) -> [Report.Field] {
    var names = followed.map { Cell.code($0.qualifiedName, label: words.name($0.label)) }
    if restatesFacts { names.append(.code("facts", label: words.fieldClass("facts"))) }
    return names.isEmpty ? [] : [.init("follows", words.followsLabel, .list(names))]
  }
}
