/// Why a transfer does not go on: the state of the case, or an acceptance that does not belong to it.
public enum TransferFault: String, CaseIterable, Hashable, Sendable {
  // Of the case.
  /// From where it stands nothing leads to the end of a transfer.
  case noStep = "transfer_no_step"
  /// No file with the lead's part was made, or none for this card.
  case notSent = "transfer_not_sent"
  /// Something was recorded after a file was made; it is in no file.
  case changed = "transfer_changed"
  /// There is a clinical or vital part, and no file of it was made.
  case clinicalMissing = "transfer_clinical_missing"
  /// The consent that the first file went out on was withdrawn, or is over.
  case basisEnded = "transfer_basis_ended"
  /// What leaves by its own name alone was recorded once, and stands in an older version.
  case unnamed = "transfer_unnamed"
  /// An entry of it was taken back and waits for a second person.
  case retracted = "transfer_retracted"
  /// A referral went to another office as a file since the lead's part was made.
  case referralOut = "transfer_referral_out"
  /// The lead's part has to be taken in first.
  case fileFirst = "transfer_file_first"
  /// The file was taken in already.
  case receivedBefore = "transfer_received_before"

  // Of an acceptance.
  /// Not an acceptance of this version.
  case acceptanceForm = "acceptance_form"
  /// Signed by nobody on the card who may.
  case acceptanceSignature = "acceptance_signature"
  /// Of another transfer, vault or file.
  case acceptanceOther = "acceptance_other"
  /// One of the parts is not accepted yet.
  case acceptanceMissing = "acceptance_missing"

  // Of a word about a referral.
  /// None of this version.
  case answerForm = "answer_form"
  /// Signed by nobody on the card who may.
  case answerSignature = "answer_signature"
  /// Of another referral, vault or file, or not theirs to say.
  case answerOther = "answer_other"

  /// Whether the case is in the way, which is an entry, and not what was brought from outside.
  public var isOfCase: Bool {
    switch self {
    case .noStep, .notSent, .changed, .clinicalMissing, .basisEnded, .unnamed, .retracted,
      .referralOut, .fileFirst, .receivedBefore:
      true
    default: false
    }
  }

  /// Whether what is lacking is the person's word.
  var isOfConsent: Bool { self == .basisEnded || self == .unnamed }
}
