import AuditLog
import FoundationEssentials
import Sealing

/// Erases less than a case, inside one transaction.
///
/// What is left of the class is sealed under another version of its key, no wrap of the versions before is
/// left, and the outer key is replaced: so what was erased opens for nobody who has an old copy of the
/// records and the custody of today, nor for who holds the class still (design, keys: "Erase").
struct PartEraser {
  let writer: CaseWriter
  let part: ErasedPart
  let plan: PartErasurePlan
  /// In which it is done.
  let role: Role

  /// What was done.
  struct Done {
    var entry: Int
    var generation: Int
    var tally: Erasure.Tally
  }

  private var context: ActContext { writer.context }
  private var tx: Transaction { writer.tx }

  /// - Throws: `nothingToDo` where there is nothing of it.
  init(
    _ part: ErasedPart, of writer: CaseWriter, as role: Role, keeping least: UInt64 = 0
  ) throws(VaultError) {
    (self.writer, self.part, self.role) = (writer, part, role)
    plan = try PartErasurePlan(part, of: writer, as: role, keeping: least)
    guard !plan.isEmpty else { throw .nothingToDo }
  }

  /// Whether the eraser opens all that is to be sealed anew.
  func holdsWhatStays() throws(VaultError) -> Bool {
    for field in plan.changes.flatMap(\.resealed) {
      guard let rule = context.vault.fields[field.id] else { return false }
      let held = writer.sealer.keys.versions(of: writer.sealer.restrictions.keyClass(of: rule))
      guard let version = try? SealedField.keyVersion(of: field.blob.span)
      else { throw .doesNotOpen }
      guard held.contains(version) else { return false }
    }
    return true
  }

