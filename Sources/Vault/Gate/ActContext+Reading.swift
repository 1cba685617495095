import AuditLog
import Sealing

extension ActContext {
  /// What of a drawer is to be opened.
  typealias Choosing = (Drawer, ActContext) throws(VaultError) -> Drawer

  func rule(
    on fields: Set<FieldID>, of id: CaseID, _ purpose: Purpose?, choosing: Choosing? = nil
  ) throws(VaultError) -> Ruling<(Int, Drawer)> {
    guard let file = try tx.file(id) else { throw .noSuchCase }
    keyring.beginCase()
    let excerpts = try gate.liveExcerpts(of: file, for: asker.memberKey, at: vault.now())
    let copied = try gate.fieldIDs(in: excerpts)
    let standings = try gate.standings(of: asker, to: file, holdsExcerpt: !excerpts.isEmpty)
    let glass = try glass(of: file)
    // Who asks for no field at all asks whether the case is there: that too needs a relation to it.
    if glass.standings.isEmpty, let reason = gate.refusal(of: standings) {
      return try refuse(reading: fields, of: file, purpose, glass.reason(reason, for: fields))
    }
    let restrictions = try gate.restrictions(of: file)
    var (role, emergency): (Role?, Gate.Standing?) = (nil, nil)
    var (byCopy, outgrown): (Set<FieldID>, OutgrownFields) = ([], OutgrownFields())
    for field in fields.sorted() {
      guard let rule = vault.fields[field] else { throw .unknownField(field) }
      let (verdict, broken) = glass.decide(
        rule, purpose: purpose, standings: standings, inExcerpt: copied.contains(field),
        excluded: restrictions.excluded(from: field))
      switch verdict {
      case .allowed(let used, let access):
        (role, emergency) = (role ?? used, emergency ?? broken)
        if access != .key { byCopy.insert(field) }
        if access == .key, try gate.lacksKey(rule, restrictions, of: file, principals()) {
          return try refuse(reading: fields, of: file, purpose, .restricted)
        }
        outgrown.note(try versionsHeld(broken, rule, restrictions, of: file), of: field)
      case .denied(let reason):
        return try refuse(reading: fields, of: file, purpose, glass.reason(reason, for: [field]))
      }
    }
    guard let drawer = try fill(fields, byCopy, excerpts, outgrown, file, restrictions, choosing)
    else { return try refuse(reading: fields, of: file, purpose, .expired) }
    let by = (emergency ?? standings.first { $0.role == role })?.by
    let seq = try state(fields, drawer, purpose, emergency?.role ?? role, by: by)
    return .allowed((seq, drawer))
  }

  /// What is to be opened of the case itself and of copies; nil where nothing that was asked for opens any more.
  private func fill(
    _ fields: Set<FieldID>, _ byCopy: Set<FieldID>, _ excerpts: [Transaction.ExcerptRow],
    _ outgrown: OutgrownFields, _ file: Transaction.File, _ restrictions: CaseRestrictions,
    _ choosing: Choosing?
  ) throws(VaultError) -> Drawer? {
    var drawer = try gather(
      fields.subtracting(byCopy), of: file, restrictions, less: outgrown)
    guard !outgrown.areAll(of: fields) || !drawer.rows.allSatisfy(\.fields.isEmpty)
    else { return nil }
    for row in excerpts { drawer.rows += try gather(byCopy, from: row) }
    return try choosing.map { choosing throws(VaultError) in try choosing(drawer, self) } ?? drawer
  }

  private func glass(of file: Transaction.File) throws(VaultError) -> BrokenGlass {
    guard asker.roles.contains(where: OfficeAct.openEmergency.roles.contains)
    else { return BrokenGlass() }
    let known = try gate.emergencies(of: file, by: asker.memberKey)
    let time = vault.emergencyTime
    let classes = known.map(\.item).filter {
      $0.member == asker.member && $0.hasRunOut(at: time)
    }.map(\.fieldClass)
    return BrokenGlass(
      standings: gate.standings(of: asker, by: known, at: time), ranOut: Set(classes),
      fields: vault.fields)
  }

