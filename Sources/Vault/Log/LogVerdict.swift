/// What `log verify` found. It never says "complete": only up to which entry, and by what that is held.
public struct LogVerdict: Sendable {
  /// Entries that were read and fit.
  public let size: Int
  /// The root over them, base64, as the checkpoint has it.
  public let checkpoint: String
  /// The size of the pin that this account's client had kept, if any, and if so many entries fit: nothing
  /// before it can have been replaced without that showing.
  public internal(set) var pinned: Int?
  /// Cases whose sealed data was held against the log.
  public let cases: Int
  /// Nothing, or what does not fit; the entry faults first.
  public internal(set) var findings: [LogFinding]
  /// Cases without a key that a restore left behind and two people accepted, each with the entry that states it. That is
  /// work for the doctor, and no fault of the log.
  public internal(set) var gaps: [LogFinding]
  /// The heads of a pin file, where one was held against the log.
  public internal(set) var pins: [CheckedPin]
  /// What only others could have looked at.
  public internal(set) var unlooked: Unlooked
  /// The entry of this verification; nil where the log is too broken to append to.
  public let entry: Int?
  /// What no witness and no authority outside holds; nil where the log does not fit, and nothing outside is
  /// said to hold it.
  public internal(set) var tail: UnanchoredTail?
  /// Times from outside that the entries beside them contradict. The log fits all the same.
  public internal(set) var contradicted: [ContradictedTime] = []
  /// Entries by which it was asked to go on with a log that had been put back.
  public internal(set) var putBack: [Int] = []

  /// The largest head from outside that holds entries which fit.
  public var proven: Int? {
    (pins.filter { $0.verdict == .held }.map(\.size) + [pinned].compactMap { $0 }).max()
  }
}
