/// A row of the workflow, which has its time.
protocol DatedRow {
  var validity: Validity { get }
  var citation: Citation { get }
}

extension DatedRow {
  /// Whether it is the earlier of two that both have a first day.
  func begins(before other: some DatedRow) -> Bool {
    guard let from = validity.from, let later = other.validity.from else { return false }
    return from < later
  }
}

extension ClockRule: DatedRow {}
extension Entitlement: DatedRow {}
extension StepRule: DatedRow {}
