/// The notes, each with its sentence in both languages.
public enum NoteReason: String, CaseIterable, Hashable, Sendable {
  /// The law gives this support on a condition that no field of the file shows.
  case condition
  /// The person is of age; a category of minors has to be looked at again.
  case cameOfAge = "came_of_age"
  /// Of the two school years that the law has, both are recorded (Decree 162/2025 Art. 24).
  case lastSchoolYear = "last_school_year"
  /// Identified before 1 July 2025: the support of the law of 2011 is kept (Art. 63).
  case olderLaw = "older_law"
  /// Identified since then or not yet, in a file that keeps the law of 2011.
  case newerLaw = "newer_law"
  /// A child's file without a representative who may act.
  case representative
  /// The decision ends the row of Article 37 that the file has.
  case categoryAnew = "category_anew"
  /// A level of risk, and nobody asked the person.
  case ownWords = "own_words"
  /// An urgent measure: the decision has to follow.
  case decisionDue = "decision_due"
  /// The category that the law has for a minor who came with this person.
  case categoryHint = "category_hint"
  /// The kind of file that a protected relative has who is no victim.
  case fileKindHint = "file_kind_hint"
  /// Recorded by whoever may not read it; the next step asks for it.
  case askedLater = "asked_later"
  /// The person is of age sooner than the copies would have ended.
  case copiesEnded = "copies_ended"
  /// What the file says of nationality or arrival speaks against the row of Article 37.
  case categoryDoubt = "category_doubt"
  /// A stay, or stays without a day between, longer than the limit.
  case stayBeyondLimit = "stay_beyond_limit"
  /// Applied for after the time in which to apply.
  case windowPassed = "window_passed"
  /// Applied for before the decision that the person is a victim.
  case windowNotBegun = "window_not_begun"
  /// The limits of a double end with it, and run on in the file that goes on.
  case clocksCarried = "clocks_carried"
  /// The person has died: the limits end with the file.
  case clocksEnded = "clocks_ended"
  /// Of somebody who never came: what an arrival asks for ends with the file.
  case neverCame = "never_came"
  /// Of age, and asked for by somebody whose right to it no field shows.
  case representedOfAge = "represented_of_age"
  /// The police answered anew, and the contrary.
  case replyChanged = "reply_changed"
  /// The place where somebody is hidden stands under a field that papers show.
  case shelterInOpenField = "shelter_in_open_field"
  /// Danger where somebody has gone back to already.
  case dangerAfterReturn = "danger_after_return"
  /// Somebody of age goes where that is recorded as dangerous.
  case returnDanger = "return_danger"
  /// A return failed, and what was found out before it says nothing of the next.
  case returnAnew = "return_anew"
  /// Stays with days between them are longer together than the limit of one.
  case staysTogether = "stays_together"
  /// A request is answered in words, which do nothing of what was asked for.
  case onlyAnswered = "only_answered"
  /// The file of the person with whom a minor came is not theirs to read who sets the row.
  case principalUnseen = "principal_unseen"
  /// The person with whom a minor came stands in another row by now.
  case principalElsewhere = "principal_elsewhere"
  /// Minors came with somebody whose row changes.
  case dependantsAnew = "dependants_anew"
  /// A corrected date waits for a second person, and the older one counts until then.
  case moveAsked = "move_asked"
  /// A correction that waited for a second person waits no more: what was recorded now takes its place.
  case askLapsed = "ask_lapsed"
  /// What is recorded of a referral after it went out stays here, and moves it nowhere.
  case referralOut = "referral_out"
  /// Limits run from the corrected date.
  case clockMoved = "clock_moved"
  /// The file has these limits no more: they run from the corrected date should they come back.
  case moveResting = "move_resting"
  /// Given by consent, and no agreement with the recipient is on file.
  case agreement
}
