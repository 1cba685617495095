import Vault

/// A limit that runs only once a second person agrees to a correction: until then the older date counts, by which it is
/// met or none of the file's. Whoever was late could let it wait, and nobody would come back to it.
extension DueItem {
  var isAwaited: Bool { awaited != nil }

  /// The same clock, as it would run by a correction.
  func awaiting(_ correction: DateCorrection) -> DueItem {
    var item = self
    item.awaited = correction.place
    return item
  }

  /// The same clock, as if it ran.
  var given: DueItem {
    var item = self
    item.awaited = nil
    return item
  }

  /// The entry that asks for the correction; nil where none waits any more.
  ///
  /// - Parameter list: `case.pending`.
  func asked(in list: FieldValue?) -> Int? {
    guard let awaited, case .list(let items) = list else { return nil }
    return items.compactMap(PendingAsk.init).last { ask in
      ask.act == .clockMoved
        && ask.subject.split(separator: ",").contains { $0.hasPrefix(awaited + ":") }
    }?.entry
  }
}

extension DueReckoning {
  /// Those of them that wait still: not where the file has the limit by now, nor where nobody asks any more.
  func awaited(
    _ known: [DueItem], beside running: [DueItem], in file: CaseRecords
  ) -> [DueItem] {
    let awaited = known.filter(\.isAwaited)
    guard !awaited.isEmpty else { return [] }
    let list = book["case.pending"].flatMap { field in
      file.records.first { $0.entity == field.entity }?.values[field.id]
    }
    return awaited.filter { item in
      // Where the list of what waits is not seen, nothing says that it waits no more.
      (list == nil || item.asked(in: list) != nil)
        && !running.contains {
          $0.clock == item.clock && $0.record == item.record && !$0.isResting
        }
    }
  }

  /// The limits that begin to wait with a form whose corrections do.
  func awaited(by form: CheckedChanges, beside running: [DueItem]) -> [DueItem] {
    guard let move = form.move, form.moved == nil, let first = move.corrections.first
    else { return [] }
    let file = form.after.applying(CaseChanges(move.corrections, book))
    let end = FileEnd(of: file)
    return book.clocks.clocks(of: file, at: form.now).filter { clock in
      clock.end == nil && clock.rule.isOfLaw && clock.start <= form.now
        && tells(clock.rule.id, of: file) && !(end?.ends(clock.rule) ?? false)
        && !running.contains { !$0.isResting && !$0.isAwaited && clock.isSame(as: $0, book) }
    }.map { DueItem($0).awaiting(first) }.filter { !running.contains($0) }
  }
}
