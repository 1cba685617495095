import Casework
import Vault

/// What the person's page says beneath an erasure, or the taking back of an entry, asked for or done: of what, and why.
/// The list of asks, which the entry names too, is no part of it.
struct ErasurePage {
  let words: any Words
  let book: RuleBook
  let access: ReportedAccess

  /// Nil for any other entry.
  init?(words: any Words, book: RuleBook, access: ReportedAccess) {
    guard ["case.erase", "case.retract"].contains(access.line.act) else { return nil }
    (self.words, self.book, self.access) = (words, book, access)
  }

  var lines: [String] { [what, why].compactMap(\.self) }

  private var what: String? {
    let fields = access.fields.compactMap { book[$0] }.filter { $0.fieldClass != .operations }
    let closed = access.closed.filter { $0 != .operations }
    let labels =
      (access.line.act == "case.retract"
        ? fields.compactMap { book.entity($0.entity)?.label } : fields.map(\.label))
    let names = (labels.map(words.name) + closed.map { words.fieldClass($0.name) }).uniqued()
    guard let part = access.fieldClass, access.line.act == "case.erase" else {
      return names.isEmpty ? nil : words.accessFields(names.joined(separator: ", "))
    }
    return names.isEmpty
      ? words.accessErasedClass(words.fieldClass(part.name))
      : words.accessErasedHistory(names.joined(separator: ", "))
  }

  /// The reason is its code in words, where the entry holds one: a restore holds none.
  private var why: String? {
    guard let code = access.line.kind, !access.isOfRestore else { return nil }
    let list =
      access.line.act == "case.retract"
      ? book.retractionReasons : book.codeLists["erasure_reason"]
    return list?[code].map { words.accessWhy(words.name($0.label)) }
  }
}
