/// What an import really made, by the rows that it left.
struct ImportCount {
  /// Length and number of every sealed field; one operations row a case is among them.
  let fields: [(length: Int, count: Int)]
  let wraps: Int
  let leaves: Int
  /// Rows of each table, and the bytes in their blobs.
  let tables: [(rows: Int, bytes: Int)]

  init(records path: String) throws {
    let database = try BareDatabase(reading: path)
    fields = try database.pairs(
      "SELECT length(blob), count(*) FROM field GROUP BY 1 UNION ALL "
        + "SELECT length(operations), count(*) FROM file GROUP BY 1"
    ).map { ($0, $1) }
    tables = try [
      "SELECT count(*), sum(length(blob)) FROM field",
      "SELECT count(*), sum(48) FROM record",
      "SELECT count(*), sum(length(operations)+80) FROM file",
      "SELECT count(*), sum(length(outer)) FROM pack",
      "SELECT count(*), 0 FROM class_key",
      "SELECT count(*), sum(length(list)) FROM grant_list",
      "SELECT count(*), 0 FROM assignment",
      "SELECT count(*), sum(length(leaf)+32) FROM audit_leaf",
    ].map { try database.pairs($0)[0] }.map { (rows: $0.0, bytes: $0.1) }
    wraps = try database.pairs("SELECT sum((length(outer)-44)/94), 0 FROM pack")[0].0
    leaves = tables[7].rows
  }

  var text: String {
    "\(fields.reduce(0) { $0 + $1.count }) fields, \(wraps) wraps, \(leaves) signatures, "
      + "\(tables.reduce(0) { $0 + $1.rows }) rows, \(tables.reduce(0) { $0 + $1.bytes } >> 20) MiB"
  }
}
