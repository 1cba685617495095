import Vault

/// What the log cannot show in embedded mode, as codes for programs; people read ``LogWords/limits`` and
/// ``LogWords/timesAreClaims``. Every report of the log names them, with the mode and the tail that nothing outside
/// holds (design, "What it can promise").
enum LogLimit: String, CaseIterable {
  case changedProgram = "changed_program"
  case newestEntries = "newest_entries"
  case failedUnlocks = "failed_unlocks"
  case photographedScreen = "photographed_screen"
  case claimedTimes = "claimed_times"

  static let codes = allCases.map(\.rawValue)
}

extension Report.Field {
  /// The mode, and how many of the newest entries nothing outside holds since when.
  ///
  /// - Parameter tail: nil where the log does not fit, and nothing is said to hold it.
  static func bounds(_ tail: UnanchoredTail?, _ words: any Words) -> [Report.Field] {
    [
      .init("mode", words.label(.mode), .code("embedded", label: words.modeEmbedded)),
      .init("unanchored", words.label(.unanchored), tail.map { .integer($0.count) } ?? .none),
      .init(
        "unanchored_since", words.label(.since),
        tail?.since.map { .moment(WallTime(milliseconds: $0)) } ?? .none),
    ]
  }
}

extension Words {
  /// How much of a log nothing outside holds, and since when.
  func told(_ tail: UnanchoredTail) -> String {
    guard let since = tail.since else { return everythingAnchored }
    let day = WallTime(milliseconds: since).forPeople
    return tail.first == 0
      ? neverAnchored(since: day)
      : unanchoredTail(first: tail.first, entries: tail.count, since: day)
  }

  /// What every report of the log ends with.
  func bounds(_ tail: UnanchoredTail?) -> [String] {
    (tail.map { [told($0)] } ?? []) + [modeOfLog(modeEmbedded), limits, timesAreClaims]
  }
}
