import Casework
import Vault

/// The rule book that a new vault begins with, in the two forms in which the Vault takes it.
struct FirstRules {
  let fields: FieldTable
  let files: [RuleFile]

  init(_ book: RuleBook) throws(Fault) {
    fields = try Fault.translating { try book.fieldTable() }
    files = book.files.sorted { $0.key < $1.key }.map {
      RuleFile(name: $0.key.fileName, bytes: $0.value)
    }
  }

  /// The book built into the program.
  static func builtIn() throws(Fault) -> FirstRules {
    try FirstRules(Fault.translating { try RuleBook.builtIn() })
  }
}
