/// A log that does not continue what a member's client remembers of it.
public struct PutBack: Sendable {
  /// How many entries the client remembers.
  public let remembered: Int
  /// The `vault.accept` with which two people went on all the same; nil where nobody has, and the
  /// member is let in only to ask for it or to give it.
  public let acceptance: Int?

  let pin: Pin
  /// Whether the old pin lies beside the new one already.
  var isKept = false

  init(pin: Pin, acceptance: Int?) {
    (self.pin, self.acceptance) = (pin, acceptance)
    remembered = pin.size
  }
}
