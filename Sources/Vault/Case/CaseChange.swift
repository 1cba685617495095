import Sealing

/// What an act changes in a case, sealed and ready to be stated and stored.
struct CaseChange {
  /// A new version of a class key.
  struct Key {
    var keyClass: UInt16
    var version: UInt32
  }

  var records: [SealedRecord] = []
  /// The operations row, where it changes: the inner blob and the stored one.
  var operations: (inner: [UInt8], outer: [UInt8])?
  var grants = GrantMaker.Grants()
  var keys: [Key] = []
  /// `code:version` of every field written.
  var codes: Set<String> = []
}
