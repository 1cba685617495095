import AuditLog
import FoundationEssentials
import Sealing

/// Seals new cases. It asks no file anything and changes nothing but what it gives back, so it can
/// work on one thread while another stores what it sealed before.
struct OpeningSealer: ~Copyable {
  private let keys: OpeningKeys
  /// The class keys of the case at hand; wiped before the next: only their wraps stay.
  private var classKeys: KeyArena
  /// What custody is to keep.
  private var kept: KeyArena
  /// What entries say of the fields that were written: rows of a register mostly fill the same forms.
  private var codes: [[Written]: [String]] = [:]

  /// A field that was written.
  private struct Written: Hashable {
    var id: FieldID
    var version: UInt64
  }

  /// What came of it: a refusal stands for all of an act.
  enum Outcome {
    case sealed(SealedCases)
    case refused(Refusal)
  }

  private init(
    _ keys: OpeningKeys, classKeys: consuming KeyArena, kept: consuming KeyArena
  ) {
    self.keys = keys
    self.classKeys = classKeys
    self.kept = kept
  }

  private static func arena(_ capacity: Int) throws(VaultError) -> KeyArena {
    try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: capacity) }
  }

  static func seal(
    _ plans: [OpeningPlan], with keys: OpeningKeys
  ) throws(VaultError) -> Outcome {
    var sealer = OpeningSealer(
      keys, classKeys: try arena(FieldClass.allCases.count), kept: try arena(2 * plans.count))
    var cases: [SealedCase] = []
    cases.reserveCapacity(plans.count)
    for plan in plans {
      let forms = sealer.forms(plan)
      let opening = plan.opening
      let answer = try forms.review(opening.records, operations: opening.operations)
      if case .denied(let reason) = answer { return .refused(reason) }
      cases.append(try sealer.seal(plan, forms))
    }
    return .sealed(sealer.finish(cases))
  }

  private consuming func finish(_ cases: [SealedCase]) -> SealedCases {
    SealedCases(cases, keys: kept)
  }

  private func forms(_ plan: OpeningPlan) -> FormRules {
    let standing = Gate.Standing(role: keys.role, relation: plan.relation)
    return FormRules(fields: keys.fields, standings: [standing], use: .opening)
  }

  /// The key of each class that one case has so far.
  private typealias Made = [(fieldClass: FieldClass, handle: KeyHandle)]

  /// One case: keys, records, manifest, packs.
  private mutating func seal(
    _ plan: OpeningPlan, _ forms: FormRules
  ) throws(VaultError) -> SealedCase {
    classKeys.wipe()
    let (outer, rec) = (kept.makeRandom(), kept.makeRandom())
    var made: Made = []
    var written: [Written] = []
    var records: [SealedRecord] = []
    for change in plan.opening.records {
      var record = try seal(change, of: plan, forms, &made, &written)
      record.row.key = plan.record + records.count
      records.append(record)
    }
    for kept in plan.opening.kept {
      var record = try seal(kept, of: plan, &made, &written)
      record.row.key = plan.record + records.count
      records.append(record)
    }
    let operations = try CaseOperations.seal(
      OperationsRow(plan.opening.operations), revision: 1,
      at: CaseOperations.Desk(
        vault: keys.vault, id: plan.id, writer: keys.writer.member, number: 1),
      under: keys.operations, in: keys.arena, outer: outer, in: kept)
    let grants = try grant(made, plan)
    let man = Manifest.hash(
      vault: keys.vault, caseID: plan.id, version: 1, previous: Manifest.beforeFirst,
      operations: operations.inner,
      records: records.map { ($0.row.id, $0.row.hash) }.sorted { $0.0 < $1.0 })
    return SealedCase(
      plan: plan, records: Transaction.insertion(of: records, file: plan.file),
      operations: operations.outer, man: man, grants: grants.list,
      keys: made.map { CaseChange.Key(keyClass: $0.fieldClass.rawValue, version: 1) },
      packs: try pack(grants.items, plan, under: outer), codes: codes(of: written),
      indexed: indexed(plan, records),
      pseudonym: Pseudonym.ofCase(rec, in: kept), outerKey: outer, recordKey: rec)
  }

  private mutating func codes(of written: [Written]) -> [String] {
    if let known = codes[written] { return known }
    let found = Set(written.map { Entry.fieldCode($0.id.rawValue, version: $0.version) }).sorted()
    codes[written] = found
    return found
  }

  private mutating func seal(
    _ change: RecordChange, of plan: OpeningPlan, _ forms: FormRules, _ made: inout Made,
    _ written: inout [Written]
  ) throws(VaultError) -> SealedRecord {
    let id = change.name ?? .makeRandom()
    var fields: [Transaction.FieldRow] = []
    for (rule, value) in try forms.values(of: change, isFirst: true) {
      fields.append(try seal(value, rule, version: 1, of: id, in: plan, &made))
      written.append(Written(id: rule.id, version: 1))
    }
    return .first(id, entity: change.entity, fields: fields, writer: keys.writer)
  }

  /// A record of another vault's case, with every version that it had; the entry names the newest.
  private mutating func seal(
    _ kept: ParcelRecord, of plan: OpeningPlan, _ made: inout Made, _ written: inout [Written]
  ) throws(VaultError) -> SealedRecord {
    var fields: [Transaction.FieldRow] = []
    for field in kept.placed {
      guard let rule = keys.fields[field.id] else { throw .unknownField(field.id) }
      fields.append(
        try seal(field.value, rule, version: field.version, of: kept.id, in: plan, &made))
    }
    for (id, version) in fields.newestVersions {
      written.append(Written(id: id, version: version))
    }
    return .first(kept.id, entity: kept.entity, fields: fields, writer: keys.writer)
  }

  private mutating func seal(
    _ value: FieldValue, _ rule: FieldRule, version: UInt64, of record: RecordID,
    in plan: OpeningPlan, _ made: inout Made
  ) throws(VaultError) -> Transaction.FieldRow {
    let place = FieldPlace(
      vault: keys.vault, caseID: plan.id.identifier, record: record.identifier,
      writer: keys.writer.member.identifier, entity: rule.entity,
      fieldClass: rule.fieldClass.rawValue, field: rule.id.rawValue, keyVersion: 1,
      fieldVersion: version)
    let key = key(of: rule.fieldClass, &made)
    do throws(SealingError) {
      let blob = try SealedField.seal(value.encoded, at: place, under: key, in: classKeys)
      return Transaction.FieldRow(
        id: rule.id, version: version, writer: keys.writer.memberKey, blob: Data(blob))
    } catch { throw VaultError(error) }
  }

  private mutating func key(of fieldClass: FieldClass, _ made: inout Made) -> KeyHandle {
    if let known = made.first(where: { $0.fieldClass == fieldClass }) { return known.handle }
    let handle = classKeys.makeRandom()
    made.append((fieldClass, handle))
    return handle
  }

  // MARK: Finding

  /// What the case is found by: hashed here, where nobody waits for it.
  private func indexed(_ plan: OpeningPlan, _ records: [SealedRecord]) -> [IndexedField]? {
    guard let key = keys.index else { return nil }
    return SearchField.all(of: plan.opening, as: records).map { item in
      let fields = records.first { $0.row.id == item.record }?.fields ?? []
      let version = fields.lazy.filter { $0.id == item.field }.map(\.version).max()
      return IndexedField(
        item.terms, of: item.field, version: version ?? 0, record: item.record,
        keyVersion: key.version, under: key.handle, in: keys.arena)
    }
  }

  // MARK: Granting

  /// Wraps every class key to the readers of its class; the wraps stand by place in `recipients`.
  private func grant(
    _ made: Made, _ plan: OpeningPlan
  ) throws(VaultError) -> (list: GrantList, items: [[GrantPack.Item]]) {
    var entries: [GrantList.Entry] = []
    var items = [[GrantPack.Item]](repeating: [], count: keys.recipients.count)
    for key in made {
      for index in try keys.readers(of: key.fieldClass, in: plan.care) {
        let (entry, item) = try wrap(key.handle, key.fieldClass, plan, keys.recipients[index])
        entries.append(entry)
        items[index].append(item)
      }
    }
    do { return (try GrantList(entries), items) } catch { throw VaultError(error) }
  }

  private func wrap(
    _ key: KeyHandle, _ fieldClass: FieldClass, _ plan: OpeningPlan,
    _ recipient: OpeningKeys.Recipient
  ) throws(VaultError) -> (GrantList.Entry, GrantPack.Item) {
    let context = GrantContext(
      vault: keys.vault, caseID: plan.id.identifier, keyClass: fieldClass.rawValue, keyVersion: 1,
      principal: recipient.principal, batch: recipient.batch)
    let inner = WrappedKey.wrap(
      key, in: classKeys, under: recipient.key, in: keys.arena, context: context)
    guard
      let item = GrantPack.Item(
        keyClass: fieldClass.rawValue, keyVersion: 1, batch: recipient.batch, inner: inner)
    else { throw .sealing }
    return (GrantList.Entry(context: context, inner: Digest.of(inner)), item)
  }

  private func pack(
    _ items: [[GrantPack.Item]], _ plan: OpeningPlan, under outer: KeyHandle
  ) throws(VaultError) -> [(principal: Int, outer: [UInt8])] {
    var packs: [(principal: Int, outer: [UInt8])] = []
    for (recipient, items) in zip(keys.recipients, items) where !items.isEmpty {
      let pack: GrantPack
      do { pack = try GrantPack(items) } catch { throw VaultError(error) }
      let sealed = pack.seal(
        under: outer, in: kept, number: 1, vault: keys.vault, caseID: plan.id.identifier,
        principal: recipient.principal)
      packs.append((recipient.row, sealed))
    }
    return packs
  }
}
