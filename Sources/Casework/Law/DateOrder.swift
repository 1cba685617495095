/// Which of two days of a file cannot lie after the other: nobody is told of an arrival before it, answered
/// before they asked, or born after they came. It is logic and no law that an office could amend, and so it
/// is not a table of the rule book; what an order rests on is what its fields rest on.
///
/// A pair is held at every write of either side, within one record of a kind of which there can be many, and
/// between the stages of one file.
struct DateOrder {
  /// One pair.
  struct Pair: Sendable {
    let earlier: String
    let later: String
    /// The files that it is for.
    let condition: RuleCondition
    /// Held to the minute where both are moments. Else the day counts: a paper that is dated to the day is
    /// not called impossible for its hour.
    let isExact: Bool
    /// Not held for what was decided after the limit of the police ran out: the paper is issued then with or
    /// without an answer, which may still come (Law 53/2024 Art. 27(4)).
    let isOnlyWithinLimit: Bool

    /// What is looked at to hold it; of a limit also the day from which it runs.
    var looksAt: [String] {
      [earlier, later] + condition.fields
        + (isOnlyWithinLimit ? ["verification.police_request_at"] : [])
    }

    init(
      _ earlier: String, _ later: String, when: String = "", isExact: Bool = false,
      isOnlyWithinLimit: Bool = false
    ) {
      (self.earlier, self.later) = (earlier, later)
      condition = RuleCondition(when) ?? RuleCondition(terms: [])
      (self.isExact, self.isOnlyWithinLimit) = (isExact, isOnlyWithinLimit)
    }
  }

  static let pairs: [Pair] = birth + reception + verification + decision + rescue + care

  /// What is said in a form, and where it cannot stand.
  struct Fault: Equatable {
    let pair: (earlier: FieldDefinition, later: FieldDefinition)
    /// Whether the later one is what was written.
    let isOfLater: Bool

    static func == (left: Self, right: Self) -> Bool {
      left.pair == right.pair && left.isOfLater == right.isOfLater
    }
  }

  private let file: CaseRecords

  init(_ file: CaseRecords) { self.file = file }

  /// Every pair that does not hold and of which one side was written.
  func faults(
    _ isWritten: (FieldDefinition, CaseRecords.Record) -> Bool
  ) -> [Fault] {
    var found: [Fault] = []
    for pair in Self.pairs {
      guard let earlier = file.book[pair.earlier], let later = file.book[pair.later] else {
        continue
      }
      for (first, second) in sides(earlier, later) where !holds(pair, first, second) {
        let isOfLater = isWritten(later, second)
        guard isOfLater || isWritten(earlier, first) else { continue }
        let fault = Fault(pair: (earlier, later), isOfLater: isOfLater)
        if !found.contains(fault) { found.append(fault) }
      }
    }
    return found
  }

  /// The records that hold the two: of one kind each record with itself, else each with each.
  private func sides(
    _ earlier: FieldDefinition, _ later: FieldDefinition
  ) -> [(CaseRecords.Record, CaseRecords.Record)] {
    let second = file.records.filter { $0.entity == later.entity }
    if earlier.entity == later.entity { return second.map { ($0, $0) } }
    let first = file.records.filter { $0.entity == earlier.entity }
    return first.flatMap { one in second.map { (one, $0) } }
  }

  private func holds(
    _ pair: Pair, _ first: CaseRecords.Record, _ second: CaseRecords.Record
  ) -> Bool {
    guard let early = file.date(pair.earlier, in: first),
      let late = file.date(pair.later, in: second),
      file.holds(pair.condition, in: second)
    else { return true }
    if pair.isOnlyWithinLimit, isLimitOver(on: late) { return true }
    if pair.isExact, let early = file.moment(pair.earlier, in: first),
      let late = file.moment(pair.later, in: second)
    {
      return late >= early
    }
    return !late.isCertainlyBefore(early)
  }

  private func isLimitOver(on day: PartialDate) -> Bool {
    guard let asked = file.moment("verification.police_request_at"),
      let limit = file.limitOfPolice(from: asked)
    else { return false }
    return day.latest > limit.lastDay
  }
}

extension CaseRecords {
  /// Until when the police have to answer, as long as nothing lengthened it (Law 53/2024 Art. 27(3)).
  func limitOfPolice(from asked: Moment) -> Deadline? {
    book.clocks.row(like: "police_verify", in: self, on: asked.dayInVietnam)?
      .limit.deadline(from: asked, book.calendar)
  }
}
