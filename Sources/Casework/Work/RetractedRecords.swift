import Vault

/// The entries of a file that somebody took back and that wait for a second person.
struct RetractedRecords {
  /// Nil where the list of what waits is not seen: then nothing says that one waits no more.
  private let waiting: Set<RecordID>?

  /// - Parameter list: `case.pending`.
  init(waitingIn list: FieldValue?) {
    switch list {
    case nil: waiting = nil
    case .list(let items):
      let asks = items.compactMap(PendingAsk.init).filter { $0.act == .retract }
      waiting = Set(
        asks.compactMap { ask in
          guard case .record(let id, _) = ErasureSubject(text: ask.subject)?.part else {
            return nil
          }
          return id
        })
    default: waiting = []
    }
  }

  func contains(_ record: RecordID) -> Bool { waiting?.contains(record) ?? true }
}
