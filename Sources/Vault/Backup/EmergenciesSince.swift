import AuditLog
import Sealing

/// What was opened in emergencies after a backup, by the entries of a newer log: what is restored knows nothing of it,
/// and nobody there would review it.
struct EmergenciesSince {
  /// The pseudonyms of the cases.
  private(set) var opened: Set<Identifier> = []
  /// Of what it was asked for, by the entry of it.
  private var asked: [Int: Identifier] = [:]

  /// - Parameter entry: an `emergency.open`, or an `approval.give`, which may be of one.
  mutating func note(_ entry: Entry) {
    if entry.act == Act.emergencyOpen {
      guard let rec = entry.rec,
        let fieldClass = entry.class.flatMap(UInt16.init(exactly:)).flatMap(FieldClass.init)
      else { return }
      asked[entry.seq] = rec
      // What a duty officer needs at once nobody has to give.
      if Emergency.isAlone(fieldClass) { opened.insert(rec) }
    } else if let given = entry.ref.flatMap({ asked[$0] }) {
      opened.insert(given)
    }
  }
}
