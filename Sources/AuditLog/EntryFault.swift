/// How a leaf or the line of JSON in it fails to have its form.
///
/// The form has one spelling for every entry: what is refused here could otherwise be read in two
/// ways, or be written back differently from what was signed.
public enum EntryFault: String, Hashable, Sendable, CaseIterable {
  /// Longer than 65,535 bytes: the length prefix of an entry bundle is 16 bits (c2sp.org/tlog-tiles).
  case length
  /// The first line is not `audit-entry/v1` and an origin.
  case header
  /// After the entry there is not exactly one empty line and one signature line of its actor.
  case signatureLine
  /// White space, a brace, colon, comma or quote that is not where it must be, or bytes left over.
  case form
  /// A key that version 1 does not have.
  case unknownKey
  /// A key twice, or not in the order of its bytes.
  case order
  /// A key that every entry must have is not there.
  case missingKey
  /// `v` is not 1.
  case version
  /// Not a plain integer from 0 to 2^53 − 1: a sign, a leading zero, a fraction, an exponent.
  case number
  /// A string that is empty or has a character outside of `[A-Za-z0-9._:/@=+_-]`.
  case text
  /// Not the base64 of exactly so many bytes, in the one spelling it has.
  case base64
  /// Not sixteen lower-case hexadecimal digits.
  case hexadecimal
  /// `out` or `why` has no such code, or `why` stands where it must not, or is missing.
  case code
  /// `fields` is empty, not sorted, or has an item that is not a field code.
  case fields
  /// `n` is not 0 or 1, 2 or 5 times a power of ten.
  case count
}
