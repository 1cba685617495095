import AuditLog
import Sealing

/// From when until when the log knows of each case: by that it is counted which a role of the whole office opened, those
/// too that are erased or with another office by now.
struct CaseSpans {
  private var spans: [Identifier: (from: Int, until: Int?)] = [:]

  /// Takes in an entry that went well and names a case.
  mutating func follow(_ entry: Entry, _ rec: Identifier) {
    spans[rec, default: (entry.seq, nil)].until = isEnd(entry) ? entry.seq : spans[rec]?.until
  }

  private func isEnd(_ entry: Entry) -> Bool {
    entry.act == Act.keyDestroy
      || (entry.act == Act.caseErase && entry.gen != nil && entry.class == nil
        && entry.fields == nil)
  }

  /// How many there were while somebody held a role, once or several times.
  func count(during held: [Range<Int>]) -> Int {
    spans.values.count { span in
      held.contains { span.from < $0.upperBound && span.until ?? .max > $0.lowerBound }
    }
  }
}
