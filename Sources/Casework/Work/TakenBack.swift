import Vault

/// What came with a referral that its sender took back: its use here ends (Law 53/2024 Art. 3(10); Law 91/2025 Art. 10).
/// Nothing of it is given on by a consent of before, and no page of the file is printed. A consent that the person
/// gives this office afterwards carries it again; what a provision of the law orders it orders all the same.
struct TakenBack {
  static let looksAt = ["referral.fields", "case.transfer"]

  private struct Back {
    var at: Moment
    var fields: Set<String>
  }

  private let records: CaseRecords
  private let all: [Back]

  init(_ records: CaseRecords) throws(CaseworkError) {
    self.records = records
    let passed = try CaseworkError.ofVault { () throws(VaultError) in
      try PassedReferral.all(in: records.values("case.transfer", in: nil).first)
    }
    all = passed.compactMap { referral in
      guard let at = referral.takenBack,
        let record = records.record(referral.referral, of: "referral")
      else { return nil }
      return Back(
        at: Moment(seconds: Int64(at)), fields: Set(records.items("referral.fields", in: record)))
    }
  }

  /// Why fields are not given on, or nil.
  ///
  /// - Parameter fields: nil for the whole file.
  func stop(_ fields: [FieldDefinition]?, on basis: ReleaseBasis) -> RuleStop? {
    guard case .consent(let id) = basis else { return nil }
    let given = records.record(id, of: "consent").flatMap {
      records.moment("consent.given_at", in: $0)
    }
    let kept = all.filter { back in given.map { $0 <= back.at } ?? true }.flatMap(\.fields)
    let named = Set(kept).sorted().compactMap { records.book[$0] }.filter { field in
      fields?.contains { $0.id == field.id } ?? true
    }
    return named.isEmpty ? nil : Self.stop(of: named)
  }

  /// Why no page of the file is printed, or nil.
  func stopOfPage(on today: CalendarDay) -> RuleStop? {
    let given = records.records(of: "consent").compactMap { record -> Moment? in
      Consent(record: record, records: records).stop(on: today) == nil
        ? records.moment("consent.given_at", in: record) : nil
    }
    let kept = all.filter { back in !given.contains { $0 > back.at } }.flatMap(\.fields)
    return kept.isEmpty ? nil : Self.stop(of: Set(kept).sorted().compactMap { records.book[$0] })
  }

  private static func stop(of fields: [FieldDefinition]) -> RuleStop {
    RuleStop(.takenBack, .consent, .nonDisclosure, names: fields.map(StopName.field))
  }
}
