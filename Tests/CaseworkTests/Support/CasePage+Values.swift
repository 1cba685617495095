import Vault

@testable import Casework

extension CasePage {
  /// The value of a field that stands once on the page.
  subscript(name: String) -> FieldValue? {
    (fields + records.flatMap(\.fields)).first { $0.definition.qualifiedName == name }?.value
  }

  func values(_ name: String) -> [FieldValue] {
    records.flatMap(\.fields).filter { $0.definition.qualifiedName == name }.map(\.value)
  }
}

extension FormInput {
  /// A form of texts.
  init(texts: [String: String]) { self.init(texts.mapValues { .text($0) }) }
}
