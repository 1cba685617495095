/// Why a copy of a log that somebody brought cannot be compared.
public enum LogCopyFault: String, Error, Hashable, Sendable, CaseIterable {
  /// There is no such file or directory, or it holds no checkpoint.
  case missing
  /// What is there is no file: a pipe, a device.
  case strange
  /// It is longer than any such file can be.
  case large
  /// It is there, and reading it fails.
  case unreadable
  /// What should be a checkpoint does not have its form.
  case form
  /// A line of the log's key under it is not good.
  case signature
  /// It is of another log than the first one.
  case origin
  /// Its tiles do not lead to its own checkpoint.
  case tiles
  /// The key that was given is none.
  case key
  /// The key that was given is a good one, of another log or of a witness.
  case otherKey = "other_key"
}
