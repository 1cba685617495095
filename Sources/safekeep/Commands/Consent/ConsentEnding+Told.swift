import Casework
import Vault

extension ConsentEnding {
  /// What follows from the end of a consent, after the sentence that says it ended.
  func notes(of code: CaseCode, in words: any Words) -> [String] {
    notes(in: words) + (recipients.isEmpty ? [] : [words.recipientsTold(code: code.text)])
  }

  /// The same of an end that no record of a consent says.
  func notes(in words: any Words) -> [String] {
    var notes: [String] = []
    if !referrals.isEmpty { notes.append(words.referralsRevoked(referrals.count)) }
    if !offices.isEmpty { notes.append(words.filesElsewhere(Self.named(offices, words))) }
    if !recipients.isEmpty { notes.append(words.recipientsToTell(Self.named(recipients, words))) }
    return notes
  }

  private static func named(_ names: [String], _ words: any Words) -> String {
    names.map { Cell.recipient($0, words).shown(in: words) }.joined(separator: "; ")
  }

  func fields(in words: any Words) -> [Report.Field] {
    [
      .init(
        "referrals", words.referralsRevokedLabel,
        .list(referrals.map { .text(RecordName.text($0.bytes)) })),
      .init("to_tell", words.toTellLabel, .list(recipients.map { .recipient($0, words) })),
    ]
  }
}

extension Cell {
  /// Who was given something; whoever keeps the person safe without their name.
  static func recipient(_ name: String, _ words: any Words) -> Cell {
    name == PageField.placeOfShelter ? .code(name, label: words.placeOfShelter) : .text(name)
  }
}
