import AuditLog
import Sealing

/// What was opened in emergencies after a backup, by the entries of a newer log: what is restored knows nothing of it,
/// and nobody there would review it.
struct EmergenciesSince {
  /// The pseudonyms of the cases.
  private(set) var opened: Set<Identifier> = []
  /// Of what it was asked for, by the entry of it.
  private var asked: [Int: Identifier] = [:]

  /// What was asked for before the backup can be given after it.
  ///
  /// - Parameter entry: an `emergency.open`.
  /// - Returns: of which case, and which class.
  @discardableResult mutating func noteAsked(_ entry: Entry) -> (Identifier, FieldClass)? {
    guard entry.act == Act.emergencyOpen, entry.out == .ok, let rec = entry.rec,
      let fieldClass = entry.class.flatMap(UInt16.init(exactly:)).flatMap(FieldClass.init)
    else { return nil }
    asked[entry.seq] = rec
    return (rec, fieldClass)
  }

  /// - Parameter entry: an `emergency.open`, or an `approval.give`, which may be of one.
  mutating func note(_ entry: Entry) {
    if let (rec, fieldClass) = noteAsked(entry) {
      // What a duty officer needs at once nobody has to give.
      if Emergency.isAlone(fieldClass) { opened.insert(rec) }
    } else if let given = entry.ref.flatMap({ asked[$0] }) {
      opened.insert(given)
    }
  }
}
