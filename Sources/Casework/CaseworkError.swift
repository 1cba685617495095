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
  /// The table of places that an office gives a new vault; the line is that of its own file.
  case places(RuleFault)
  /// A single value is not of the form its field asks for.
  case value(ValueFault)
  /// What was given for a form is not one JSON object (RFC 8259); the byte at which that shows.
  case json(at: Int)
  /// What should be text is none.
  case notUTF8
  /// One object has two members of the same name; the byte behind the second name.
  case jsonTwice(at: Int)
  /// The faults of a form, all of them, by the names of the fields; nothing was written.
  case form([FieldFault])
  /// A form without a single answer: there is nothing to write.
  case formEmpty
  /// A day that is over already, where something is to last until then.
  case dayPast
  /// The input of a form does not name the case that it is for, or names another.
  case caseMissing
  case caseDiffers
  /// No form of that name in the adopted rule book.
  case noSuchForm
  /// The record that is to be corrected is not of this form.
  case noSuchRecord
  /// A field that nobody can be kept from: of the operations row, which queues open whole, or of a
  /// restriction itself.
  case notRestrictable
  /// Nothing was asked for, or one letter of a name.
  case questionEmpty
  case questionShort
  /// The faults of a question, all of them, by its parts; nothing was searched.
  case question([FieldFault])
  /// Rows of a register are likely to be of people who have a file, or stand in it twice; nothing was
  /// imported.
  case likelySameRows(RegisterLikeness)
  /// The faults of a register, all counted, the first of them kept; nothing was imported.
  case register(RegisterReport)
  /// The register has a heading and nothing under it.
  case registerEmpty
  /// The register on disk is not the one that was checked.
  case registerChanged
  /// A rule of the work stopped the act; nothing was written but the entry that says so.
  case stopped(RuleStop)
  /// The Vault's own; `denied` holds the entry that records the refusal.
  case vault(VaultError)
}

extension CaseworkError {
  /// Does something behind the door, whose errors are this room's too.
  static func ofVault<Result>(
    _ body: () throws(VaultError) -> Result
  ) throws(CaseworkError) -> Result {
    do { return try body() } catch { throw .vault(error) }
  }
}
