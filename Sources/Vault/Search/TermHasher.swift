import AuditLog
import Sealing

/// Makes tokens of terms, on any thread: what a register is held against the book with is made while the rows before
/// are looked for.
public struct TermHasher: Sendable {
  let keys: IndexKeys

  public func question(_ terms: [SearchTerm]) -> HashedQuestion { keys.hash(terms) }

  /// A row of the register at hand, for those that come after it (``SearchBook/add(row:_:)``).
  public func row(_ fields: [FieldID: [SearchTerm]]) -> HashedRow {
    let indexed = fields.sorted { $0.key < $1.key }.map { field, terms in
      keys.field(terms, of: field, version: 1, record: RecordID(.zero))
    }
    return HashedRow(
      fields: indexed.map { field in
        PageTokens.Field(
          field: field.field, keyVersion: field.keyVersion,
          tokens: field.groups.flatMap(\.tokens), counts: field.counts)
      })
  }

  /// Takes the next of some places, which nobody else is given; nil where there is none left.
  public typealias Turn = @Sendable () -> Int?

  /// Hashes on a second thread while the caller goes on; both are done when it is left.
  ///
  /// - Parameter count: places of a list that both take turns at, each as it has time.
  /// - Returns: what both gave.
  public func aside<Errand: Sendable, Result, Failure: Error>(
    sharing count: Int, _ errand: @escaping @Sendable (TermHasher, Turn) -> Errand,
    while body: (Turn) throws(Failure) -> Result
  ) throws(Failure) -> (Errand, Result) {
    let turns = Turns(count)
    let turn: Turn = { turns.next() }
    return try Aside.run({ errand(self, turn) }, while: { () throws(Failure) in try body(turn) })
  }
}
