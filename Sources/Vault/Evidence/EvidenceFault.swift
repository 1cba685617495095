/// Why a file is not taken into a case, or not given out: of the file outside, never of what is kept.
public enum EvidenceFault: String, CaseIterable, Hashable, Sendable {
  /// There is nothing of that name.
  case missing
  /// It is a directory, a pipe, a device.
  case strange
  /// It is longer than a file of a case may be.
  case tooLarge = "too_large"
  /// It cannot be read to its end.
  case unreadable
  /// Somebody wrote into it, cut it or put another in its place while it was read, or after it was looked at.
  case changed
  /// What it was to be saved to takes no more.
  case unwritable
  /// The record is kept, and its content is not: it came from another vault, or nobody ever gave one.
  case notHere = "not_here"
}
