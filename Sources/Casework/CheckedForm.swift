import Vault

/// A form without a fault: what is to be sealed, and what is odd about it.
struct CheckedForm {
  var values: [FieldID: FieldValue] = [:]
  var warnings: [FormWarning] = []
}
