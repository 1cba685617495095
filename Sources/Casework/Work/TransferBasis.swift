public import Vault

/// What lets a whole file be handed to another office: one of the three lawful bases, which is stored with
/// it (Law 53/2024 Art. 3(10)). Whether a consent is the person's or the representative's, its record says.
public enum TransferBasis: Hashable, Sendable {
  case consent(RecordID)
  /// The provision that allows it, by its code, or as it is cited where the book has no list of them.
  case provision(String)
}
