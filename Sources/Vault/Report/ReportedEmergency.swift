import AuditLog

/// An emergency access, as the entry that opened it tells of it.
public struct ReportedEmergency: Hashable, Sendable {
  /// That entry.
  public let entry: Int
  public let fieldClass: FieldClass
  /// A code; what was written beside it is sealed for the leads.
  public let reason: String?

  init?(_ entry: Entry) {
    guard entry.act == Act.emergencyOpen, entry.out == .ok,
      let fieldClass = entry.class.flatMap(UInt16.init(exactly:)).flatMap(FieldClass.init)
    else { return nil }
    (self.entry, self.fieldClass, reason) = (entry.seq, fieldClass, entry.kind)
  }
}
