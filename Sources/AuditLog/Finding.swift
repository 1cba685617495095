/// The first entry of a log that does not fit, and why.
///
/// It is not an error among others: it says that the log was tampered with or is broken, and has exit
/// status 20 of its own.
public struct Finding: Error, Hashable, Sendable {
  /// The index of the entry; for a head that does not match, the first entry that it and the leaves
  /// disagree about.
  public let seq: Int
  /// What is wrong with it.
  public let fault: AuditLogError

  /// A finding.
  public init(seq: Int, fault: AuditLogError) { (self.seq, self.fault) = (seq, fault) }
}
