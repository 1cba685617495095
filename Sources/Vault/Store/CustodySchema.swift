/// The tables of the custody file: everything that destroying ends access with.
enum CustodySchema {
  /// `PRAGMA application_id` of the custody file: "SKC1".
  static let applicationID: Int64 = 0x534B_4331
  /// `PRAGMA user_version`: the format that this program reads and writes.
  static let format: Int64 = 1

  static let statements = [
    """
    CREATE TABLE custody(one INTEGER PRIMARY KEY CHECK(one=1), vault BLOB NOT NULL, \
    generation INTEGER NOT NULL, log_seed BLOB NOT NULL, who_salt BLOB NOT NULL, \
    code_key BLOB NOT NULL) STRICT
    """,
    // KK[case, number]; file 0 holds those of the office keys.
    """
    CREATE TABLE kk(file INTEGER NOT NULL, number INTEGER NOT NULL, key BLOB NOT NULL, \
    PRIMARY KEY(file,number)) WITHOUT ROWID, STRICT
    """,
    "CREATE TABLE rec(file INTEGER PRIMARY KEY, id BLOB NOT NULL, key BLOB NOT NULL) STRICT",
  ]
}
