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
  /// Nothing allows that a file is handed to that office.
  case noBasis = "no_basis"
}
