import Casework
import Vault

/// A referral that passed as a file, as it is told.
struct ReferralFileReport {
  private let words: any Words

  init(_ words: any Words) { self.words = words }

  func report(_ sent: SentReferralFile, _ code: CaseCode) -> Report {
    let day = DateForm.forPeople(sent.lastDay.text)
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        .init("office", words.referredTo, .text(sent.office)),
        .init("due", words.label(.due), .date(sent.due.text)),
        .init("until", words.label(.until), .date(sent.lastDay.text)),
        .init("entry", words.label(.entry), .integer(sent.entry)),
      ],
      notes: [words.referralSealed(until: day, entry: sent.entry), words.afterSealing])
  }

  func report(_ taken: ReceivedReferral) -> Report {
    let record = RecordName.text(taken.record.bytes)
    let earlier: [Report.Field] =
      taken.earlier.isEmpty
      ? []
      : [.init("earlier", words.earlierCopiesLabel, .list(taken.earlier.map { .text($0) }))]
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(taken.code)),
        .init("record", words.recordName, .text(record)),
        .init("due", words.label(.due), taken.due.map { .date($0.text) } ?? .none),
      ] + earlier + [.init("entry", words.label(.entry), .integer(taken.entry))],
      notes: [
        words.referralTakenIn(code: taken.code, entry: taken.entry),
        words.next("referral accept \(taken.code) \(record)"),
      ])
  }
}
