import Casework
import Vault

/// The signed word about a referral, for the office from which it came or to which it went.
struct ReferralWordFile {
  let code: CaseCode
  let record: RecordID
  let path: String
  let desk: Desk

  /// - Parameter input: the reason, of a rejection.
  func write(
    _ word: ReferralWord,
    _ input: (Casework) throws -> FormInput = { _ in FormInput([:]) }
  ) throws {
    let file = try NewFile(path, reserving: NewFile.ofWord)
    let told = try desk.withCasework { casework, session in
      let given = try input(casework)
      return try Fault.doing(.writing) {
        try casework.tell(word, of: record, given, in: code, as: session)
      }
    }
    try file.write(told.note)
    try file.finish()
    let words = desk.words
    guard let state = ReferralState(rawValue: word.rawValue) else { return }
    try desk.show(
      ReferralReport(code: code, record: record, words: words).report(
        state, entry: told.entry,
        notes: [words.referralTold(entry: told.entry)]
          + (told.isFileGone ? [words.referralFileGone] : [])))
  }
}
