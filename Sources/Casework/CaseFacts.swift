import Vault

/// The coarse facts of a case, for figures alone: what a statistician may count and nobody can be
/// found by. `key=code`, one item each (design, "Field classes"; Format.md, "Facts of a case"); where nothing is
/// known the item says `unknown`, so that its absence tells nothing.
struct CaseFacts {
  /// The case, without what is withheld: nothing here can be made from that.
  let file: CaseRecords
  let now: Moment
  private let withheld: Set<FieldID>

  var book: RuleBook { file.book }

  /// - Parameter withheld: what the person keeps from somebody who holds the facts. Of a value the item says so;
  ///   what happened at some time, and every limit that rests on such a field, is left out, for a limit of which half
  ///   is known would be a wrong one.
  init(_ file: CaseRecords, at now: Moment, without withheld: Set<FieldID> = []) {
    (self.file, self.now, self.withheld) = (file.without(withheld), now, withheld)
  }

  var items: [String] {
    let day = arrival
    let office = file.code("case.receiving_unit")
    var items = [
      "month=" + day.text.prefix(7), "sex=" + told("person.sex", file.code("person.sex")),
      "age=" + told("person.birth_date", age(on: day)),
      "path=" + (file.code("case.entry_path") ?? Self.unknown),
    ]
    items += listed("event.country").map { "route=" + $0 }
    items.append("province=" + (office.flatMap { province(of: $0, on: day) } ?? Self.unknown))
    items.append("office=" + (office ?? Self.unknown))
    items.append("status=" + (file.code("case.status") ?? Self.unknown))
    items += listed("identification.purpose").map { "exploitation=" + $0 }
    items += kind
    items += outcome
    items += services
    items += clocks
    items += CaseDays(file).items
    return items + samePersons
  }

  private static let unknown = "unknown"

  private func told(_ name: String, _ code: String?) -> String {
    isWithheld(name) ? FactSheet.withheld : code ?? Self.unknown
  }

  private func isWithheld(_ name: String) -> Bool {
    book[name].map { withheld.contains($0.id) } ?? false
  }

  /// The day of arrival; of whoever was only told of the day on which the file was opened.
  private var arrival: CalendarDay {
    let moments = ["case.received_at", "case.opened_at"].lazy.compactMap { name in
      file.values(name, in: nil).compactMap(CaseRecords.moment).first
    }
    return moments.first?.day ?? now.dayInVietnam
  }

  /// Under 16 is a child (Law on Children 102/2016 Art. 1), under 18 a minor; the other bounds are
  /// the project's own, wide enough that a small office does not count ones.
  private func age(on day: CalendarDay) -> String? {
    guard let birth = Majority.birth(file.values("person.birth_date", in: nil).first)
    else { return nil }
    let bounds: [(years: Int, name: String)] = [
      (16, "0-15"), (18, "16-17"), (30, "18-29"), (60, "30-59"),
    ]
    // The youngest that the date can mean, as everywhere.
    return bounds.first { birth.latest.adding(months: $0.years * 12) > day }?.name ?? "60+"
  }

  /// The codes that a field has in whatever records, each once.
  private func listed(_ name: String) -> [String] {
    guard !isWithheld(name) else { return [FactSheet.withheld] }
    let codes = Set(file.values(name, in: nil).flatMap(CaseRecords.codes)).sorted()
    return codes.isEmpty ? [Self.unknown] : codes
  }

  /// A commune's code says nothing of its province since 2025; the table does, where it was adopted.
  private func province(of place: String, on day: CalendarDay) -> String? {
    place.utf8.count == 2 ? place : book.places.place(place, on: day)?.parent
  }

  /// A relative who is protected and no more is no arrival (design, "Reports and targets").
  private var kind: [String] {
    file.code("case.file_kind") == "protected_relative" ? ["kind=protected_relative"] : []
  }

  // MARK: What became of it

  private var outcome: [String] {
    let decision = file.code("identification.decision")
    return (isSettled ? ["settled=yes"] : [])
      + (decision == "victim" && standing != "not_identified" ? ["victim=yes"] : [])
  }

  /// The status, or of a closed or reopened file the one before it was closed.
  private var standing: String {
    let status = file.code("case.status") ?? ""
    return ["closed", "reopened"].contains(status) ? file.code("case.former_status") ?? "" : status
  }

  /// Identified or not, passed to another vault, or closed for a reason that settles it (design, "Reports and
  /// targets").
  private var isSettled: Bool {
    if ["identified", "not_identified", "reintegration", "transferred"].contains(standing) {
      return true
    }
    guard file.code("case.status") == "closed" else { return false }
    return file.records(holding: "closure.closure_reason").last.map { record in
      file.values("closure.closure_reason", in: record).flatMap(CaseRecords.codes)
        .contains { ["unfounded", "passed_on", "withdrew", "duplicate"].contains($0) }
    } ?? false
  }

  /// `service=medical:2026-11`, one for each time that support was given and for each measure of protection.
  private var services: [String] {
    let protected = file.records(of: "measure").compactMap { record in
      (file.values("measure.from", in: record) + file.values("measure.entered_at", in: record))
        .compactMap(CaseRecords.moment).first
    }.map { "service=\(Service.protection.rawValue):" + $0.dayInVietnam.text.prefix(7) }
    return (protected + support).sorted()
  }

  private var support: [String] {
    file.records(of: "support_item").compactMap { record -> String? in
      guard let regime = file.code("support_item.regime", in: record),
        let day = file.values("support_item.delivered_at", in: record)
          .compactMap(CaseRecords.moment).first
      else { return nil }
      let service = Service(regime: regime, file, record)
      return "service=\(service.rawValue):" + day.dayInVietnam.text.prefix(7)
    }
  }

  /// `clock=initial_check:met`; of one that runs the month of its last day, so that whoever counts next month
  /// sees that it passed, and nobody sees the day on which somebody came.
  private var clocks: [String] {
    book.clocks.clocks(of: file, at: now).filter {
      $0.rule.kind == .duty
        && (withheld.isEmpty || book.fields(ofClock: $0.rule).isDisjoint(with: withheld))
    }.map { clock in
      let standing = clock.standing(at: now)
      let id = "clock=" + clock.rule.id
      if standing == .met { return id + ":met" }
      if standing == .metLate { return id + ":late" }
      let month = clock.deadline.map { String($0.movedDay.text.prefix(7)) }
      return id + ":open:" + (month ?? "-")
    }.sorted()
  }

  /// Other files of the same person, so that nobody is counted twice.
  private var samePersons: [String] {
    file.records(of: "link").compactMap { record -> String? in
      guard file.code("link.kind", in: record) == LinkKind.same.rawValue,
        case .bytes(let id) = file.values("link.case_ref", in: record).first
      else { return nil }
      return "same=" + Hexadecimal.text(id)
    }.sorted()
  }
}
