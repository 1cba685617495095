import Vault

/// What is in a referral's file, held against what the referral itself names: the sender's word is not enough to
/// take in more than that.
struct ReferralPacket {
  private let incoming: IncomingCase
  private let book: RuleBook
  private let records: CaseRecords
  private let referral: CaseRecords.Record
  private let named: [FieldDefinition]

  /// - Throws: `.vault(.file(.content))` where it is not one referral with fields that it names.
  init(_ incoming: IncomingCase, _ book: RuleBook) throws(CaseworkError) {
    (self.incoming, self.book) = (incoming, book)
    records = CaseRecords(
      incoming.newest.map { record in
        CaseRecords.Record(
          id: book.entity(record.entity)?.isMany == true ? record.id : nil, entity: record.entity,
          values: record.values)
      }, book: book)
    let all = records.records(of: "referral")
    guard all.count == 1, let referral = all.first, referral.id == incoming.referral,
      Referral(record: referral, records: records).state == .sent
    else { throw .vault(.file(.content)) }
    self.referral = referral
    named = records.items("referral.fields", in: referral).compactMap { book[$0] }
    let (own, allowed) = (book.entity(named: "referral")?.number, Set(named.map(\.id)))
    let strays = incoming.newest.filter { $0.entity != own }.flatMap(\.values.keys)
    guard allowed.isSuperset(of: strays) else { throw .vault(.file(.content)) }
  }

  /// The day on which the reply is due.
  var due: CalendarDay? {
    records.moment("referral.reply_due_at", in: referral).map {
      Moment(seconds: $0.seconds - 1).dayInVietnam
    }
  }

  /// Why it is not taken in, or nil. A consent stays with who asked for it; a provision has to be one that this
  /// office knows too, and gives nobody where somebody is hidden.
  func stop(at now: Moment) -> RuleStop? {
    if let until = incoming.until, until <= Int(now.seconds) * 1_000 { return .ofEndedTransfer() }
    guard let basis = ReleaseBasis(carried: incoming.basis) else {
      return RuleStop(.draftBasis, .consent, .nonDisclosure)
    }
    guard case .provision(let code) = basis else { return nil }
    let isKnown = book.bases.contains {
      $0.basis == code && $0.act == .referral && $0.validity.holds(on: now.dayInVietnam)
    }
    guard isKnown else { return RuleStop(.provisionOtherAct, .consent, .nonDisclosure) }
    let hidden = named.filter { ReleaseScope.onlyByName.contains($0.qualifiedName) }
    return hidden.isEmpty
      ? nil
      : RuleStop(.shelterNotNamed, .consent, .ownChoice, names: hidden.map(StopName.field))
  }

  /// The operations row of the new file and the figures that go with it.
  func opening(
    code: CaseCode, now: Moment
  ) -> (operations: [FieldID: FieldValue], records: [RecordChange]) {
    let values = incoming.newest.filter { book.entity($0.entity)?.isMany == false }
      .reduce(into: [FieldID: FieldValue]()) { $0.merge($1.values) { $1 } }
    let draft = CaseDraft(values, isReported: true, book: book, now: now)
      .opening(code: code, owner: nil, isElse: false)
    var operations = draft.operations
    let row = CaseRecords.Record(
      id: nil, entity: EntityDefinition.caseNumber, values: operations)
    let file = CaseRecords([row] + records.records, book: book)
    if let due = book["case.due"]?.id {
      operations[due] = DueItem.value(DueReckoning(book).items(file, known: [], at: now))
    }
    let figures = book.entity(named: "facts")?.number
    return (operations, draft.records.filter { $0.entity == figures })
  }
}
