import Vault

extension CheckedChanges {
  /// The facts of the case as it will stand, where what is recorded changes them and this member sees all
  /// that they are made of: what the person keeps from those who count is no part of that. Who sees less leaves them
  /// as they are: the next who sees more sets them right, at the latest with the next step.
  var restated: RecordChange? {
    let (all, withheld) = (book.factFields.union(book.clockFields), look.withheld)
    guard all.subtracting(withheld).isSubset(of: look.readable) else { return nil }
    let items = CaseFacts(after, at: now, without: withheld).items
    let before = CaseFacts(look.records, at: now, without: withheld).items
    // What was written before the person kept something from those who count may still say it, and nobody here reads
    // what is written.
    return items == before && withheld.isEmpty ? nil : book.recordOfFacts(items)
  }
}
