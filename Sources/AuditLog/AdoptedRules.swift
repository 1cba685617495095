/// Which entries put the rule book in force, once two people have done so. Root's first one needs no second
/// and is none.
public struct AdoptedRules: Hashable, Sendable {
  /// The `rules.adopt` of the lead.
  public let seq: Int
  /// The `approval.give` of the second person.
  public let approval: Int

  init(seq: Int, approval: Int) { (self.seq, self.approval) = (seq, approval) }

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.number(approval, bytes: 8)
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let approval = reader.number(bytes: 8)
    else { return nil }
    self.init(seq: seq, approval: approval)
  }
}
