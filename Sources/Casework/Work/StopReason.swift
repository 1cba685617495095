/// The reasons, each with its sentences in both languages.
public enum StopReason: String, CaseIterable, Hashable, Sendable {
  /// The table has no such step.
  case noStep = "no_step"
  /// The file is in that status already.
  case sameStatus = "same_status"
  /// Something has to be recorded first.
  case missing
  /// What the rule looks at is kept from this member, so that it cannot be held.
  case notSeen = "not_seen"
  /// Another role takes this step.
  case otherRole = "other_role"
  /// Only who answers for the file may ask for this.
  case notOwner = "not_owner"
  /// Nobody is closed as reintegrated at a place of which the file says that it is dangerous.
  case returnDanger = "return_danger"
  /// Closed as reintegrated is who was.
  case notReintegrated = "not_reintegrated"
  /// A double without the file that goes on.
  case duplicateUnlinked = "duplicate_unlinked"
  /// Who asked may not answer.
  case ownWork = "own_work"
  /// Nor may who wrote what is decided on.
  case ownDecision = "own_decision"
  /// Something in the file waits for a second person, and nobody could decide it afterwards.
  case asksWait = "asks_wait"
  /// Whoever answers for the file does not agree that it is closed.
  case ownFile = "own_file"

  // Support and stays
  /// The category has not that regime; the names are those that it has.
  case notEntitled = "not_entitled"
  /// The law has no row for the category at all.
  case noEntitlements = "no_entitlements"
  /// While there is no category only these may be given.
  case beforeCategory = "before_category"
  /// The paper is one for other regimes, which are named.
  case otherRegime = "other_regime"
  /// The file shows that what the right depends on is not so.
  case condition
  /// Books and supplies are for the first school year and the next.
  case thirdSchoolYear = "third_school_year"
  /// The premium is helped with for one year from the certificate.
  case insuranceYear = "insurance_year"
  /// The support of this law is for whoever was identified on the other side of a day.
  case otherLaw = "other_law"
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
  /// A relative with whom contact is recorded as not safe.
  case kinUnsafe = "kin_unsafe"
  /// No relative of this name is recorded with whom contact is safe.
  case kinUnknown = "kin_unknown"
  /// More than who the child is, whom relatives are told to come for.
  case beyondNotice = "beyond_notice"
  /// A category of minors, and the person is of age.
  case ofAge = "of_age"

  // The row of Article 37

  /// The category is one of people who stand elsewhere.
  case otherStanding = "other_standing"
  /// The person with whom a minor came stands in another row.
  case otherPrincipal = "other_principal"
  /// The file keeps another law than that of the person with whom a minor came; the name is theirs.
  case principalLaw = "principal_law"
  /// The person with whom a minor came is no victim by the decision.
  case principalNotIdentified = "principal_not_identified"
  /// A minor who came with nobody.
  case noPrincipal = "no_principal"
  /// The category that stands no longer fits, and until a lead sets it only these may be given.
  case staleCategory = "stale_category"
  /// Help of a victim on a day on which the person was still in process; the names are what they had then.
  case beforeDecision = "before_decision"

  // Protection
  /// Only these kinds may be taken before a decision.
  case notUrgent = "not_urgent"

  // Verification and identification
  /// It cannot lie before this.
  case tooEarly = "too_early"
  /// The steps of an extension have their order, each once.
  case extensionOrder = "extension_order"
  /// Prolonged on the day on which the case was called complex, or before.
  case prolongedTooSoon = "prolonged_too_soon"
  /// The limit that was to be lengthened has passed.
  case limitPassed = "limit_passed"
  /// Beyond what the law allows.
  case beyondLimit = "beyond_limit"
  /// The police have answered.
  case answered
  /// A decision is for somebody in process, or who came with a certificate.
  case notInProcess = "not_in_process"
  /// What was decided is not changed without a reason.
  case decided
  /// Nor is it turned into another decision: two people agreed to it.
  case decisionStands = "decision_stands"
  /// The police answered the contrary.
  case contradictsReply = "contradicts_reply"
  /// A step that was taken rests on the answer of the police, which is not turned into its contrary.
  case replyStands = "reply_stands"
  /// A step that was taken rests on it.
  case restsOnIt = "rests_on_it"

  // Dates from which limits run
  /// A correction by which a limit ends later needs a reason.
  case moveReason = "move_reason"
  /// Such a correction is asked for, or agreed to, by who leads or answers for the file.
  case moveNotYours = "move_not_yours"

