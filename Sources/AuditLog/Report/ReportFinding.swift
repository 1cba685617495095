public import Sealing

/// One thing in the log that a person should look at: codes and numbers, for whoever renders it.
///
/// A finding is no accusation. It names the entries, and those say what happened.
public struct ReportFinding: Hashable, Sendable {
  /// What was found. The raw value is what programs get.
  public enum Kind: String, CaseIterable, Sendable {
    /// A case was looked at without a live assignment, excerpt, emergency or standing role.
    case withoutRight = "without_right"
    /// Somebody looked at, changed or tried a case that nobody has a reason to touch.
    case canary
    /// An emergency access that nobody closed.
    case emergencyOpen = "emergency_open"
    /// An emergency access that nobody reviewed.
    case emergencyUnreviewed = "emergency_unreviewed"
    /// An emergency access that was reviewed too late.
    case emergencyLate = "emergency_late"
    /// Refusals of one person, one soon after the other.
    case denials
    /// Failed unlockings under one name, one soon after the other.
    case failedUnlocks = "failed_unlocks"
    /// Looks at night or on a weekend: one finding for each person and day.
    case offHours = "off_hours"
    /// Many cases within an hour.
    case bulk
    /// Many questions of one person about who has a file, one soon after the other.
    case searches
    /// A right to a case that its holder gave to themselves.
    case selfGiven = "self_given"
    /// Two who gave each other the same case.
    case mutual
    /// A case on which one person alone ever acted, and which they looked at again and again.
    case alone
    /// A member with a role who signs nothing any more.
    case silent
    /// The clock was set back.
    case clockStep = "clock_step"
    /// The clock, or the office, jumped ahead.
    case clockJump = "clock_jump"
    /// A recorded date was corrected, with a reason, and a time limit got a later end.
    case limitMoved = "limit_moved"
    /// The same was asked of a limit that had passed, and waits for a second person.
    case limitAsked = "limit_asked"
    /// A second person agreed to it.
    case limitAgreed = "limit_agreed"
    /// The office that sent a referral took it back, and its word was recorded.
    case referralTakenBack = "referral_taken_back"
    /// It was asked to go on with a log that had been put back: what was written after the copy is not in it.
    case putBack = "put_back"
    /// The same where custody alone was lost: the records were taken as they are, and nothing of them is gone.
    case putBackWhole = "put_back_whole"
    /// An auditor refused that.
    case putBackRefused = "put_back_refused"
    /// Two shares of the root seed were put together: what root signed then needs nobody else's word.
    case byRoot = "by_root"
    /// Two shares of the recovery seed were put together: somebody has the keys of a standing role from trustees.
    case byRecovery = "by_recovery"
    /// Somebody was suspended although fields of some cases open to nobody any more but recovery.
    case unread

    /// Whether it is told of any period and of anybody: what was written after the copy may have been theirs.
    public var isOfEveryReport: Bool {
      [.putBack, .putBackWhole, .putBackRefused].contains(self)
    }
  }

  /// What was found.
  public var kind: Kind
  /// Who acted; nil for the clock and for failed unlockings.
  public var actor: ActorID?
  /// The case.
  public var rec: Identifier?
  /// The salted hash of the name under which somebody tried to unlock.
  public var who: Digest?
  /// How many entries, cases or days, as the kind counts.
  public var count: Int
  /// The first and the last entry.
  public var first: Int
  public var last: Int
  /// Their times, UTC milliseconds.
  public var from: Int
  public var to: Int

  /// A finding of one entry.
  init(_ kind: Kind, _ entry: Entry, count: Int = 1) {
    (self.kind, self.count) = (kind, count)
    (actor, rec) = (entry.actor, entry.rec)
    (first, last, from, to) = (entry.seq, entry.seq, entry.t, entry.t)
  }

  /// Takes one more entry in.
  mutating func extend(by entry: Entry, count: Int) {
    (last, to, self.count) = (entry.seq, entry.t, count)
  }
}
