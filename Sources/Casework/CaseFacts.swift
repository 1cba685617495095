import Vault

/// The coarse facts of a case, for figures alone: what a statistician may count and nobody can be
/// found by. `key=code`, one item each (design, "Field classes"); where nothing is known the item
/// says `unknown`, so that its absence tells nothing.
struct CaseFacts {
  private let book: RuleBook
  private let values: [FieldID: FieldValue]

  init(_ values: [FieldID: FieldValue], book: RuleBook) {
    self.book = book
    self.values = values
  }

  /// - Parameter received: the day of arrival.
  func items(received: CalendarDay) -> [String] {
    let office = text("case.receiving_unit")
    return [
      "month=" + received.text.prefix(7), "sex=" + (text("person.sex") ?? Self.unknown),
      "age=" + age(on: received), "path=" + (text("case.entry_path") ?? Self.unknown),
      "route=" + (text("event.country") ?? Self.unknown),
      "province=" + (office.flatMap { province(of: $0, on: received) } ?? Self.unknown),
      "office=" + (office ?? Self.unknown), "status=" + (text("case.status") ?? Self.unknown),
    ] + exploitation.map { "exploitation=" + $0 }
  }

  private static let unknown = "unknown"

  /// Under 16 is a child (Law on Children 102/2016 Art. 1), under 18 a minor; the other bounds are
  /// the project's own, wide enough that a small office does not count ones.
  private func age(on day: CalendarDay) -> String {
    guard let birth = Majority.birth(values(of: "person.birth_date")) else { return Self.unknown }
    let bounds: [(years: Int, name: String)] = [
      (16, "0-15"), (18, "16-17"), (30, "18-29"), (60, "30-59"),
    ]
    // The youngest that the date can mean, as everywhere.
    return bounds.first { birth.latest.adding(months: $0.years * 12) > day }?.name ?? "60+"
  }

  private var exploitation: [String] {
    guard case .list(let codes) = values(of: "identification.purpose"), !codes.isEmpty else {
      return [Self.unknown]
    }
    return codes.sorted()
  }

  /// A commune's code says nothing of its province since 2025; the table does, where it was adopted.
  private func province(of place: String, on day: CalendarDay) -> String? {
    place.utf8.count == 2 ? place : book.places.place(place, on: day)?.parent
  }

  private func values(of name: String) -> FieldValue? { book[name].flatMap { values[$0.id] } }

  private func text(_ name: String) -> String? {
    guard case .text(let text) = values(of: name) else { return nil }
    return text
  }
}
