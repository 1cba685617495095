import FoundationEssentials
import GRDB
import Sealing

/// Segments of the search index: sealed bytes by their number, and nothing else.
extension Transaction {
  func segment(_ number: Int) throws(VaultError) -> [UInt8]? {
    try row("SELECT sealed FROM segment WHERE number=?", [number]).map { row throws(VaultError) in
      try row.bytes(0)
    }
  }

  func setSegment(_ number: Int, _ sealed: [UInt8]) throws(VaultError) {
    try run(
      """
      INSERT INTO segment(number,sealed) VALUES(?,?) \
      ON CONFLICT(number) DO UPDATE SET sealed=excluded.sealed
      """, [number, Data(sealed)])
  }

  func deleteSegment(_ number: Int) throws(VaultError) {
    try run("DELETE FROM segment WHERE number=?", [number])
  }

  func segmentNumbers() throws(VaultError) -> [Int] {
    var found: [Int] = []
    try each("SELECT number FROM segment ORDER BY number") { row throws(VaultError) in
      found.append(try row.int(0))
    }
    return found
  }

  /// A run of segments, ascending.
  ///
  /// - Parameter bytes: where they go, one behind the other.
  func segments(
    _ numbers: Range<Int>, to bytes: inout [UInt8]
  ) throws(VaultError) -> [(number: Int, sealed: Range<Int>)] {
    var found: [(number: Int, sealed: Range<Int>)] = []
    try each(
      "SELECT number,sealed FROM segment WHERE number>=? AND number<? ORDER BY number",
      [numbers.lowerBound, numbers.upperBound]
    ) { row throws(VaultError) in
      let start = bytes.count
      try row.withBytes(1) { bytes.append(contentsOf: $0) }
      found.append((try row.readInt(0), start..<bytes.count))
    }
    return found
  }

  /// Cases that are there and whose segment is not: nobody finds them.
  func countUnindexed() throws(VaultError) -> Int {
    try row(
      """
      SELECT count(*) FROM file WHERE length(operations)>0 \
      AND NOT EXISTS(SELECT 1 FROM segment WHERE number=(key-1)/\(SearchSegment.people)+1)
      """)?.int(0) ?? 0
  }

  /// The first segment from a number on that is there, or that a case belongs in.
  func nextSegment(from first: Int) throws(VaultError) -> Int? {
    let own = try row("SELECT min(number) FROM segment WHERE number>=?", [first])?.optionalInt(0)
    let key = try row(
      "SELECT min(key) FROM file WHERE key>? AND length(operations)>0", [Self.keys(before: first)]
    )?.optionalInt(0)
    return [own, key.map(SearchSegment.number(ofFile:))].compactMap(\.self).min()
  }

  /// The row of the last case that belongs in an earlier segment.
  private static func keys(before number: Int) -> Int {
    let (keys, isOver) = (number - 1).multipliedReportingOverflow(by: SearchSegment.people)
    return isOver ? .max : keys
  }

  /// How many cases are there that belong in each segment of a run; a segment of none is not named.
  func casesBySegment(_ numbers: Range<Int>) throws(VaultError) -> [Int: Int] {
    var found: [Int: Int] = [:]
    try each(
      """
      SELECT (key-1)/\(SearchSegment.people)+1,count(*) FROM file \
      WHERE key>? AND key<=? AND length(operations)>0 GROUP BY 1
      """,
      [Self.keys(before: numbers.lowerBound), Self.keys(before: numbers.upperBound)]
    ) { row throws(VaultError) in found[try row.int(0)] = try row.int(1) }
    return found
  }

  /// The number below which custody's keys of a segment open nothing here: the one that the segment lies under, and
  /// none above the newest there is, whatever a row that somebody edited says. Where there is no segment, all.
  func leastSegmentKey(_ file: Int, _ custody: Custody) throws(VaultError) -> UInt32 {
    guard let number = SearchSegment.number(ofCustodyFile: file), let sealed = try segment(number)
    else { return .max }
    let named = (try? OuterSeal.number(of: sealed.span)) ?? 0
    return min(named, try custody.newestNumber(of: file) ?? 0)
  }

  func addSegments() throws(VaultError) {
    for statement in Schema.segments { try run(statement, []) }
  }
}
