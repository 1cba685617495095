import Sealing

/// What was sealed of a file, before the entry that states it.
struct SealedEvidence {
  var row: Transaction.EvidenceRow
  /// SHA-256 of the front and all rows, as they are stored: what the entry states, and `log verify` needs no
  /// key for.
  var sum: Digest
}
