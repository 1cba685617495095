/// What is to be restored, from what, and what is known of the log elsewhere.
public struct RestorePlan: Sendable {
  /// A backup of the records; or the records file, or the directory, of a vault whose custody is lost.
  public var records: String
  /// A backup of custody, or a custody file.
  public var custody: String
  /// The new directory.
  public var place: String
  /// Who restores, and the directory of their pins: what their client remembers counts.
  public var handle: String
  public var pins: String
  /// A pin file: the log must begin with every head in it.
  public var heads: [UInt8]?
  /// An export of the log, or a vault, that may know more than the backup. Of a vault without custody the log is read alone.
  public var newer: String?
  /// Whether an administrator asks an auditor to go on although more is remembered than there is.
  public var acceptsRollback = false
  /// Whether cases may stay behind that this custody has no key of.
  public var acceptsGaps = false

  public init(records: String, custody: String, place: String, handle: String, pins: String) {
    (self.records, self.custody, self.place) = (records, custody, place)
    (self.handle, self.pins) = (handle, pins)
  }
}