  /// Whether a look that rests on an emergency is for a key that was given with it and opens the field no
  /// more: no alteration, and no reason to call it one.
  private func outgrows(
    _ emergency: Gate.Standing?, _ rule: FieldRule, _ restrictions: CaseRestrictions,
    of file: Transaction.File
  ) throws(VaultError) -> Bool {
    guard let only = emergency?.only, !Emergency.isOfDuty(only) else { return false }
    return try gate.outgrows(rule, restrictions, of: file, principals())
  }

  /// Of such a look the versions of the field's key that the asker holds; nil of any other.
  private func versionsHeld(
    _ emergency: Gate.Standing?, _ rule: FieldRule, _ restrictions: CaseRestrictions,
    of file: Transaction.File
  ) throws(VaultError) -> Set<UInt32>? {
    guard try outgrows(emergency, rule, restrictions, of: file) else { return nil }
    return try held(rule, restrictions, of: file)
  }

  /// The versions of a field's key that the asker holds.
  private func held(
    _ rule: FieldRule, _ restrictions: CaseRestrictions, of file: Transaction.File
  ) throws(VaultError) -> Set<UInt32> {
    try gate.versionsHeld(restrictions.keyClass(of: rule), by: principals(), of: file) ?? []
  }

  /// Those of some fields that the policy would let the asker read. Nothing is opened.
  func readable(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?
  ) throws(VaultError) -> Set<FieldID> {
    let sight = try sight(of: fields, of: id, for: purpose)
    return sight.allowed.subtracting(sight.ungiven)
  }

  /// What the policy would let the asker read, which of it lies under keys that nobody has given them, and of what an
  /// emergency of theirs opens only what was written before it was given, by its entry.
  typealias Sight = (
    allowed: Set<FieldID>, ungiven: Set<FieldID>, outgrown: [Int: Set<FieldID>]
  )

  func sight(
    of fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?
  ) throws(VaultError) -> Sight {
    var copied: Set<FieldID> = []
    var standings = gate.standings(of: asker, among: [])
    var restrictions = CaseRestrictions()
    var glass = BrokenGlass()
    let file = try tx.file(id)
    if let file {
      let excerpts = try gate.liveExcerpts(of: file, for: asker.memberKey, at: vault.now())
      copied = try gate.fieldIDs(in: excerpts)
      standings = try gate.standings(of: asker, to: file, holdsExcerpt: !excerpts.isEmpty)
      restrictions = try gate.restrictions(of: file)
      glass = try self.glass(of: file)
    }
    var (found, byKey): (Set<FieldID>, Set<FieldID>) = ([], [])
    var (outgrown, held): ([Int: Set<FieldID>], OutgrownFields) = ([:], OutgrownFields())
    for field in fields {
      guard let rule = vault.fields[field] else { continue }
      let (verdict, broken) = glass.decide(
        rule, purpose: purpose, standings: standings, inExcerpt: copied.contains(field),
        excluded: restrictions.excluded(from: field))
      guard case .allowed(_, let access) = verdict else { continue }
      if let file, access == .key {
        if try outgrows(broken, rule, restrictions, of: file) {
          // What the person keeps from leads no giving would open.
          if let by = broken?.by, !restrictions.excluded(from: field).contains(.lead) {
            outgrown[by, default: []].insert(field)
          }
          held.note(try self.held(rule, restrictions, of: file), of: field)
          // Where nothing of it opens any more it is not asked for.
          if try held.isShut(rule, of: file, gate) { continue }
        }
        if try gate.lacksKey(rule, restrictions, of: file, principals()) { continue }
      }
      found.insert(field)
      if access == .key { byKey.insert(field) }
    }
    guard let file else { return (found, [], [:]) }
    return (found, try gather(byKey, of: file, restrictions, less: held).ungiven, outgrown)
  }

  /// A drawer with a record that is out of sight.
  func adding(
    _ record: RecordID, of fields: Set<FieldID>, to drawer: Drawer
  ) throws(VaultError) -> Drawer {
    guard var row = drawer.whole.first(where: { $0.row.id == record && $0.row.isRetracted })
    else { return drawer }
    row.row = row.row.returned
    let own = Set(vault.fields.fields(of: row.row.entity).map(\.id))
    row.fields = newest(of: fields.intersection(own), among: row.fields)
    var drawer = drawer
    drawer.rows = (drawer.rows + [row]).sorted { $0.row.key < $1.row.key }
    drawer.ungiven = try gate.ungiven(
      in: drawer.rows, drawer.restrictions, of: drawer.file, to: asker.member, drawer.principals)
    return drawer
  }

