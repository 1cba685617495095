import Sealing

/// Segments that are of nobody.
extension SearchIndex {
  /// Those that do not open and are of no case that is there: nobody is put in to make them good. For who holds the
  /// index key.
  func strays() throws(VaultError) -> [Int] {
    guard key() != nil else { return [] }
    var found: [Int] = []
    for number in try tx.segmentNumbers() {
      // Whoever writes a row gives it what number they like.
      guard (1...Int(Int32.max)).contains(number) else {
        found.append(number)
        continue
      }
      guard try tx.casesBySegment(number..<number + 1).isEmpty, let sealed = try tx.segment(number)
      else { continue }
      if (try? open(sealed, number)) == nil { found.append(number) }
    }
    return found
  }

  func dropStrays() throws(VaultError) {
    for number in try strays() { try tx.deleteSegment(number) }
  }
}

/// The end of what somebody could open, for all segments at once.
extension SearchIndex {
  /// Seals every segment under a new custody key: who copied the records before opens none of them with the custody
  /// of today. One that does not open stays as it is, for `vault doctor` to name.
  func replaceOuterKeys(generation: Int) throws(VaultError) {
    try flush()
    let vault = vault
    for number in try tx.segmentNumbers() {
      guard let sealed = try tx.segment(number), let (_, inner) = try? inner(sealed, number)
      else { continue }
      let next = try nextOuter(number)
      try makeOuter(number, next)
      let place = SearchSegment.custodyFile(number)
      let resealed = try custody.withOuterKey(of: place, number: next) {
        handle, arena throws(VaultError) in
        try SearchSegment.sealOuter(
          inner, number, vault: vault,
          outer: SearchSegment.Outer(number: next, handle: handle), in: arena)
      }
      try tx.setSegment(number, resealed)
      try tx.insertPending(generation: generation, file: place, below: next)
    }
  }

  /// Seals every segment under the newest index key, which somebody who left was not given. The tokens stay as they
  /// were made: what they are of is nowhere but in the cases.
  func resealAll() throws(VaultError) {
    for number in try tx.segmentNumbers() where try begin(number) {
      current?.isChanged = true
      try flush()
    }
  }
}
