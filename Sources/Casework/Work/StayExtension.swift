public import Vault

/// What somebody asks of a second person who is to lengthen a stay: which record, until when, by whose
/// decision. As one word it waits in the sealed list of the case.
public struct StayExtension: Hashable, Sendable {
  public let record: RecordID
  public let until: CalendarDay
  /// A code of `extension_approver`.
  public let approver: String

  init(record: RecordID, until: CalendarDay, approver: String) {
    (self.record, self.until, self.approver) = (record, until, approver)
  }

  /// `00…ff:2027-01-31:director`
  var subject: String { "\(Hexadecimal.text(record.bytes)):\(until.text):\(approver)" }

  /// Nil for what is not written so.
  public init?(_ subject: String) {
    let parts = subject.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, !parts[2].isEmpty,
      let record = Hexadecimal.bytes(parts[0], count: 16).flatMap({ RecordID(bytes: $0) }),
      let until = try? PartialDate(parts[1]).exactDay, until.text == parts[1]
    else { return nil }
    self.init(record: record, until: until, approver: parts[2])
  }

  // MARK: The rules

  /// Whose decision lengthens a stay (Decree 162/2025 Art. 17).
  static let approvers = ["director", "health_agency", "competent_body"]

  /// Why the stay may not be lengthened so, or nil.
  func stop(_ look: CaseLook, at now: Moment) -> RuleStop? {
    let book = look.book
    guard !["closed", "transferred", "not_identified"].contains(look.code("case.status") ?? "")
    else {
      return book.stop(.fileClosed, about: "case.status")
    }
    guard Self.approvers.contains(approver) else {
      return book.stop(
        .approver, about: "stay.stay_extended_by",
        names: Self.approvers.compactMap { book.name(of: $0, in: "stay.stay_extended_by") })
    }
    guard Self.openStay(look)?.id == record,
      let clock = book.clocks.clocks(of: look.records, at: now).first(where: {
        $0.record == record && $0.rule.end.fields.contains("stay.stay_to")
      })
    else { return book.stop(.noOpenStay, about: "stay.stay_from") }
    let rule = clock.rule
    guard rule.extends != nil || !book.clocks.extensions(of: clock, in: look.records).isEmpty else {
      return RuleStop(.noExtension, label: rule.label, rule.citation)
    }
    guard let deadline = clock.deadline, until <= deadline.lastDay else { return nil }
    return RuleStop(.notLater, label: rule.label, rule.citation, names: [.clock(rule)])
  }

  /// The stay that goes on.
  static func openStay(_ look: CaseLook) -> CaseRecords.Record? {
    look.records.records(holding: "stay.stay_from").last {
      look.records.isGiven("stay.stay_from", in: $0)
        && !look.records.isGiven("stay.stay_to", in: $0)
    }
  }
}
