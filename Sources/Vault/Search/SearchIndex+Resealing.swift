import Sealing

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
