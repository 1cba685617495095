extension Office {
  /// One digit of the entry's time, as somebody would who wants another day in it.
  func change(entry: Int) throws {
    try tamper(
      """
      CREATE TABLE kept(sql TEXT);
      INSERT INTO kept SELECT sql FROM sqlite_schema WHERE name='audit_leaf_same';
      DROP TRIGGER audit_leaf_same;
      UPDATE audit_leaf SET leaf=CAST(replace(CAST(leaf AS TEXT),'"t":1','"t":2') AS BLOB)
        WHERE idx=\(entry);
      """)
    let trigger = """
      CREATE TRIGGER audit_leaf_same BEFORE UPDATE ON audit_leaf \
      BEGIN SELECT RAISE(ABORT,'entries stay as written'); END
      """
    try tamper("DROP TABLE kept; " + trigger)
  }
}
