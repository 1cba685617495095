import AuditLog
import Sealing

/// What the log says of the row of a case and of its keys, beside the manifest.
struct StatedRow {
  /// How many manifests were stated.
  var version: UInt64 = 0
  /// How often the operations row was written, and by whom the last time.
  var revision: UInt64 = 0
  var writer: MemberID?
  /// The acts that wrapped keys of the case.
  var grants: [StatedOffice.Granted] = []
  /// Members whose packs went, each with the first entry whose grants may stand again.
  var gone: [MemberID: Int] = [:]

  /// The generations of custody that acts on the case made: each replaced its outer key.
  private var generations: Set<Int> = []

  /// The number of the outer key that the case is under. An act on many cases may replace it without an
  /// entry for each: then it is a larger one.
  var leastOuterNumber: Int { generations.count + 1 }

  /// - Parameter operations: the codes of the fields of the operations row.
  mutating func follow(_ entry: Entry, _ directory: Directory, operations: Set<String>) {
    if let list = entry.grant {
      grants.append(StatedOffice.Granted(seq: entry.seq, list: list))
    }
    if let generation = entry.gen { follow(generation: generation) }
    guard entry.man != nil else { return }
    version += 1
    if version == 1 {
      (revision, writer) = (1, directory.member(entry.actor))
    }
    for field in entry.fields ?? [] {
      let parts = field.split(separator: ":")
      guard parts.count == 2, operations.contains(String(parts[0])),
        let number = UInt64(parts[1])
      else { continue }
      (revision, writer) = (number, directory.member(entry.actor))
    }
  }

  /// An act that replaced the outer key.
  mutating func follow(generation: Int) { generations.insert(generation) }

  /// Whoever cared before an entry and does not care by it any more has lost their pack.
  mutating func follow(
    from before: [LogExaminer.Given], to after: [LogExaminer.Given], seq: Int
  ) {
    let left = Set(after.filter { $0.since < seq }.map(\.care.member))
    for member in Set(before.map(\.care.member)).subtracting(left) { gone[member] = seq + 1 }
  }
}
