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

  /// The book built into the program, and the office's table of communes where it gives one.
  static func standard(places path: String?) throws(Fault) -> FirstRules {
    let places = try path.map { path throws(Fault) in try InputFile.read(path, limit: longest) }
    return try FirstRules(Fault.translating { try RuleBook.standard(places: places) })
  }

  /// All communes of the country are a third of a megabyte.
  private static let longest = 16 << 20
}
