import AuditLog
import FoundationEssentials
import Sealing

/// The acts on an emergency, each inside its transaction. A row of the table of assignments follows the
/// entries: it is a cache, and the gate holds it against them.
struct EmergencyActs {
  let context: ActContext

  private var tx: Transaction { context.tx }
  private var asker: Gate.Asker { context.asker }
  private var time: Int { context.vault.emergencyTime }

  /// A case and its emergency.
  struct Found {
    var file: Transaction.File
    var row: Transaction.AssignmentRow
    var item: StatedEmergencies.Item
  }

  // MARK: Opening

  func open(
    _ fieldClass: FieldClass, of id: CaseID, because reason: String, _ text: String
  ) throws(VaultError) -> Ruling<Emergency> {
    guard let file = try tx.file(id) else { throw .noSuchCase }
    context.keyring.beginCase()
    let rec = try context.pseudonym(file)
    guard let role = asker.roles.first(where: Emergency.askers(of: fieldClass).contains) else {
      return try refuse(Act.emergencyOpen, .role, rec, fieldClass)
    }
    // Figures of one person are shown to nobody, in an emergency either.
    guard Emergency.classes.contains(fieldClass), fieldClass != .facts else {
      return try refuse(Act.emergencyOpen, .fieldClass, rec, fieldClass)
    }
    let isThere = try context.gate.emergencies(of: file).map(\.item).contains { item in
      item.member == asker.member && item.fieldClass == fieldClass
        && [.waiting, .inForce].contains(item.state(at: time))
    }
    guard !isThere else { throw .nothingToDo }
    let (note, epoch) = try sealed(text, on: rec)
    let seq = try context.append(Act.emergencyOpen) { entry in
      (entry.rec, entry.class) = (rec, Int(fieldClass.rawValue))
      (entry.kind, entry.role) = (reason, role.rawValue)
      (entry.note, entry.epoch) = (Digest.of(note), epoch)
    }
    try tx.insertNote(note)
    try tx.insert(row(file, asker.memberKey, role, since: seq))
    return try .allowed(known(seq))
  }

  /// The text is for the leads who review it: whoever wrote it cannot open it again.
  private func sealed(
    _ text: String, on rec: Identifier
  ) throws(VaultError) -> (note: [UInt8], epoch: Int) {
    guard let lead = context.directory.epoch(of: .lead),
      let actor = context.directory.actor(of: asker.member)
    else { throw .officersMissing }
    let place = Emergency.place(ofNoteBy: actor, on: rec, vault: context.vault.id)
    let note = try VaultError.sealing { () throws(SealingError) in
      try SealedNote.seal(Array(text.utf8), at: place, to: lead.box)
    }
    return (note, Int(lead.number))
  }

  // MARK: The second person

  func give(_ asked: Int) throws(VaultError) -> Ruling<(Emergency, entry: Int)> {
    guard context.role(for: .giveEmergency) != nil else {
      return try refuse(Act.approvalGive, .role, asked)
    }
    guard let found = try find(asked) else { throw .nothingAsked }
    let role = Emergency.giver(of: found.item.fieldClass)
    guard role.map(asker.roles.contains) ?? true else {
      return try refuse(Act.approvalGive, .role, found)
    }
    guard found.item.member != asker.member else {
      return try refuse(Act.approvalGive, .secondPerson, found)
    }
    // Their key opens whatever it is given, also where the program would let them nowhere any more.
    if let lapse = try context.lapse(ofAsk: asked) {
      return try refuse(Act.approvalGive, lapse, found)
    }
    switch found.item.state(at: time) {
    case .waiting: break
    case .ranOut:
      return try refuse(Act.approvalGive, .expired, found)
    default: return try refuse(Act.approvalGive, .state, found)
    }
    guard try lacksKey(found) == false else {
      return try refuse(Act.approvalGive, .fieldClass, found)
    }
    let seq = try give(found, as: role ?? .duty)
    try move(found.row, to: seq)
    return try .allowed((known(asked), seq))
  }

  private func lacksKey(_ found: Found) throws(VaultError) -> Bool {
    guard !Emergency.isOfDuty(found.item.fieldClass) else { return false }
    return try EmergencyKeys(context: context, file: found.file, item: found.item).isUngiven()
  }

  /// With the key, where it is none of the asker's role.
  private func give(_ found: Found, as role: Role) throws(VaultError) -> Int {
    let isKeyed = !Emergency.isOfDuty(found.item.fieldClass)
    let keys = EmergencyKeys(context: context, file: found.file, item: found.item)
    let grants = isKeyed ? try keys.wrap() : nil
    let seq = try state(Act.approvalGive, found, role) { entry in
      (entry.kind, entry.grant) = (Self.kind, grants?.list.digest)
    }
    if let grants { try keys.give(grants, at: seq) }
    return seq
  }

  // MARK: The end

