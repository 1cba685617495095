/// What `vault restore` made.
public struct Restored: Sendable {
  /// How many entries the backup had; those of the restore come after them.
  public let backedUp: Int
  /// UTC milliseconds at which it was made, as its manifest says; nil for the records of a vault whose custody is lost,
  /// which were taken as they are.
  public let made: Int?
  /// The most entries that anybody is known to remember, where it is more than the backup had.
  public let remembered: Int?
  public let cases: Int
  /// Cases that were erased, or handed over, after the backup: they were taken out again.
  public let erased: Int
  public let handedOver: Int
  /// Parts of cases that were erased after it, and were again.
  public let parts: Int
  /// Entries of cases that were taken back after it and wait for a second person: out of sight here too, and asked for
  /// by nobody until somebody asks anew.
  public let hidden: Int
  /// Cases that do not open with this custody.
  public let gaps: Int
  /// The generation of a custody that is of before the records; nil where it is not.
  public let custodyBehind: Int?
  /// The generation of custody that the log of the records states.
  public let generation: Int
  /// Cases whose part of the search index went with what was erased again, and that nobody finds until somebody who
  /// may read them puts them in.
  public let unindexed: Int
  /// Whether no log that was brought tells of all that is remembered, or none was brought: what was erased, restricted or
  /// withdrawn after the backup nobody knows then.
  public let isUntold: Bool
  /// How many members were suspended after the backup. In what was restored they are members again. Nil where neither a
  /// newer log nor the client of who restores tells.
  public let suspended: Int?
  /// What was taken after it from those whom what was restored knows: suspensions, roles, keys of before.
  public let taken: [TakenSince]
  /// Cases that are here, in which something was restricted after it, or a consent withdrawn: not in what was restored.
  public let restricted: Int
  public let withdrawn: Int
  /// Cases that are here, of which a class was opened in an emergency after it, that nothing here tells of.
  public let emergencies: Int
  /// Cases that are here, from which somebody was taken after it, who has them again.
  public let reopened: Int
  /// What a verification of the whole finds beside these.
  public let findings: Int
  /// What of it who restores cannot open.
  public let unlooked: Unlooked
  /// The `vault.restore` of the records.
  public let entry: Int
  /// The `vault.accept` that waits for an auditor.
  public let acceptance: Int
  /// Whether nobody is known who could give that: trustees bring an auditor in.
  public let lacksAuditor: Bool
  /// What was looked through for what was destroyed again; nil where nothing was.
  public let searched: SearchedFiles?
  /// The entry that says that something of it is left; nil where nothing is.
  public let leftover: Int?
}
