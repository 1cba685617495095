/// Why a witness does not sign. The first three are what a witness is there for.
public enum WitnessFault: Hashable, Sendable {
  /// The head is smaller than the one signed before, which had `recorded` entries.
  case rollback(recorded: Int)
  /// Another head of the same size was signed before: there are two logs. Both heads are kept.
  case split(size: Int)
  /// The proof does not lead from the head signed before to this one.
  case proof
  /// The request begins at another size than the one signed last.
  case oldSize(recorded: Int)
  /// Not a request in the form of c2sp.org/tlog-witness.
  case request
  /// The log's key was never given.
  case logKeyMissing
  /// Not a key, or not one that may stand for a log.
  case logKeyForm
  /// The head is not signed by the log key on record (with a new one: not by both).
  case logSignature
  /// Not a name that may stand in a note.
  case name
  /// The key or the memory of this witness is not readable as one.
  case unreadable
  /// The key or the memory cannot be written.
  case unwritable
  /// The folder cannot be locked, and another signing may be under way.
  case unlockable
}
