public import Sealing

/// How often one person looked at one class of one case, or wrote in it.
public struct ReportTotal: Hashable, Sendable {
  /// What the count is of.
  public struct Key: Hashable, Sendable {
    /// Who: of a member the key by which they signed first, whatever key they have now.
    public let actor: ActorID
    /// The case; nil for refusals that name none.
    public let rec: Identifier?
    /// The class number; nil where the field table has no such field, or the entry names none.
    public let fieldClass: Int?
  }

  public let key: Key
  public internal(set) var reads = 0
  public internal(set) var writes = 0
  /// Openings of the case: each writes every field of its forms, filled or not.
  public internal(set) var openings = 0
  public internal(set) var denials = 0
  /// The fields that were read or written, by number. What was refused was neither.
  public internal(set) var fields: Set<UInt32> = []
  /// The first and the last entry, and their times.
  public internal(set) var first: Int
  public internal(set) var last: Int
  public internal(set) var from: Int
  public internal(set) var to: Int

  init(_ key: Key, _ entry: Entry) {
    self.key = key
    (first, last, from, to) = (entry.seq, entry.seq, entry.t, entry.t)
  }

  mutating func count(_ entry: Entry, _ numbers: [UInt32]) {
    switch entry.out {
    case .ok where entry.isLook: reads += 1
    case .ok where entry.act == Act.recordCreate: openings += 1
    case .ok: writes += 1
    default: denials += 1
    }
    if entry.out == .ok { fields.formUnion(numbers) }
    (last, to) = (entry.seq, entry.t)
  }
}
