import Vault

extension CheckedChanges {
  /// The facts of the case as it will stand, where what is recorded changes them and this member sees all
  /// that they are made of. Who sees less leaves them as they are: the next who sees more sets them right,
  /// at the latest with the next step.
  var restated: RecordChange? {
    guard book.factFields.union(book.clockFields).isSubset(of: look.readable) else { return nil }
    let items = CaseFacts(after, at: now).items
    return items == CaseFacts(look.records, at: now).items ? nil : book.recordOfFacts(items)
  }
}
