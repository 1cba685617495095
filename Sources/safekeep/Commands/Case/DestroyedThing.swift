import Vault

/// What of a case an entry destroyed, and by which decision.
struct DestroyedThing: Equatable {
  enum Extent: CaseIterable {
    case file, part, entry
  }

  let extent: Extent
  /// The second person's answer, or the restore; nil where the entry names none.
  let decision: Int?

  init(_ extent: Extent, by decision: Int?) { (self.extent, self.decision) = (extent, decision) }

  /// Nil for an entry that destroyed nothing.
  init?(_ access: ReportedAccess) {
    guard access.isDestruction else { return nil }
    let line = access.line
    let isPart = access.fieldClass != nil
    self.init(
      line.act == "case.retract" ? .entry : isPart ? .part : .file,
      by: access.isOfRestore ? line.ref : line.by)
  }
}
