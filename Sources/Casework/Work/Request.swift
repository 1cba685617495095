import Vault

/// A request of the person about their own data, as its record says it.
struct Request {
  let record: CaseRecords.Record
  let records: CaseRecords

  static let looksAt = [
    "request.kind", "request.received", "request.identity_check", "request.safe_answer",
    "request.acknowledged_at", "request.extended_to", "request.extension_reason", "request.done",
    "request.answer", "request.requester", "request.representative_ref", "request.refusal",
    "request.refusal_reason", "request.third_party", "representative.basis", "person.birth_date",
  ]

  var kind: String? { records.text("request.kind", in: record) }
  var isDone: Bool { records.given("request.done", in: record) != nil }
  var isByRepresentative: Bool {
    records.text("request.requester", in: record) == "representative"
  }

  /// The representative who asked.
  var representative: RecordID? {
    guard case .bytes(let bytes) = records.given("request.representative_ref", in: record) else {
      return nil
    }
    return RecordID(bytes: bytes)
  }

  /// Whether anything of an answer is recorded.
  var isAnswered: Bool {
    ["acknowledged_at", "done", "answer", "refusal"].contains {
      records.given("request." + $0, in: record) != nil
    }
  }

  /// Whether a representative who asks may; whoever may not consent for the person may not ask for them.
  var stopOfRequester: RuleStop? {
    guard isByRepresentative else { return nil }
    return RepresentativeCheck(records: records).stop(
      records.given("request.representative_ref", in: record))
  }

  /// A parent asks for a child (Law 91/2025 Art. 24(2)); of age the person asks themselves. A guardian, a court's
  /// order or the person's own paper can go on beyond that day. Without a basis nobody could tell.
  func stopOfAge(on day: CalendarDay) -> RuleStop? {
    guard isByRepresentative, !records.isMinor(on: day) else { return nil }
    guard let basis = basisOfRepresentative else {
      return RuleStop(
        .missing, .state, .consentForChildren, names: records.book.named(["representative.basis"]))
    }
    return basis == "parent" ? RuleStop(.asksThemselves, .consent, .consentForChildren) : nil
  }

  /// Why it may not be answered to whoever asked. That they may not ask is recorded as the refusal that it is; and
  /// nobody is refused as one who may not who may.
  func stopOfWrongRequester(on day: CalendarDay) -> RuleStop? {
    let stop = stopOfRequester ?? stopOfAge(on: day)
    guard isTurnedAway else { return stop }
    return stop == nil && records.text("request.refusal", in: record) == Self.notTheirs
      ? self.stop(.refusalOfOtherKind) : nil
  }

  private var basisOfRepresentative: String? {
    records.record(records.given("request.representative_ref", in: record), of: "representative")
      .flatMap { records.code("representative.basis", in: $0) }
  }

  /// Nothing is answered before it is known who asks and how the answer can safely be handed over; a refusal
  /// has its reason, and only the ground that the article gives for such a request.
  var stopOfAnswer: RuleStop? {
    let missing = records.missing(
      ["request.identity_check", "request.safe_answer"], in: record)
    guard missing.isEmpty else {
      return RuleStop(.identityFirst, .state, .ownChoice, names: missing)
    }
    guard let refusal = records.text("request.refusal", in: record) else { return nil }
    let reason = records.missing(["request.refusal_reason"], in: record)
    guard reason.isEmpty else {
      return RuleStop(.missing, .state, .requests, names: reason)
    }
    let isOfKind = kind.map { Self.grounds[$0, default: []].contains(refusal) } ?? false
    return isOfKind || refusal == Self.notTheirs && isByRepresentative
      ? nil
      : RuleStop(
        .refusalOfOtherKind, .state, records.book.codeLists["request_refusal"]?[refusal]?.citation,
        names: [kind.flatMap { records.book.name(of: $0, in: "request.kind") }].compactMap(\.self))
  }

  /// Nothing of an answer comes before the request, and what is done was acknowledged before or with it.
  var stopOfOrder: RuleStop? {
    let days = ["received", "acknowledged_at", "done"].map { "request." + $0 }
    for (index, name) in days.enumerated() {
      guard let moment = records.moment(name, in: record) else { continue }
      let later = days[..<index].filter {
        records.moment($0, in: record).map { moment.isBeforeMinute(of: $0) } ?? false
      }
      guard later.isEmpty else {
        return RuleStop(.tooEarly, .state, .requests, names: records.book.named(later))
      }
    }
    return nil
  }

  /// A request ends with an answer, or with a refusal and its reason (`stopOfAnswer`), and with nothing else.
  var stopOfEnd: RuleStop? {
    let words = ["request.answer", "request.refusal"]
    guard isDone, !words.contains(where: { records.given($0, in: record) != nil }) else {
      return nil
    }
    return RuleStop(
      .missing, .state, .requests, names: records.missing(Array(words.prefix(1)), in: record))
  }

  // MARK: Limits

  /// The clocks of this request.
  struct Limits {
    let acknowledgement: CaseClock?
    let answer: CaseClock?
    /// That of the answer without an extension.
    let plain: CaseClock?
  }

  var limits: Limits {
    let clocks = clocks(without: nil)
    return Limits(
      acknowledgement: clocks.first { $0.rule.end.fields.contains("request.acknowledged_at") },
      answer: clocks.first(where: Self.isOfAnswer),
      plain: self.clocks(without: "request.extended_to").first(where: Self.isOfAnswer))
  }

  private static func isOfAnswer(_ clock: CaseClock) -> Bool {
    let fields = clock.rule.end.fields
    return fields.contains("request.done") && !fields.contains("request.acknowledged_at")
  }

  /// Reckoned from the record alone, at the moment at which it was received.
  private func clocks(without name: String?) -> [CaseClock] {
    guard let received = records.given("request.received", in: record).flatMap(CaseRecords.moment)
    else { return [] }
    var values = record.values
    if let field = name.flatMap({ records.book[$0] }) { values[field.id] = nil }
    // And the file's own, for the day on which it was opened.
    let file = records.records.filter { $0.entity == EntityDefinition.caseNumber }
    let alone = CaseRecords(
      file + [CaseRecords.Record(id: record.id, entity: record.entity, values: values)],
      book: records.book)
    return records.book.clocks.clocks(of: alone, at: received)
  }
}
