/// Which program this is. Formats have versions of their own: those of the vault and of the log stand in what is
/// written, and these numbers say nothing of them (CHANGELOG.md).
enum ProgramVersion {
  /// As Semantic Versioning 2.0.0 spells it: what is not released yet says so.
  static let text = "0.1.0-dev"

  /// What `--version` prints: the name first, as the GNU coding standards have it (section 4.8.1).
  static let line = "safekeep-verify \(text)"
}
