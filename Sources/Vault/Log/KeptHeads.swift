import AuditLog
import Sealing

/// Heads that somebody keeps outside of the vault: they say up to where a log that does not fit is proven all
/// the same.
struct KeptHeads {
  /// What this member's client remembers.
  var pin: Pin?
  /// Those of a pin file.
  var book: [PinnedHead] = []

  struct Found {
    /// The size of the client's own, where so many entries fit and lead to it.
    var pinned: Int?
    var pins: [CheckedPin] = []
  }

  var sizes: Set<Int> { Set(book.map(\.checkpoint.size) + [pin?.size].compactMap { $0 }) }

  /// Holds each against the entries that fit. What lies behind them, and what the log did not sign, says
  /// nothing here.
  func held(against log: LogExaminer) -> Found {
    var found = Found()
    if let pin, log.roots[pin.size] == pin.frontier.root { found.pinned = pin.size }
    found.pins = book.map { kept in
      let head = kept.checkpoint
      var verdict = CheckedPin.Verdict.notReached
      if let root = log.roots[head.size], head.origin == log.roster.origin,
        let key = log.roster.logKey(size: head.size)?.key, kept.note.verdict(of: key) == .valid
      {
        verdict = root == head.root ? .held : .splitView
      }
      return CheckedPin(size: head.size, verdict: verdict)
    }
    return found
  }
}
