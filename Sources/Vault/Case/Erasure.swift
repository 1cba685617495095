/// What was destroyed of a case, for the receipt. It names no value and nobody.
public struct Erasure: Hashable, Sendable {
  /// The entry that states it.
  public let entry: Int
  /// The second person's, and the one that asked.
  public let approval: Int
  public let asked: Int
  /// Custody's generation from then on: a copy of it from before can still open an old copy of the records.
  public let generation: Int
  public let tally: Tally
  /// The classes of which there was a key.
  public let classes: [FieldClass]
  /// What of the case; nil for all of it, and for an entry that was taken back, where another process tells it.
  public let part: ErasedPart?
  /// Whether it is of an entry that was taken back.
  public let isRetraction: Bool
  /// The role in which it was given.
  let role: Role
  /// Other people whom nobody finds any more: their part of the search index could not be opened, and went.
  public internal(set) var unindexed = 0
  /// What was looked through for it.
  public internal(set) var searched = SearchedFiles()

  init(
    entry: Int, approval: Int, asked: Int, generation: Int, tally: Tally, classes: [FieldClass],
    part: ErasedPart?, isRetraction: Bool = false, role: Role
  ) {
    (self.entry, self.approval, self.asked) = (entry, approval, asked)
    (self.generation, self.tally, self.classes) = (generation, tally, classes)
    (self.part, self.role, self.isRetraction) = (part, role, isRetraction)
  }

  public struct Tally: Hashable, Sendable {
    public let records: Int
    /// Every version of every field.
    public let values: Int
    /// Versions of class keys.
    public let keys: Int
    /// Members and standing roles that held them.
    public let packs: Int
    /// What was shared with somebody and was readable still.
    public let copies: Int
    public let restrictions: Int
  }
}
