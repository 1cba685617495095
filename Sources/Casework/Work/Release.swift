import Vault

/// Something that is to be given to somebody.
struct Release {
  let basis: ReleaseBasis
  let act: BasisRule.Act
  let recipient: Recipient
  /// A code of `release_purpose`; what a provision is for it says itself.
  let purpose: String?
  let fields: [FieldDefinition]
  /// Whether the person asked in writing that it be given (Law 91/2025 Art. 26(2)).
  var isRequestedInWriting = false
}
