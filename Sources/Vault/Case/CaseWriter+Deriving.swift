import AuditLog
import FoundationEssentials

/// What was derived from a field is kept with it, and free with it.
extension CaseWriter {
  /// What rests on a look at the case as it was: nothing may have come between.
  func require(_ versions: [UInt64?]) throws(VaultError) {
    guard versions.allSatisfy({ $0 == nil || $0 == file.version }) else { throw .changedMeanwhile }
  }

  /// The facts as they are to stand, in place of every version before: whoever wrote those down did so before the
  /// person kept what is in them.
  func superseding(_ facts: RecordChange?) throws(VaultError) -> [SealedRecord] {
    guard let facts else { return [] }
    guard let row = try target(of: facts) else { return try seal([facts]) }
    let kept = kept[row.key] ?? []
    let fields = try sealer.seal(facts, record: row.id, kept: kept)
    let gone = kept.filter { old in fields.contains { $0.id == old.id } }
    let others = kept.filter { old in !fields.contains { $0.id == old.id } }
    var sealed = SealedRecord.next(row, kept: others, new: fields, writer: context.asker)
    sealed.erased = gone
    return [sealed]
  }

  /// Restricts what was derived from a field that was just restricted: each is an entry of its own whose `ref` is that
  /// of the restriction it follows. One that is kept from the role already stays as it is.
  func follow(
    _ derived: [DerivedKeeping.Field], from role: Role?, _ done: Restricted
  ) throws(VaultError) -> Restricted {
    var done = done
    for one in derived {
      let writer = try CaseWriter(context, file.id)
      let isKept = writer.sealer.restrictions.rows.contains {
        $0.field == one.field && $0.role == role && $0.lifted == nil
      }
      guard !isKept else { continue }
      let ruling = try writer.restrict(one.field, from: role, one.values, following: done.entry)
      // Whoever may restrict one field may restrict another, or nothing of it is done.
      guard case .allowed(let own) = ruling else { throw .changedMeanwhile }
      done.take(own, of: one.field)
    }
    return done
  }

  /// Lifts what was restricted with a restriction that was just lifted.
  func liftFollowers(
    of record: RecordID, _ values: [FieldID: FieldValue], _ done: Restricted
  ) throws(VaultError) -> Restricted {
    var done = done
    guard let leader = sealer.restrictions.rows.first(where: { $0.record == record })
    else { return done }
    for row in sealer.restrictions.rows where row.lifted == nil && row.since > leader.since {
      let set = try context.vault.ledger.provenEntry(row.since, in: tx)
      guard set.ref == leader.since else { continue }
      let ruling = try CaseWriter(context, file.id).lift(row.record, values)
      guard case .allowed(let own) = ruling else { throw .changedMeanwhile }
      done.take(own, of: row.field)
    }
    return done
  }
}

extension Restricted {
  fileprivate mutating func take(_ own: Restricted, of field: FieldID) {
    followed.insert(field)
    isSealed = isSealed && own.isSealed
    endedExcerpts += own.endedExcerpts
    endedWith.formUnion(own.endedWith)
  }
}
