/// How a signed note, a key text, a checkpoint or a file around them fails to have its form
/// (c2sp.org/signed-note, tlog-checkpoint, tlog-proof, tlog-witness, tlog-tiles).
public enum NoteFault: String, Hashable, Sendable, CaseIterable {
  /// Longer than ``SignedNote/maximumLength``.
  case length
  /// Not UTF-8, a control character other than the line end, or no line end at the end.
  case text
  /// No empty line between the text and the signatures.
  case separator
  /// A line after the empty line that is not a signature.
  case signatureLine
  /// No signature, or more than ``SignedNote/maximumSignatures``.
  case signatureCount
  /// A key name that is empty or has a space, a plus sign or anything outside of graphic ASCII.
  case keyName
  /// A key text that is not `name+id+key`.
  case keyForm
  /// A key text whose id is not the hash of the rest.
  case keyID
  /// A signature type that this program cannot check.
  case algorithm
  /// A checkpoint that has not exactly three lines.
  case lines
  /// A checkpoint whose first line is not a name.
  case origin
  /// A size or index that is not plain decimal, or too large.
  case size
  /// A hash that is not base64 of 32 bytes, or a root that the empty tree does not have.
  case hash
  /// A file around a checkpoint whose own lines are wrong.
  case header
  /// A tile path or an entry bundle that does not have its form.
  case tile
}
