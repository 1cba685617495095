import Sealing

/// One act on a case that is there: what it records, what for, and what it rests on.
public struct CaseWriting: Sendable {
  /// What a second person has to do with it.
  public enum Second: Sendable {
    /// Nothing takes effect yet: somebody else has to agree. The ask goes into this list of the
    /// operations row.
    case ask(subject: String, list: FieldID)
    /// The second person answers the ask of this entry, and it leaves the list.
    case answer(Int, list: FieldID)
  }

  public var act: CaseAct
  public var records: [RecordChange]
  public var operations: [FieldID: FieldValue]
  /// The version of the case that the rules were held against; where it is no longer that, nothing is
  /// written (`changedMeanwhile`).
  public var since: UInt64?
  /// A code that the entry carries: which clock, which kind of consent. Never a value.
  public var kind: String?
  /// The entry that gives the right.
  public var by: Int?
  public var second: Second?
  /// The record that goes out of sight with it (``CaseAct/retract``).
  public var retracting: RecordID?
  /// What people are found by again, where the answer brings a record back into sight.
  public var returning: [SearchField] = []
  /// A file for another vault that goes out with it.
  var sending: TransferSending?
  /// What came from another vault.
  var taking: ParcelTaking?
  /// SHA-256 of a file that goes out with it, or that it was brought by.
  var sum: Digest?
  /// A file that its first record is of.
  public var attaching: EvidenceSource? { didSet { kind = attaching?.kind ?? kind } }
  /// The entry that it answers.
  public var ref: Int?
  /// The code of the case, which an ask for its erasure tells administrators (`AskNote`).
  public var code: String?
  /// A field of its first record that is to hold the number of its entry, so that what rests on the act
  /// can name it.
  public var numbered: FieldID?
  /// What is done with it in the same transaction or not at all, each with an entry of its own whose
  /// `by` is this one's.
  public var following: [CaseWriting] = []
  public var giving: CaseGift?
  public var ending: ExcerptChoice?
  /// What figures are made from, brought up to what is written: it goes into the same entry, is none of the
  /// records that were asked for, and is written by whoever acts.
  public var restated: RecordChange?
  /// Where it stands what was sent to another vault: what rests on an entry that ends is sent no further.
  public var transfers: TransferLists?

  /// The draft of the writer that it was made from, by its entry: it goes with what it became.
  public var draft: Int?

  public init(
    _ act: CaseAct = .record, records: [RecordChange] = [], operations: [FieldID: FieldValue] = [:],
    since: UInt64? = nil, broughtBy file: [UInt8]? = nil
  ) {
    self.act = act
    self.records = records
    self.operations = operations
    self.since = since
    sum = file.map { Digest.of($0) }
  }

  /// Whether keys are to be destroyed when it is done.
  var endsExcerpts: Bool { ending != nil || following.contains(where: \.endsExcerpts) }

  /// Every field that it would write.
  var fields: Set<FieldID> {
    var all = Set(records.flatMap(\.fields.keys)).union(operations.keys)
    if let numbered { all.insert(numbered) }
    switch second {
    case .ask(_, let list), .answer(_, let list): all.insert(list)
    case nil: break
    }
    if let sending { all.insert(sending.lists.transfer) }
    for record in taking?.records ?? [] { all.formUnion(record.fields.map(\.id)) }
    return all
  }
}
