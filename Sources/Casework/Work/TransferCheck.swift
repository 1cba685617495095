import Vault

/// Whether a whole file may be handed to another office. The one place that says so: a hand-over is a
/// release like any other, of everything that is recorded.
struct TransferCheck {
  let look: CaseLook
  let today: CalendarDay

  private var book: RuleBook { look.book }

  /// What it looks at.
  static let looksAt =
    [
      "consent.giver", "consent.recipient", "consent.fields", "consent.given_at",
      "consent.expires_at", "consent.withdrawn_at",
    ] + hiddenPlaces

  /// Where somebody is hidden goes only where that very field was consented to (Law 53/2024 Art. 34, 35).
  private static let hiddenPlaces = [
    "protection.shelter", "protection.room", "stay.stay_facility",
  ]

  /// - Throws: `.stopped` where there is no basis for it; `.form` for a provision that the book does not
  ///   have.
  func check(_ basis: TransferBasis, for card: VaultCard) throws(CaseworkError) {
    switch basis {
    case .consent(let id):
      guard let consent = look.records.records.first(where: { isConsent($0, id) }),
        isLive(consent), isMeant(consent, for: card)
      else { throw .stopped(stop()) }
      let lacking = lacking(consent)
      guard lacking.isEmpty else { throw .stopped(stop(lacking)) }
    case .provision(let code):
      let isKnown = book.codeLists["release_provision"].map { $0[code] != nil } ?? true
      guard isKnown, !code.isEmpty else {
        throw .form([FieldFault(field: "provision", fault: .unknownCode)])
      }
    }
  }

  /// Whose consent it is, as the release says it.
  func isByRepresentative(_ id: RecordID) -> Bool {
    look.records.records.first { isConsent($0, id) }
      .map { text("consent.giver", $0) == "representative" } ?? false
  }

  private func stop(_ names: [String] = []) -> RuleStop {
    RuleStop(
      .transferBasis, .consent,
      names: names.compactMap { book[$0].map(StopName.field) })
  }

  private func isConsent(_ record: CaseRecords.Record, _ id: RecordID) -> Bool {
    record.id == id && record.entity == book["consent.giver"]?.entity
  }

  private func value(_ name: String, _ record: CaseRecords.Record) -> FieldValue? {
    look.records.values(name, in: record).first
  }

  private func text(_ name: String, _ record: CaseRecords.Record) -> String? {
    value(name, record).flatMap { CaseRecords.codes(of: $0).first }
  }

  private func isLive(_ record: CaseRecords.Record) -> Bool {
    guard value("consent.given_at", record) != nil, value("consent.withdrawn_at", record) == nil,
      case .date(let text) = value("consent.expires_at", record),
      let last = (try? PartialDate(text))?.latest
    else { return false }
    return last >= today
  }

  /// Whoever was told a name of the office, or the name of its vault.
  private func isMeant(_ record: CaseRecords.Record, for card: VaultCard) -> Bool {
    guard let named = text("consent.recipient", record) else { return false }
    return [card.office, card.origin].compactMap(\.self).contains {
      Self.plain($0) == Self.plain(named)
    }
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What the consent does not name: a class as such, or one of the hidden places that is recorded.
  private func lacking(_ record: CaseRecords.Record) -> [String] {
    let named = Set(value("consent.fields", record).map(CaseRecords.codes) ?? [])
    let places = Self.hiddenPlaces.filter {
      !look.records.values($0, in: nil).isEmpty && !named.contains($0)
    }
    let isWhole = Self.classes.allSatisfy(named.contains)
    return (isWhole ? [] : ["consent.fields"]) + places
  }

  /// Everything that people recorded; the figures are made of it.
  static let classes: [String] =
    FieldClass.keyed.filter { $0 != .facts }.map(\.name)
}
