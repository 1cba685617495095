/// What `log export` wrote.
public struct ExportedLog: Sendable {
  /// How many entries the exported log has; the last is the one of this export.
  public let size: Int
  /// The first entry that the export holds.
  public let first: Int
  /// How many files were written, and how many were there already, byte for byte.
  public let written: Int
  public let kept: Int
  /// How many heads that witnesses signed, and that authorities stamped, it has.
  public let cosigned: Int
  public let stamped: Int
  /// How many it should have and has not: they are gone, do not hold, or there are more newer ones than a manifest
  /// can list.
  public let leftOut: Int
  /// The entry of this export.
  public let entry: Int
}
