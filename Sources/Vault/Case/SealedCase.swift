import Sealing

/// A new case, sealed and ready to be stated and stored.
struct SealedCase {
  var plan: OpeningPlan
  /// What stores its records and their fields.
  var records: [RowInsertion.Step]
  /// The operations row under both its seals.
  var operations: [UInt8]
  var man: Digest
  var grants: GrantList
  /// The class keys that were made.
  var keys: [CaseChange.Key]
  /// By principal's row.
  var packs: [(principal: Int, outer: [UInt8])]
  /// `code:version` of every field written, ascending.
  var codes: [String]
  /// What it is found by; nil where the opener holds no index key.
  var indexed: [IndexedField]?
  /// What the log calls the case.
  var pseudonym: Identifier
  /// KK[case, 1] and K_rec[case], in the arena that comes with it.
  var outerKey: KeyHandle
  var recordKey: KeyHandle
}