  func close(_ opened: Int) throws(VaultError) -> Ruling<(Emergency, entry: Int)> {
    guard let found = try find(opened) else { throw .nothingAsked }
    let isOwn = found.item.member == asker.member
    guard let role = context.role(for: .closeEmergency) ?? (isOwn ? found.item.role : nil) else {
      return try refuse(Act.emergencyClose, .role, found)
    }
    guard found.item.closed == nil else { throw .nothingToDo }
    let entry = try close(found, role)
    return try .allowed((known(opened), entry))
  }

  /// What was open is due for a new key at the next write of somebody who holds it; a key that was given
  /// with it is taken away.
  private func close(_ found: Found, _ role: Role) throws(VaultError) -> Int {
    let keys = EmergencyKeys(context: context, file: found.file, item: found.item)
    let taken = try keys.toTake()
    let generation = taken.isEmpty ? nil : context.custody.generation + 1
    let seq = try state(Act.emergencyClose, found, role) { entry in
      (entry.by, entry.gen) = (found.item.given, generation)
    }
    try move(found.row, to: seq)
    if found.item.began != nil {
      try tx.markClassKeysDue(of: found.file.key, found.item.fieldClass)
    }
    if let generation { try keys.take(taken, generation: generation) }
    return seq
  }

  /// A lead who neither asked nor gave. What ran out and was closed by nobody is closed with it.
  func review(_ opened: Int) throws(VaultError) -> Ruling<(Emergency, entry: Int)> {
    guard context.role(for: .reviewEmergency) != nil else {
      return try refuse(Act.emergencyReview, .role, opened)
    }
    guard var found = try find(opened) else { throw .nothingAsked }
    guard found.item.member != asker.member, found.item.giver != asker.member else {
      return try refuse(Act.emergencyReview, .secondPerson, found)
    }
    switch found.item.state(at: time) {
    case .ranOut where found.item.closed == nil: _ = try close(found, .lead)
    case .ranOut, .closed: break
    default: return try refuse(Act.emergencyReview, .state, found)
    }
    guard let closed = try find(opened) else { throw .assignmentAltered(entry: opened) }
    found = closed
    let seq = try state(Act.emergencyReview, found, .lead)
    try tx.endAssignment(found.row, at: seq)
    found.item.reviewed = seq
    return .allowed((Emergency(found.item, of: found.file.id, at: time), seq))
  }

  // MARK: Parts

  static let kind = "emergency"

  /// The emergency that an entry opened, while nobody has reviewed it: by the rows of who opened it.
  func find(_ opened: Int) throws(VaultError) -> Found? {
    guard (0..<context.vault.ledger.frontier.size).contains(opened) else { return nil }
    let entry = try context.vault.ledger.provenEntry(opened, in: tx)
    guard entry.act == Act.emergencyOpen, entry.out == .ok,
      let member = context.directory.member(entry.actor), let key = try tx.member(member)?.key
    else { return nil }
    for number in try tx.emergencyFiles(of: key).sorted() {
      guard let file = try tx.file(key: number) else { continue }
      let known = try context.gate.emergencies(of: file).first { $0.item.entry == opened }
      if let known { return Found(file: file, row: known.row, item: known.item) }
    }
    return nil
  }

  /// As it stands after an act.
  private func known(_ opened: Int) throws(VaultError) -> Emergency {
    guard let found = try find(opened) else { throw .assignmentAltered(entry: opened) }
    return Emergency(found.item, of: found.file.id, at: time)
  }

  private func row(
    _ file: Transaction.File, _ member: Int, _ role: Role, since: Int
  ) -> Transaction.AssignmentRow {
    Transaction.AssignmentRow(
      file: file.key, member: member, role: role, relation: .emergency, since: since)
  }

  private func move(_ row: Transaction.AssignmentRow, to seq: Int) throws(VaultError) {
    try tx.endAssignment(row, at: seq)
    var next = row
    next.since = seq
    try tx.insert(next)
  }

  private func state(
    _ act: String, _ found: Found, _ role: Role, _ fill: (inout Entry) -> Void = { _ in }
  ) throws(VaultError) -> Int {
    let rec = try context.pseudonym(found.file)
    return try context.append(act) { entry in
      (entry.rec, entry.ref) = (rec, found.item.entry)
      (entry.class, entry.role) = (Int(found.item.fieldClass.rawValue), role.rawValue)
      fill(&entry)
    }
  }

  private func refuse<Value>(
    _ act: String, _ why: Refusal, _ rec: Identifier, _ fieldClass: FieldClass
  ) throws(VaultError) -> Ruling<Value> {
    try context.refuse(act, why) { entry in
      (entry.rec, entry.class) = (rec, Int(fieldClass.rawValue))
    }
  }

  private func refuse<Value>(
    _ act: String, _ why: Refusal, _ ref: Int
  ) throws(VaultError) -> Ruling<Value> {
    try context.refuse(act, why) { $0.ref = Entry.number(ref) }
  }

  private func refuse<Value>(
    _ act: String, _ why: Refusal, _ found: Found
  ) throws(VaultError) -> Ruling<Value> {
    let rec = try context.pseudonym(found.file)
    return try context.refuse(act, why) { entry in
      (entry.rec, entry.ref) = (rec, found.item.entry)
    }
  }
}
