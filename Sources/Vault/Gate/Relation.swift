/// How a member stands to one case.
public enum Relation: UInt8, CaseIterable, Hashable, Sendable {
  /// None: no assignment, no excerpt.
  case stranger = 0
  /// Opened the case and has not handed it over.
  case opener = 1
  /// The same, for a person under 18 or of unknown age: stricter, see `KeyTable`. Never stored: see
  /// `stored`.
  case openerOfMinor = 2
  /// Assigned to the case, or, for police and legal aid, named in an open request.
  case assigned = 3
  /// Assigned, and the one who answers for the case.
  case owner = 4
  /// Access that stands without assignment: lead, statistician.
  case standing = 5
  /// Duty officer, in an emergency or while assigning health staff.
  case emergency = 6

  /// As the tables and the log have it. More people read the log than the case, so it does not say who
  /// is under 18; what the opener was granted does (`Gate.liveAssignments`).
  var stored: Relation { self == .openerOfMinor ? .opener : self }
}
