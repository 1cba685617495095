/// Why nobody asks any more for what an entry asks: nobody can give it, and whoever could may refuse it.
public enum AskLapse: Hashable, Sendable {
  case askerSuspended
  /// Who asked has not the role any more in which they did.
  case roleLost
}
