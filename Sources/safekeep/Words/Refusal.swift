/// Why somebody is not allowed: the reason codes of the log, as the porch knows them.
///
/// The raw value is the code in the log and in `--json`.
enum Refusal: String, CaseIterable, Sendable {
  case notAssigned = "not_assigned"
  case fieldClass = "class"
  case restricted
  case purpose
  case state
  case consent
  case secondPerson = "second_person"
  case expired
  case tampered
  case suspended
  case role
  case passphrase
}
