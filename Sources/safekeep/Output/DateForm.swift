/// Dates as people read them here: `17/05/2004` for the stored `2004-05-17`, each of which may be
/// cut short to a month or a year. Reading what was typed is the casework's.
enum DateForm {
  /// `2004-05-17` as `17/05/2004`, `2004-05` as `05/2004`, `2004` as it is; anything else unchanged.
  static func forPeople(_ stored: String) -> String {
    let parts = stored.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts.allSatisfy(isDigits) else { return stored }
    return parts.reversed().joined(separator: "/")
  }

  private static func isDigits(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
