import Sealing

/// Keys in custody of cases that the records do not have.
struct CustodyStrays {
  let custody: Custody
  let tx: Transaction

  /// - Parameter erased: the pseudonyms of cases that entries say are erased.
  /// - Returns: the rows of those among them; and how many others there are, which may be of a case that was
  ///   never committed, or of records that are newer than these. Those are nobody's to destroy.
  func cases(erased: Set<Identifier>) throws(VaultError) -> (erased: [Int], others: Int) {
    var (found, others) = ([Int](), 0)
    // What is still to be destroyed is the next command's.
    let pending = Set(try tx.pending().map(\.file))
    for kept in try custody.file.caseKeys() where !pending.contains(kept.file) {
      let file = try tx.storedFile(key: kept.file)
      if let file, kept.id == nil || kept.id == file.id.identifier { continue }
      let rec = kept.id.flatMap { try? custody.pseudonym(of: kept.file, id: CaseID($0)) }
      // The row may be another case's by now, and its keys stand under the same number.
      if file == nil, let rec, erased.contains(rec) { found.append(kept.file) } else { others += 1 }
    }
    return (found, others)
  }
}
