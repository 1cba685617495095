/// Handles for an event, where they may be told.
public struct EventNames: Hashable, Sendable {
  /// Of the key that signed the entry.
  public let actor: String?
  /// The name under which an unlocking failed, where it is known whose it is.
  public let tried: String?

  public init(actor: String? = nil, tried: String? = nil) {
    (self.actor, self.tried) = (actor, tried)
  }
}

extension Entry {
  /// Whether who signed it did not do it: a failed unlocking has no key, and the next member who unlocks
  /// notes it down.
  var isNotedOnly: Bool { act == Act.authFail }
}
