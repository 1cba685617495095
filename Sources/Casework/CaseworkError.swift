public import Vault

/// What can go wrong in the living room. Each case holds codes, line numbers and the names of
/// columns and fields of the rule book; never a value somebody gave, never a path.
public enum CaseworkError: Error, Equatable, Sendable {
  /// The bytes could not be read further; the system's error number.
  case unreadable(errno: Int32)
  /// A file is not a table as RFC 4180 describes it.
  case csv(CSVFault)
  /// The rule book is incomplete or contradicts itself; nothing of it is used.
  case rules(RuleFault)
  /// A single value is not of the form its field asks for.
  case value(ValueFault)
  /// What was given for a form is not one JSON object (RFC 8259); the byte at which that shows.
  case json(at: Int)
  /// The faults of a form, all of them, by the names of the fields; nothing was written.
  case form([FieldFault])
  /// The input of a form does not name the case that it is for, or names another.
  case caseMissing
  case caseDiffers
  /// No form of that name in the adopted rule book.
  case noSuchForm
  /// The record that is to be corrected is not of this form.
  case noSuchRecord
  /// The faults of a register, all counted, the first of them kept; nothing was imported.
  case register(RegisterReport)
  /// The register on disk is not the one that was checked.
  case registerChanged
  /// The Vault's own; `denied` holds the entry that records the refusal.
  case vault(VaultError)
}
