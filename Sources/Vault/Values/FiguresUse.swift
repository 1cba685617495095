/// What figures are made for.
public enum FiguresUse: Hashable, Sendable {
  /// A look at coarse figures, in which small cells are suppressed before anybody sees them.
  case look
  /// The same into a file.
  case file
  /// Exact figures for somebody outside: who receives them and by which provision is kept with the entry,
  /// sealed to the leads.
  case official(recipient: String, provision: String)

  /// The text that is sealed: recipient, line feed, provision.
  var note: String? {
    guard case .official(let recipient, let provision) = self else { return nil }
    return recipient + "\n" + provision
  }

  /// The longest recipient and provision together, in bytes.
  public static let longestNote = 1_000
}
