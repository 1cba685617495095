public import Sealing

/// What was found of an export that fits: up to where, and by what it is held.
///
/// It never says that nothing is missing. A log whose newest entries are gone looks whole to itself; what
/// holds it are memories outside of it, each up to its own size.
public struct ExportVerdict: Hashable, Sendable {
  /// A witness's line that was found good.
  public struct Cosigned: Hashable, Sendable {
    /// The size of the head.
    public let size: Int
    /// The name of the witness's key.
    public let witness: String
    /// When the witness says to have signed, seconds since 1970.
    public let time: UInt64
  }

  /// A time-stamp.
  public struct Stamped: Hashable, Sendable {
    /// The size of the head: all entries before are older than the time.
    public let size: Int
    /// UTC milliseconds; nil where no authority was given to check it by, or another one.
    public let time: Int?
    /// Whether it is not of the authority that was given.
    public let isUntrusted: Bool
    /// The entry that states the token: all entries from it on are younger than the time.
    public let receipt: Int?
    /// What an entry beside it claims against that time; nil where nothing does, or no time is told.
    public let contradiction: ClockContradiction?
  }

  /// What was exported.
  public let scope: ExportScope
  /// The root of the tree of all entries.
  public let root: Digest
  /// The first entry whose signature was checked: 0, or where a kept head allowed to begin.
  public let checkedFrom: Int
  /// Entries by which it was asked to go on with a log that had been put back: what was written after the copy is not in
  /// this one. Of what was not followed there are none.
  public let putBack: [Int]
  /// Whether the tree alone was checked.
  public let isTreeOnly: Bool
  /// Whether the origin was given.
  public let isOriginGiven: Bool
  /// Sizes of kept heads that are a beginning of this log, ascending.
  public let pins: [Int]
  /// Sizes of kept heads that could not be compared, for the export does not reach back to them.
  public let unseenPins: [Int]
  /// Lines by keys of witnesses that the auditor's policy names.
  public let cosigned: [Cosigned]
  /// Sizes of heads with a line by a key that only the export brings, ascending: it may bear any name.
  public let strangeCosigned: [Int]
  /// Whether a policy was given at all.
  public let isPolicyBrought: Bool
  /// Whether a policy was given that asks for witnesses.
  public let isPolicyGiven: Bool
  /// The largest size at which the policy's quorum signed; nil where there is none.
  public let quorum: Int?
  /// Time-stamps, by size.
  public let stamped: [Stamped]

  /// How many entries a kept head, a witness of the policy or a trusted authority has seen. What comes after is the tail
  /// that nothing outside holds.
  public let reach: Int
  /// When the first entry of that tail says that it was made, UTC milliseconds; nil where there is none, or entries were
  /// not followed.
  public let tailSince: Int?

  /// The root as a checkpoint writes it.
  public var rootText: String { Base64.text(root.bytes) }

  /// Whether anything from outside held the log, and nothing that was asked for failed to.
  public var isProven: Bool {
    guard !isPolicyGiven || quorum != nil else { return false }
    return isOriginGiven && !isTreeOnly || !pins.isEmpty || quorum != nil
  }
}
