import Vault

/// A stay in a facility: by the person's wish, for a need that the law names (Law 53/2024 Art. 27(5)), one
/// at a time. A child without support, or in danger with relatives, is handed to a facility without having
/// to wish it.
struct StayRule: FormRule {
  private static let sighted = [
    "case.received_at", "person.birth_date", "identification.decided_at", "stay.stay_from",
    "stay.stay_to", "stay.stay_wish", "stay.stay_need", "stay.stay_extended_by",
    "stay.stay_extended_to",
  ]
  let looksAt = Self.sighted + PrincipalRow.looksAt

  private static let childNeeds: Set<String> = ["child_no_support", "child_danger"]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool { changes.touches("stay", book) }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    try form.requireSight(of: Self.sighted)
    let stays = form.records("stay")
    let faults = stays.flatMap { Self.faults(of: $0.record, form) }
    guard faults.isEmpty else { throw .form(faults) }
    for (change, record) in stays {
      try refuseExtension(change, form)
      try checkNeed(change, record, form)
      try checkIsOnly(record, form)
      guard change.target == .new else { continue }
      try form.refuseWithoutSupport(
        on: form.after.date("stay.stay_from", in: record)?.earliest ?? form.today)
      if form.look.code("case.person_category") == nil {
        form.mark("stay.before_category", in: change)
      }
    }
    form.notes += StayLimit.notes(form.after, on: form.today)
  }

  // MARK: The days

  private static func faults(
    of stay: CaseRecords.Record, _ form: CheckedChanges
  ) -> [FieldFault] {
    let file = form.after
    var faults: [FieldFault] = []
    func note(_ name: String, _ fault: ValueFault) {
      faults.append(FieldFault(field: "stay." + name, fault: fault))
    }
    // The limit of 120 days runs from a day; from a month nothing can run, and nobody would be warned.
    guard let from = file.date("stay.stay_from", in: stay) else {
      return [FieldFault(field: "stay.stay_from", fault: .missing)]
    }
    if from.exactDay == nil { note("stay_from", .wholeDateNeeded) }
    // A day ahead would stop the clock of somebody who is still there; and a stay that has not begun would
    // stand in the way of the one that goes on. What is planned is the plan's.
    for name in ["stay_from", "stay_to"] {
      guard let day = file.date("stay." + name, in: stay),
        day.isCertainlyAfter(PartialDate(form.today))
      else { continue }
      note(name, .inTheFuture)
    }
    return faults
  }

  // MARK: The rules

  /// Two people lengthen a stay, never one form.
  private func refuseExtension(
    _ change: RecordChange, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let fields = form.book.ids(["stay.stay_extended_by", "stay.stay_extended_to"])
    guard change.fields.contains(where: { fields.contains($0.key) && $0.value.state == .given })
    else { return }
    throw .stopped(form.book.stop(.byExtension, about: "stay.stay_extended_to", .secondPerson))
  }

  private func checkNeed(
    _ change: RecordChange, _ stay: CaseRecords.Record, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let file = form.after
    var needed = ["stay.stay_need"]
    // Only the form that opens the stay has to name the facility: a correction need not open where it is.
    if change.target == .new { needed.append("stay.stay_facility") }
    let missing = needed.filter { !file.isGiven($0, in: stay) }
    guard missing.isEmpty else {
      throw .stopped(
        form.book.stop(.missing, about: "stay.stay_need", names: form.book.named(missing)))
    }
    let need = file.code("stay.stay_need", in: stay) ?? ""
    if Self.childNeeds.contains(need) {
      let day = file.date("stay.stay_from", in: stay)?.earliest ?? form.today
      guard file.isMinor(on: day) else {
        throw .stopped(
          form.book.stop(
            .onlyForMinors, about: "stay.stay_need",
            names: [form.book.name(of: need, in: "stay.stay_need")].compactMap(\.self)))
      }
    } else if file.code("stay.stay_wish", in: stay) != "yes" {
      throw .stopped(
        form.book.stop(.noWish, about: "stay.stay_wish", names: form.book.named(["stay.stay_wish"]))
      )
    }
  }

  /// Nobody lives in two places. Of days that are not wholly known only what is certain counts.
  private func checkIsOnly(
    _ stay: CaseRecords.Record, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let file = form.after
    func begins(_ one: CaseRecords.Record, beforeEndOf other: CaseRecords.Record) -> Bool {
      guard let from = file.date("stay.stay_from", in: one) else { return false }
      guard let to = file.date("stay.stay_to", in: other) else { return true }
      return from.isCertainlyBefore(to)
    }
    let others = form.look.records.records(holding: "stay.stay_from").filter { $0.id != stay.id }
    guard
      !others.contains(where: {
        begins($0, beforeEndOf: stay) && begins(stay, beforeEndOf: $0)
      })
    else {
      throw .stopped(
        form.book.stop(
          .openStay, about: "stay.stay_to", names: form.book.named(["stay.stay_to"])))
    }
  }
}
