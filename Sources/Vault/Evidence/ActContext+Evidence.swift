import AuditLog
import Sealing

extension ActContext {
  /// Decides about a look at the files of a case, by the rules of every field that is read for it: whoever may
  /// not read one of them is shown no file. Where one is given out, its content's key is among them.
  ///
  /// - Returns: the entry of the act, that of the look, and what is sealed.
  func ruleOnEvidence(
    _ act: String, _ fields: Set<FieldID>, _ record: RecordID?, of id: CaseID, _ purpose: Purpose?
  ) throws(VaultError) -> Ruling<(Int, Int, Drawer)> {
    let (look, drawer): (Int, Drawer)
    switch try rule(on: fields, of: id, purpose) {
    case .refused(let why, let entry):
      // The act itself is what they asked for, and what a person reads of it later.
      let file = try tx.file(id)
      let rec = try file.map { file throws(VaultError) in try pseudonym(file) }
      return try refuse(act, why) { entry_ in
        (entry_.rec, entry_.ref, entry_.purp) = (rec, entry, purpose?.rawValue)
      }
    case .allowed(let found): (look, drawer) = found
    }
    let rec = try pseudonym(drawer.file)
    var item: Identifier?
    if let record {
      guard drawer.rows.contains(where: { $0.row.id == record && $0.row.entity == Evidence.entity })
      else { throw .noSuchRecord }
      item = Pseudonym.ofRecord(record, try recordKey(drawer.file), in: keyring.atHand)
    }
    let seen = try vault.ledger.provenEntry(look, in: tx)
    let isOpen = drawer.ungiven.isEmpty
    let seq = try append(act, isOpen ? .ok : .denied) { entry in
      entry.why = isOpen ? nil : .fieldClass
      (entry.rec, entry.item, entry.ref) = (rec, item, look)
      (entry.role, entry.by, entry.purp) = (seen.role, seen.by, seen.purp)
    }
    return .allowed((seq, look, drawer))
  }
}
