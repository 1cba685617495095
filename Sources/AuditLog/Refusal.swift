/// Why an act did not go well: the key `why`.
public enum Refusal: String, Hashable, Sendable, CaseIterable {
  /// The case is not assigned to the asker.
  case notAssigned = "not_assigned"
  /// The asker's role does not reach this class of fields.
  case fieldClass = "class"
  /// The person restricted this field.
  case restricted
  /// The purpose does not allow it.
  case purpose
  /// The case is not at the stage for it.
  case state
  /// There is no consent, or no longer.
  case consent
  /// A second person is needed and is not there.
  case secondPerson = "second_person"
  /// What allowed it has run out.
  case expired
  /// What is stored does not match the log.
  case tampered
  /// The asker is suspended.
  case suspended
  /// The asker does not have the role.
  case role
  /// The passphrase was wrong.
  case passphrase
}
