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
      guard head.origin == log.roster.origin else {
        return CheckedPin(size: head.size, verdict: .another)
      }
      var verdict = CheckedPin.Verdict.notReached
      if let root = log.roots[head.size] {
        if root != head.root {
          verdict = log.roster.isContradicted(by: kept.note) ? .splitView : .unsigned
        } else if log.roster.isSigned(kept.note, size: head.size) {
          verdict = .held
        }
      }
      return CheckedPin(size: head.size, verdict: verdict)
    }
    return found
  }
}
