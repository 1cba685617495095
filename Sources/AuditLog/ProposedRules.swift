public import Sealing

/// A rule book that a lead proposed by a `rules.adopt`. It waits for the `approval.give` of another lead or
/// of an administrator, and does nothing until then.
public struct ProposedRules: Hashable, Sendable {
  /// The `rules.adopt`.
  public let seq: Int
  /// The hash of the book.
  public let rules: Digest
  /// The hash of the field table that comes with it, where it has new fields: stated by a `schema.set`
  /// that answers the `rules.adopt`.
  public internal(set) var schema: Digest?
  /// Who proposed it, by place in ``Roster/members``.
  let askedBy: Int

  init(seq: Int, rules: Digest, askedBy: Int) {
    (self.seq, self.rules, self.askedBy) = (seq, rules, askedBy)
  }

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.number(askedBy, bytes: 4)
    writer.digest(rules)
    writer.optional(schema) { $0.digest($1) }
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let askedBy = reader.number(bytes: 4),
      let rules = reader.digest(), let schema = reader.optional({ $0.digest() })
    else { return nil }
    self.init(seq: seq, rules: rules, askedBy: askedBy)
    self.schema = schema
  }
}
