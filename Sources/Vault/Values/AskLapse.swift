/// Why nobody asks any more for what an entry asks: nobody can give it, and whoever could may refuse it.
public enum AskLapse: Hashable, Sendable {
  case askerSuspended
  /// Who asked has not the role any more in which they did.
  case roleLost
  /// Who asked for an erasure as the owner of the file is that no more, and no lead.
  case fileLost
  /// Nobody is left who could give the erasure of a file: the only lead asked, and when they did there was another one,
  /// so that no administrator was told of it. Asked anew, an administrator is.
  case noGiver
}
