public import Vault

/// The files of a case, as they are told.
public struct EvidenceFiles: Sendable {
  public let code: CaseCode
  public let entry: Int
  public let files: [EvidenceLine]
  /// In the order of the log.
  public let events: [EvidenceEvent]
  /// Files that were taken back and wait: they are not among these.
  public let hidden: [HiddenEntry]
  /// Emergencies of this member that do not open all of them.
  public let outgrown: [OutgrownEmergency]

  init(
    code: CaseCode, _ listed: ListedEvidence, hidden: [HiddenEntry], outgrown: [OutgrownEmergency],
    _ book: RuleBook
  ) {
    (self.code, entry, events) = (code, listed.entry, listed.events)
    (self.hidden, self.outgrown) = (hidden, outgrown)
    files = listed.records.compactMap { record in
      let isKept = listed.contents[record.id] != nil
      // An import makes one so that its absence cannot be seen, and there is nothing in it.
      guard isKept || record.fields.values.contains(where: { $0 != .absent(.notAsked) })
      else { return nil }
      let fields = record.fields.sorted { $0.key < $1.key }.compactMap { id, value in
        book[id].map { PageField(definition: $0, value: value, handle: nil) }
      }
      return EvidenceLine(id: record.id, fields: fields, atMost: listed.contents[record.id])
    }
  }
}