  private func gather(
    _ fields: Set<FieldID>, from excerpt: Transaction.ExcerptRow
  ) throws(VaultError) -> [Drawer.Row] {
    var rows: [Drawer.Row] = []
    for record in try gate.records(of: excerpt) {
      let all = try tx.fields(of: record.key)
      let newest = newest(of: fields.union([Excerpt.endField]), among: all)
      guard newest.count > 1 else { continue }
      rows.append(Drawer.Row(row: record, fields: newest, until: excerpt.until))
    }
    return rows
  }

  private func newest(
    of fields: Set<FieldID>, among all: [Transaction.FieldRow]
  ) -> [Transaction.FieldRow] {
    var newest: [FieldID: Transaction.FieldRow] = [:]
    for field in all where fields.contains(field.id) { newest[field.id] = field }
    return newest.values.sorted { $0.id < $1.id }
  }

  private func refuse(
    reading fields: Set<FieldID>, of file: Transaction.File, _ purpose: Purpose?, _ why: Refusal
  ) throws(VaultError) -> Ruling<(Int, Drawer)> {
    let rec = try pseudonym(file)
    return try refuse(Act.fieldRead, why) { entry in
      entry.rec = rec
      entry.purp = purpose?.rawValue
      entry.fields = Entry.fieldCodes(fields.subtracting([Evidence.keyField]))
    }
  }

  /// Ciphertext only: nothing is unwrapped before the commit.
  private func gather(
    _ fields: Set<FieldID>, of file: Transaction.File, _ restrictions: CaseRestrictions,
    less outgrown: OutgrownFields
  ) throws(VaultError) -> Drawer {
    let entities = Set(fields.compactMap { vault.fields[$0] }.map(\.entity))
    var rows: [Drawer.Row] = []
    var whole: [Drawer.Row] = []
    for record in try tx.records(of: file.key) {
      let all = try tx.fields(of: record.key)
      whole.append(Drawer.Row(row: record, fields: all))
      guard entities.contains(record.entity) else { continue }
      let open = newest(of: fields, among: all).filter(outgrown.isOpen)
      rows.append(Drawer.Row(row: record, fields: open))
    }
    let operations = fields.filter { vault.fields[$0]?.fieldClass == .operations }
    var drawer = Drawer(
      file: file, principals: principals(), operations: operations, restrictions: restrictions,
      rows: rows.sorted { $0.row.key < $1.row.key }, whole: whole)
    drawer.ungiven = try gate.ungiven(
      in: drawer.rows, restrictions, of: file, to: asker.member, drawer.principals)
    return drawer
  }

  private func state(
    _ fields: Set<FieldID>, _ drawer: Drawer, _ purpose: Purpose?, _ role: Role?, by: Int?
  ) throws(VaultError) -> Int {
    let rec = try pseudonym(drawer.file)
    var codes = Set(
      drawer.rows.flatMap(\.fields).filter {
        $0.id != Excerpt.endField && $0.id != Evidence.keyField
      }.map {
        Entry.fieldCode($0.id.rawValue, version: $0.version)
      })
    for field in drawer.operations {
      codes.insert(Entry.fieldCode(field.rawValue, version: drawer.file.revision))
    }
    let isOpen = drawer.ungiven.isEmpty
    return try append(Act.fieldRead, isOpen ? .ok : .denied) { entry in
      entry.rec = rec
      entry.why = isOpen ? nil : .fieldClass
      entry.purp = purpose?.rawValue
      entry.role = role?.rawValue
      entry.by = by
      // Nothing recorded yet is a look all the same.
      entry.fields =
        codes.isEmpty || !isOpen
        ? Entry.fieldCodes(fields.subtracting([Evidence.keyField])) : codes.sorted()
    }
  }
}

extension Entry {
  /// The codes of fields without versions; nil for none, for an entry has no empty list.
  static func fieldCodes(_ fields: Set<FieldID>) -> [String]? {
    fields.isEmpty ? nil : fields.map { fieldCode($0.rawValue) }.sorted()
  }
}
