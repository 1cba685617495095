/// Which of the two files of a vault a backup holds. They are never in one: custody opens what is in the
/// other, also what was destroyed since.
public enum BackupKind: String, CaseIterable, Hashable, Sendable {
  case records
  case custody
}
