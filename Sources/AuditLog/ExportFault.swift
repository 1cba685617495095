/// How a file of an export, or one that an auditor keeps beside it, fails.
public enum ExportFault: String, Hashable, Sendable, CaseIterable {
  /// A file that must be there is not.
  case missing
  /// The export begins in the middle, and no kept head says who could sign there.
  case beginning
  /// A file that neither the tree nor the manifest accounts for.
  case unlisted
  /// What lies there is no file: a link, a pipe, an empty folder.
  case strange
  /// A file is longer than one of its kind can be.
  case large
  /// A file does not have the hash that the manifest states.
  case altered
  /// The manifest does not have its form, or is of another log, size or beginning.
  case manifest
  /// The manifest is not signed by the member whose entry says that this export was made.
  case manifestSignature
  /// The last entry is not the making of an export.
  case unstated
  /// A tile or a bundle is not what the entries make.
  case tile
  /// A leaf of the directory is not the one in the log, or its proof is of another head.
  case directory
  /// A key file is not the key that the log knows.
  case key
  /// A line under a note is not good, or by a key that the export does not hold.
  case cosignature
  /// The member or log that must have signed a kept head did not.
  case pinSignature
  /// A handle is not the one whose hash the log names.
  case handle
  /// The field table is not the one that the log adopted.
  case schema
  /// A line under a kept head is not good, or by a key that nobody knows.
  case pinLine
  /// A pin file does not have its form.
  case pinForm
  /// What a pin file keeps beside a head is not what was written there.
  case pinCheck
  /// A policy file does not have its form (c2sp.org/tlog-policy).
  case policyForm
  /// The log is none of those that the policy names.
  case policyLog
}
