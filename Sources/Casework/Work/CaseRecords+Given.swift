import Vault

/// What was given under one name: of one record, or of the one that there is.
extension CaseRecords {
  func code(_ name: String, in record: Record? = nil) -> String? {
    value(name, in: record).flatMap { Self.codes(of: $0).first }
  }

  /// A day as far as it is known; of a moment the day on which it fell in Viet Nam.
  func date(_ name: String, in record: Record? = nil) -> PartialDate? {
    switch value(name, in: record) {
    case .date(let text): try? PartialDate(text)
    case .dateTime(let text): (try? Moment(text)).map { PartialDate($0.dayInVietnam) }
    default: nil
    }
  }

  func moment(_ name: String, in record: Record? = nil) -> Moment? {
    value(name, in: record).flatMap(Self.moment)
  }

  /// Whether the person is, or may be, under 18 on a day: unknown age counts as under 18.
  func isMinor(on day: CalendarDay) -> Bool {
    Majority.isMinor(values("person.birth_date", in: nil).first, on: day)
  }

  func isChild(on day: CalendarDay) -> Bool {
    Majority.isChild(values("person.birth_date", in: nil).first, on: day)
  }
}

extension RuleBook {
  /// A refusal that rests on one field: it is named by the field and cites what the field rests on.
  func stop(
    _ reason: StopReason, about name: String, _ obstacle: CaseObstacle = .state,
    names: [StopName] = []
  ) -> RuleStop {
    RuleStop(reason, obstacle, label: self[name]?.label, self[name]?.citation, names: names)
  }

  /// Fields, for a refusal to name.
  func named(_ names: some Sequence<String>) -> [StopName] {
    names.compactMap { self[$0] }.map(StopName.field)
  }
}
