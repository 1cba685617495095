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

  // Support and stays
  /// The category has not that regime; the names are those that it has.
  case notEntitled = "not_entitled"
  /// The law has no row for the category at all.
  case noEntitlements = "no_entitlements"
  /// While there is no category only these may be given.
  case beforeCategory = "before_category"
  /// The file shows that what the right depends on is not so.
  case condition
  /// Closed, or gone elsewhere.
  case fileClosed = "file_closed"
  /// Not a victim by the decision: what was given stays, nothing new is.
  case notIdentified = "not_identified"
  /// The file of a relative who is protected holds no support.
  case relativeFile = "relative_file"
  /// Nobody stays without wishing it.
  case noWish = "no_wish"
  /// The need is one of minors.
  case onlyForMinors = "only_for_minors"
  /// A stay goes on at that time.
  case openStay = "open_stay"
  /// No stay goes on.
  case noOpenStay = "no_open_stay"
  /// A stay is lengthened by two people and never by a form.
  case byExtension = "by_extension"
  /// The limit cannot be lengthened.
  case noExtension = "no_extension"
  /// Not later than the limit as it is.
  case notLater = "not_later"
  /// Who decided may not decide this.
  case approver

  // Children
  /// There is ground to believe that relatives are a danger: a facility, not they.
  case dangerAtHome = "danger_at_home"
  /// A category of minors, and the person is of age.
  case ofAge = "of_age"

  // Protection
  /// Only these kinds may be taken before a decision.
  case notUrgent = "not_urgent"

  // Verification and identification
  /// It cannot lie before this.
  case tooEarly = "too_early"
  /// The steps of an extension have their order, each once.
  case extensionOrder = "extension_order"
  /// The limit that was to be lengthened has passed.
  case limitPassed = "limit_passed"
  /// Beyond what the law allows.
  case beyondLimit = "beyond_limit"
  /// The police have answered.
  case answered
  /// A decision is for somebody in process, or who came with a certificate.
  case notInProcess = "not_in_process"
  /// What was decided is not changed without a reason, and what it says not at all.
  case decided

  // Links
  case linkToItself = "link_to_itself"
  case linkedAlready = "linked_already"
}
