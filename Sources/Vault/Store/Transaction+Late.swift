import FoundationEssentials
import GRDB
import Sealing

/// Cases that were there before a standing epoch and whose keys it was not given yet.
///
/// Whether it was given them stands in the grant lists: every version of a class key made after the
/// epoch is wrapped to it when it is made, so a list that names the epoch and makes no version is the
/// one that gave it those of before.
extension Transaction {
  /// Cases are numbered in the order in which they were opened, so those of before an entry are the
  /// first ones: the last of them is found in some twenty looks, however many there are.
  private func lastFile(openedBefore seq: Int) throws(VaultError) -> Int? {
    guard let ends = try row("SELECT min(key),max(key) FROM file"),
      var low = try ends.optionalInt(0), var high = try ends.optionalInt(1),
      let first = try opening(atOrAfter: low), first.seq < seq
    else { return nil }
    while low < high {
      let middle = low + (high - low + 1) / 2
      if let found = try opening(atOrAfter: middle), found.seq < seq {
        low = found.key
      } else {
        high = middle - 1
      }
    }
    return low
  }

  /// The first case from a number on that is there, and the entry that opened it: that of its first grant
  /// list, which every opening leaves.
  private func opening(atOrAfter key: Int) throws(VaultError) -> (key: Int, seq: Int)? {
    let row = try row(
      """
      SELECT f.key,(SELECT min(g.seq) FROM grant_list g WHERE g.file=f.key) \
      FROM file f WHERE f.key>=? AND length(f.operations)>0 ORDER BY f.key LIMIT 1
      """, [key])
    guard let row, let seq = try row.optionalInt(1) else { return nil }
    return (try row.int(0), seq)
  }

  /// Has a key of one of the epoch's classes that is older than the epoch, and that somebody holds still.
  private static let isOlder = """
    f.key<=:last AND EXISTS(SELECT 1 FROM class_key k \
    WHERE k.file=f.key AND (:classes>>k.class)&1 AND k.seq<:made AND k.due<2)
    """

  private static func isDue(_ late: LateEpoch) -> String {
    isOlder + """
       AND NOT EXISTS(SELECT 1 FROM grant_list g \
      WHERE g.file=f.key AND g.seq>:made AND instr(g.list,:principal)>0\(isOfPart(late)) \
      AND NOT EXISTS(SELECT 1 FROM class_key k WHERE k.file=f.key AND k.seq=g.seq))
      """
  }

  /// Of an epoch that is given its classes in parts: whether the list has one of this part. In a list the
  /// class stands behind the id of the case, little-endian.
  private static func isOfPart(_ late: LateEpoch) -> String {
    guard late.isPart else { return "" }
    let marks = late.classes.map { "instr(g.list,CAST(f.id||x'0\($0.rawValue)00' AS BLOB))>0" }
    return " AND (" + marks.joined(separator: " OR ") + ")"
  }

  private func arguments(_ late: LateEpoch, last: Int) -> StatementArguments {
    [
      "last": last, "classes": late.classes.reduce(0) { $0 | 1 << Int($1.rawValue) },
      "made": late.made, "principal": Data(late.principal.bytes),
    ]
  }

  /// Whether any case is due. They are given in order, so the last one of before the epoch answers for
  /// all: this is asked at every command of a holder.
  func isAnyDue(_ late: LateEpoch) throws(VaultError) -> Bool {
    guard let last = try lastFile(openedBefore: late.made) else { return false }
    let row = try row(
      """
      SELECT \(Self.isDue(late)) FROM file f WHERE \(Self.isOlder) ORDER BY f.key DESC LIMIT 1
      """, arguments(late, last: last))
    return try row?.int(0) == 1
  }

  /// Whether one case is.
  func isDue(_ late: LateEpoch, file: Int) throws(VaultError) -> Bool {
    guard let last = try lastFile(openedBefore: late.made) else { return false }
    var arguments = arguments(late, last: last)
    _ = arguments.append(contentsOf: ["file": file])
    return try row("SELECT \(Self.isDue(late)) FROM file f WHERE f.key=:file", arguments)?.int(0)
      == 1
  }

  /// The first cases that are due, in order.
  func dueFiles(_ late: LateEpoch, limit: Int) throws(VaultError) -> [Int] {
    guard let last = try lastFile(openedBefore: late.made) else { return [] }
    var arguments = arguments(late, last: last)
    _ = arguments.append(
      contentsOf: ["limit": limit, "from": try firstDueFile(late, last: last)])
    var found: [Int] = []
    for row in try rows(
      """
      SELECT f.key FROM file f WHERE f.key>=:from AND \(Self.isDue(late)) ORDER BY f.key LIMIT :limit
      """, arguments)
    {
      found.append(try row.int(0))
    }
    return found
  }

  /// Those of a run of cases that are due.
  func dueFiles(_ late: LateEpoch, in keys: Range<Int>) throws(VaultError) -> [Int] {
    guard let last = try lastFile(openedBefore: late.made) else { return [] }
    var arguments = arguments(late, last: last)
    _ = arguments.append(contentsOf: ["from": keys.lowerBound, "end": keys.upperBound])
    return try rows(
      "SELECT f.key FROM file f WHERE f.key>=:from AND f.key<:end AND \(Self.isDue(late))",
      arguments
    ).map { row throws(VaultError) in try row.int(0) }
  }

  /// Where the cases that were given already end: found by halving like the last of them, so that the
  /// last part of a long work costs no more than the first.
  private func firstDueFile(_ late: LateEpoch, last: Int) throws(VaultError) -> Int {
    var (low, high) = (0, last)
    while low < high {
      let middle = low + (high - low) / 2
      var arguments = arguments(late, last: last)
      _ = arguments.append(contentsOf: ["from": middle])
      let row = try row(
        """
        SELECT f.key,\(Self.isDue(late)) FROM file f WHERE f.key>=:from AND \(Self.isOlder) \
        ORDER BY f.key LIMIT 1
        """, arguments)
      if let row, try row.int(1) == 0 { low = try row.int(0) + 1 } else { high = middle }
    }
    return low
  }

  /// All of them, one by one: for the status.
  func countDueFiles(_ late: LateEpoch) throws(VaultError) -> Int {
    guard let last = try lastFile(openedBefore: late.made) else { return 0 }
    return try row(
      "SELECT count(*) FROM file f WHERE \(Self.isDue(late))", arguments(late, last: last))?.int(0)
      ?? 0
  }
}
