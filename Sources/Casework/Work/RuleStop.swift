public import Vault

/// Why a rule of the work stopped an act, and what would make it right. Codes and names of the rule book
/// only, never a value.
public struct RuleStop: Hashable, Sendable {
  public let reason: StopReason
  /// What the entry of the refusal says.
  public let obstacle: CaseObstacle
  /// The rule, by its name in both languages; nil where no single row of the book is it.
  public let label: RuleLabel?
  public let citation: Citation?
  /// Fields, codes or roles that the sentence names: what is missing, or what would be allowed.
  public let names: [StopName]
  /// The entry of the refusal; nil until it is written.
  public internal(set) var entry: Int?

  init(
    _ reason: StopReason, _ obstacle: CaseObstacle = .state, label: RuleLabel? = nil,
    _ citation: Citation? = nil, names: [StopName] = []
  ) {
    (self.reason, self.obstacle, self.label) = (reason, obstacle, label)
    (self.citation, self.names) = (citation, names)
  }
}

/// Something that a refusal names: a code for programs, and what people call it.
public enum StopName: Hashable, Sendable {
  /// A field, by its name in the book.
  case field(FieldDefinition)
  /// A code of a list, with its label.
  case code(String, RuleLabel)
  case role(Role)
  /// What no field shows (`@no_open_clock`).
  case condition(RuleCondition.Special)
  /// A clock that still runs.
  case clock(ClockRule)
}

/// The reasons, each with its sentences in both languages.
public enum StopReason: String, CaseIterable, Hashable, Sendable {
  /// The table has no such step.
  case noStep = "no_step"
  /// The file is in that status already.
  case sameStatus = "same_status"
  /// Something has to be recorded first.
  case missing
  /// Another role takes this step.
  case otherRole = "other_role"
  /// Only who answers for the file may ask for this.
  case notOwner = "not_owner"
  /// Who asked may not answer.
  case ownWork = "own_work"

  // Consents and what is given to others

  /// Exactly one consent or provision has to be named.
  case noBasis = "no_basis"
  case consentMissing = "consent_missing"
  case consentWithdrawn = "consent_withdrawn"
  case consentExpired = "consent_expired"
  /// It ends before the copies would.
  case consentEndsSooner = "consent_ends_sooner"
  case consentOtherRecipient = "consent_other_recipient"
  case consentOtherPurpose = "consent_other_purpose"
  case consentLacksFields = "consent_lacks_fields"
  /// What was consented to is not changed afterwards.
  case consentFixed = "consent_fixed"
  /// Under 18 nobody consents alone.
  case needsRepresentative = "needs_representative"
  /// From 18 on the person confirms what a representative agreed to.
  case needsConfirmation = "needs_confirmation"
  case childNotAsked = "child_not_asked"
  case noRepresentative = "no_representative"
  case representativeSuspect = "representative_suspect"
  case representativeUnsafe = "representative_unsafe"
  case representativeUnconfirmed = "representative_unconfirmed"
  /// Where somebody is hidden is given only where that very field was consented to.
  case shelterNotNamed = "shelter_not_named"
  /// Health data go to a provider outside on the person's written request.
  case writtenRequest = "written_request"

  // Referrals

  /// It may not go there from where it stands.
  case referralState = "referral_state"
  /// It goes to nobody of this vault.
  case noReceiver = "no_receiver"
  /// Only the colleague to whom it was sent answers it.
  case notReceiver = "not_receiver"
  case rejectionReason = "rejection_reason"

  // Requests of the person

  /// Who asks, and how the answer is handed over, comes first.
  case identityFirst = "identity_first"
  case extendedBefore = "extended_before"
  case extensionTooLong = "extension_too_long"
  case limitOver = "limit_over"
  case requestDone = "request_done"
  /// The ground is not one for this kind of request, or the command is not.
  case refusalOfOtherKind = "refusal_of_other_kind"
}
