import AuditLog
import FoundationEssentials
import Sealing

/// The state of a case in 32 bytes, stated by the log after each change. A row put back, dropped or
/// swapped, a consent withdrawal made to vanish, an owner changed by hand no longer fit it.
enum Manifest {
  /// Format.md, "Manifest": over every kept version of every field, ascending by id, then version.
  ///
  /// - Parameter isRetracted: whether it is out of sight: a hash of its own, so that no number changed by hand brings
  ///   it back, or takes another away.
  static func recordHash(
    _ id: RecordID, version: UInt64, writer: MemberID, fields: [Transaction.FieldRow],
    isRetracted: Bool
  ) -> Digest {
    var out = Array((isRetracted ? "safekeep/retracted/1" : "safekeep/record/1").utf8)
    id.identifier.append(to: &out)
    out.append(littleEndian: version)
    writer.identifier.append(to: &out)
    for field in fields {
      out.append(littleEndian: field.id.rawValue)
      out.append(littleEndian: field.version)
      Digest.of(field.blob.span).append(to: &out)
    }
    return Digest.of(out)
  }

  /// - Parameter records: id and hash, ascending by id.
  static func hash(
    vault: Identifier, caseID: CaseID, version: UInt64, previous: Digest, operations: [UInt8],
    records: [(RecordID, Digest)]
  ) -> Digest {
    var out = Array("safekeep/case/1".utf8)
    vault.append(to: &out)
    caseID.identifier.append(to: &out)
    out.append(littleEndian: version)
    previous.append(to: &out)
    Digest.of(operations).append(to: &out)
    for (id, hash) in records {
      id.identifier.append(to: &out)
      hash.append(to: &out)
    }
    return Digest.of(out)
  }

  /// What stands before version 1.
  static let beforeFirst = Digest.zero
}