  /// - Parameters:
  ///   - values: of the operations row, that are written with it.
  ///   - keepsWraps: nobody is there who could seal anew what is left: it stays as it is, and its keys are
  ///     due for another version.
  func erase(
    _ values: [FieldID: FieldValue] = [:], keepsWraps: Bool = false,
    _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Done {
    let tally = try tally()
    let gone = keepsWraps ? [] : plan.goneKeys
    try tx.markClassKeys(gone, of: writer.file.key, gone: true)
    try tx.markClassKeys(plan.keyClasses.subtracting(gone), of: writer.file.key, gone: false)
    var change = CaseChange()
    for record in plan.changes {
      if let sealed = try sealed(record, isKept: keepsWraps) { change.records.append(sealed) }
    }
    change.operations = try writer.sealOperations(values)
    change.grants = try writer.sealer.grant(with: GrantMaker(vault: context.vault.id))
    change.keys = writer.sealer.made.map {
      CaseChange.Key(keyClass: $0.keyClass, version: $0.version)
    }
    change.codes = codes(values)
    let generation = context.custody.generation + 1
    let seq = try state(change, generation, fill)
    try finish(change, at: seq, generation: generation, gone: gone)
    return Done(entry: seq, generation: generation, tally: tally)
  }

  private func state(
    _ change: CaseChange, _ generation: Int, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Int {
    var (number, item): (Int?, Identifier?)
    if case .record(let id, _) = part {
      item = try writer.itemName(id)
    } else {
      number = context.vault.fields.classes(of: part)?.first.map { Int($0.rawValue) }
    }
    return try writer.commit(change, part.act) { entry in
      (entry.gen, entry.class, entry.item) = (generation, number, item)
      entry.role = role.rawValue
      fill(&entry)
    }
  }

  /// The field of a history without a version, as what the act is about, and the newest that is kept; so each field of
  /// a record.
  private func codes(_ values: [FieldID: FieldValue]) -> Set<String> {
    var codes = Set(
      values.keys.map { Entry.fieldCode($0.rawValue, version: writer.file.revision + 1) })
    codes.formUnion(plan.erasedFields.map { Entry.fieldCode($0.rawValue) })
    if case .history(let field) = part {
      codes.insert(Entry.fieldCode(field.rawValue))
      if let kept = plan.kept { codes.insert(Entry.fieldCode(field.rawValue, version: kept)) }
    }
    return codes
  }

  /// Nil where nothing of it changes.
  private func sealed(
    _ change: PartErasurePlan.Change, isKept: Bool
  ) throws(VaultError) -> SealedRecord? {
    var resealed: [Transaction.FieldRow] = []
    for field in isKept ? [] : change.resealed {
      guard let rule = context.vault.fields[field.id] else { throw .doesNotOpen }
      resealed.append(try writer.anew(field, rule, in: change.row))
    }
    guard !change.erased.isEmpty || !resealed.isEmpty else { return nil }
    return .next(
      part.is(change.row.id) ? change.row.retracted : change.row,
      kept: writer.kept[change.row.key] ?? [], resealed: resealed,
      erased: change.erased, writer: context.asker)
  }

  /// Whether people may be found by what is erased. Older copies of their part of the index hold that too, and so does
  /// the index of a backup, where an admin erases it again. By what a duty officer gives the erasure of, nobody is
  /// found.
  private var isFound: Bool { context.vault.fields.giver(ofErasing: part) == .lead }

  private func finish(
    _ change: CaseChange, at seq: Int, generation: Int, gone: Set<UInt16>
  ) throws(VaultError) {
    guard let file = try tx.file(key: writer.file.key) else { throw .noSuchCase }
    if isFound {
      try SearchIndex(context).renew(
        leaving: plan.left, ofFile: file.key, file.id, generation: generation)
    }
    let ended = try ExcerptEnder(context: context, file: file).state(
      plan.excerpts, by: seq, role: role, generation: generation)
    // Nobody but its author could say whether a draft holds something of what is erased.
    try tx.deleteDrafts(of: file.key)
    let new = Set(
      change.keys.map { StatedGrants.KeyVersion(keyClass: $0.keyClass, version: $0.version) })
    try OuterKeyReplacement(context: context, file: file).replace(
      generation: generation, ended: ended
    ) { item in
      let version = StatedGrants.KeyVersion(keyClass: item.keyClass, version: item.keyVersion)
      return gone.contains(item.keyClass) && !new.contains(version)
    }
  }

  // MARK: The receipt, and what is looked for

  /// Of which something goes, also of those whose keys stay.
  var classes: [FieldClass] {
    let found = Set(plan.keyClasses.compactMap { Restriction.fieldClass(of: $0)?.rawValue })
    return FieldClass.allCases.filter { found.contains($0.rawValue) }
  }

  func tally() throws(VaultError) -> Erasure.Tally {
    let erased = plan.changes.filter { !$0.erased.isEmpty }
    let keys = try tx.classKeys(of: writer.file.key).filter {
      plan.goneKeys.contains($0.keyClass) && !$0.isGone
    }
    return Erasure.Tally(
      records: erased.filter { $0.row.entity <= Excerpt.firstClass }.count,
      values: erased.reduce(0) { $0 + $1.erased.count }, keys: keys.count,
      packs: try tx.packs(of: writer.file.key).count, copies: plan.excerpts.count,
      restrictions: 0)
  }

  /// What must be in no file afterwards: the outer key, the packs that lay under it, and each value that
  /// goes or lay under a key that goes. To be made before anything of it has gone.
  ///
  /// - Parameter keepsWraps: what is left stays as it is.
  func traces(keepsWraps: Bool = false) throws(VaultError) -> ByteScan {
    let segment = SearchSegment.number(ofFile: writer.file.key)
    let place = isFound ? SearchSegment.custodyFile(segment) : nil
    let scan = try context.custody.scan(forOuterKeysOf: writer.file.key, and: place)
    if isFound, let sealed = try tx.segment(segment) {
      scan.look(for: Array(sealed.dropFirst(4)))
    }
    try tx.eachOuterTrace(of: writer.file) { scan.look(for: $0) }
    for field in plan.changes.flatMap({ $0.erased + (keepsWraps ? [] : $0.resealed) }) {
      scan.look(for: Transaction.trace(of: [UInt8](field.blob)))
    }
    for change in plan.changes where change.erased.contains(where: { $0.id == Evidence.keyField }) {
      try tx.eachEvidenceTrace(of: writer.file.key, record: change.row.id) { scan.look(for: $0) }
    }
    return scan
  }
}