  // Links
  case linkToItself = "link_to_itself"
  case linkedAlready = "linked_already"
  /// Two files of one person, and of two.
  case linkedOtherwise = "linked_otherwise"
  /// The same, by way of other files.
  case linkedRound = "linked_round"

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
  /// The field table does not let the colleague's role read it, and no consent names that very field.
  case notOfRole = "not_of_role"
  /// What was consented to is not changed afterwards.
  case consentFixed = "consent_fixed"
  /// It came with the file from another office, and nobody here heard it.
  case consentFromElsewhere = "consent_from_elsewhere"
  /// Under 18 nobody consents alone.
  case needsRepresentative = "needs_representative"
  /// From 18 on the person confirms what a representative agreed to.
  case needsConfirmation = "needs_confirmation"
  /// From 18 on only a guardian, or whom the court appointed, speaks for somebody; the names are what the file lacks.
  case adultsSpeak = "adults_speak"
  case childNotAsked = "child_not_asked"
  case noRepresentative = "no_representative"
  case representativeSuspect = "representative_suspect"
  case representativeUnsafe = "representative_unsafe"
  case representativeUnconfirmed = "representative_unconfirmed"
  /// Where somebody is hidden is given only where that very field was consented to.
  case shelterNotNamed = "shelter_not_named"
  /// The place where somebody is hidden, under a field that papers show.
  case shelterInOpenField = "shelter_in_open_field"
  /// The person keeps it from that office.
  case keptFromOffice = "kept_from_office"
  /// What is derived from a field is kept as long as that; the names are the fields.
  case followsSource = "follows_source"
  /// What is counted is shown of nobody alone.
  case onlyCounted = "only_counted"
  /// The person keeps it from somebody here, and a file that is handed over would keep it from nobody.
  case keptAtTransfer = "kept_at_transfer"
  /// Nobody has given the sender the key of it, and who has none may not say that it goes nowhere.
  case notGivenAtTransfer = "not_given_at_transfer"
  /// Health data go to a provider outside on the person's written request.
  case writtenRequest = "written_request"

  /// The person gave it, and it ended with the file, or when it came out that they were too young to give it alone.
  case consentEndedOwn = "consent_ended_own"
  /// It ended with the representative who gave it.
  case consentEnded = "consent_ended"
  /// The provision is none for giving something so.
  case provisionOtherAct = "provision_other_act"
  /// The provision is for other people; the names are what it asks of the file.
  case provisionOtherCase = "provision_other_case"
  /// The names are the roles to whom it lets something be given.
  case provisionOtherRecipient = "provision_other_recipient"
  /// The names are what it is for.
  case provisionOtherPurpose = "provision_other_purpose"
  /// A consent for such a purpose carries no whole file; the names are those that do.
  case purposeNotOfFile = "purpose_not_of_file"

  /// Nothing allows that the file is handed to that office.
  case transferBasis = "transfer_basis"
  /// What the first file of a transfer went out on has ended.
  case transferEnded = "transfer_ended"
  /// A referral is out at another office, and with the file its answer would have no place; the names are its records.
  case referralOut = "referral_out"

  // Referrals

  /// Which consent or provision it rests on is part of the draft.
  case draftBasis = "draft_basis"
  /// Health data are not passed on by who does not hold them.
  case healthNotReferred = "health_not_referred"
  /// The colleague's role reads nothing of it; the names are the roles that receive, or the fields.
  case cannotReceive = "cannot_receive"
  /// It may not go there from where it stands.
  case referralState = "referral_state"
  /// A card, and a colleague who is to receive it.
  case cardForColleague = "card_for_colleague"
  /// The card is of another office than the one that is named.
  case cardOtherOffice = "card_other_office"
  /// A letter for somebody who reads the fields in this vault.
  case letterForColleague = "letter_for_colleague"
  /// Where somebody is hidden, on a page.
  case shelterOnPaper = "shelter_on_paper"
  /// It never left this vault, or did not come into it, as a file.
  case notBetweenOffices = "not_between_offices"
  /// Another office is answered by a file.
  case answerFile = "answer_file"
  /// It goes to nobody of this vault.
  case noReceiver = "no_receiver"
  /// Only the colleague to whom it was sent answers it.
  case notReceiver = "not_receiver"
  /// The copies that came with it have run out.
  case answeredLate = "answered_late"
  case rejectionReason = "rejection_reason"
  /// It came with a referral that the other office has taken back.
  case takenBack = "referral_taken_back"

  // Requests of the person

  /// Who asks, and how the answer is handed over, comes first.
  case identityFirst = "identity_first"
  case extendedBefore = "extended_before"
  case extensionTooLong = "extension_too_long"
  case limitOver = "limit_over"
  case requestDone = "request_done"
  /// What was asked, when and by whom is not changed afterwards.
  case requestFixed = "request_fixed"
  /// Of age the person asks, and no parent for them.
  case asksThemselves = "asks_themselves"
  /// The ground is not one for this kind of request, or the command is not.
  case refusalOfOtherKind = "refusal_of_other_kind"
  /// Who asks to see or to have their data gets the page, or a ground.
  case answeredByPage = "answered_by_page"
  /// A consent of whoever asked to withdraw still counts.
  case consentsStand = "consents_stand"
  /// Since the request came nothing of what was asked for was done.
  case nothingDone = "nothing_done"

  // Erasure

  /// The person is said to have asked for it, and no such request is open in the file.
  case noErasureRequest = "no_erasure_request"
  /// Its purpose goes on: the file is not closed.
  case notClosed = "not_closed"

  // An entry that is taken back

  /// What was done with it stays on record.
  case staysOnRecord = "stays_on_record"
  /// Other entries name it; the names are their fields.
  case namedElsewhere = "named_elsewhere"
  /// Something that was asked about it waits for a second person.
  case waitsForAnswer = "waits_for_answer"
  /// Another of its kind, of which there is one, was recorded since.
  case recordedSince = "recorded_since"
}
