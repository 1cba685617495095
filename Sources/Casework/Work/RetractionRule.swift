import Vault

/// When an entry may be taken back: what was given to others, decided, ended or answered stays on record, and so does
/// what another entry or a step that was taken rests on. How it is put right otherwise, the sentence says.
struct RetractionRule {
  /// The case with it, and, as `rest`, without.
  let form: CheckedChanges
  let record: CaseRecords.Record
  let id: RecordID

  /// Kinds that are never taken back: what was given out, what is kept from whom, how the file ended, and what the
  /// program makes.
  private static let kept: Set<String> = ["case", "release", "restriction", "closure", "facts"]

  /// What it looks at, beside what clocks and figures are made of.
  static func looksAt(_ book: RuleBook) -> Set<FieldID> {
    let references = book.fields.filter { $0.type == .ref && $0.fieldClass != .operations }
    return book.ids(["referral.state", "request.done"] + TakenStepRule.looksAt(book))
      .union(references.map(\.id))
  }

  private var book: RuleBook { form.book }
  private var entity: EntityDefinition? { book.entity(record.entity) }

  /// Why it may not be taken back, or nil.
  var stop: RuleStop? {
    guard let entity, !Self.kept.contains(entity.name), !isOver(entity) else {
      return RuleStop(.staysOnRecord, .state, label: entity?.label, .ownChoice)
    }
    let names = namedBy
    guard names.isEmpty else {
      return RuleStop(.namedElsewhere, .state, label: entity.label, .ownChoice, names: names)
    }
    guard !isAskedAbout else {
      return RuleStop(.waitsForAnswer, .state, label: entity.label, .ownChoice)
    }
    return TakenStepRule.stop(form)
  }

  /// A referral that left, a request that was answered.
  private func isOver(_ entity: EntityDefinition) -> Bool {
    let records = form.look.records
    if entity.name == "request" { return records.given("request.done", in: record) != nil }
    guard entity.name == "referral", let state = ReferralState(record, records) else {
      return false
    }
    return state != .draft
  }

  /// The fields of other entries that name it.
  private var namedBy: [StopName] {
    let others = form.rest?.records ?? []
    let fields = book.fields.filter { field in
      field.type == .ref
        && others.contains { $0.entity == field.entity && $0.values[field.id] == .bytes(id.bytes) }
    }
    return fields.map(StopName.field)
  }

  /// Whether a longer stay, or another date, waits for an answer.
  private var isAskedAbout: Bool {
    guard case .list(let items) = form.look.value("case.pending") else { return false }
    return items.compactMap(PendingAsk.init).contains { ask in
      switch ask.act {
      case .stayExtend: StayExtension(ask.subject)?.record == id
      case .clockMoved:
        DateCorrection.all(in: ask.subject, book).contains {
          book[$0.field]?.entity == record.entity && $0.record == record.id
        }
      default: false
      }
    }
  }
}
