/// How a proof fails (RFC 6962, section 2.1).
public enum ProofFault: String, Hashable, Sendable, CaseIterable {
  /// The index or one of the sizes is not one for which a proof exists. A proof from size 0 proves
  /// nothing and is refused.
  case range
  /// There are more or fewer hashes than this proof has.
  case length
  /// The hashes lead to another root.
  case root
}
