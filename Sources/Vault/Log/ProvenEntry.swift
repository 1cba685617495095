/// One entry in two files that anybody can check offline: `c2sp.org/tlog-proof@v1`, and the entry.
public struct ProvenEntry: Sendable {
  /// The bytes of the entry, as it was signed.
  public let leaf: [UInt8]
  /// The proof, with the signed head that it leads to.
  public let proof: [UInt8]
  /// How many entries that head counts.
  public let size: Int
  /// The entry of this export.
  public let entry: Int
}
