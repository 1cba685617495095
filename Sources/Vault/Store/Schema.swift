/// The tables of the records file. Data and log stand in one file, because only one file commits
/// atomically. The text is compared with `sqlite_schema` at every open: a planted trigger or view
/// would run inside our transactions, and `trusted_schema=OFF` does not stop it.
enum Schema {
  /// `PRAGMA application_id` of the records file: "SKV1".
  static let applicationID: Int64 = 0x534B_5631
  /// `PRAGMA user_version`: the format that this program reads and writes.
  static let format: Int64 = 6

  /// Format 5 had the same tables, and no record out of sight: a program of then would call one altered.
  static let statements = statementsOfFormat4 + drafts + evidence

  /// The tables of format 4: a form that was left before its end was lost, and no file was kept in a case.
  static let statementsOfFormat4 = statementsOfFormat3 + segments

  /// The tables of format 3: nobody could be found by a name.
  static let statementsOfFormat3 = statementsOfFormat2 + proposals + restrictions

  /// The tables of format 2: no rule book waited for a second person, and nothing could be restricted.
  static let statementsOfFormat2 = vault + log + outside + people + cases + housekeeping

  /// The tables of format 1, which kept nothing of what is outside.
  static let statementsOfFormat1 = vault + log + unusedOutside + people + cases + housekeeping

  /// The formats that this program brings on.
  static let earlier: Range<Int64> = 1..<format

  static func statements(ofFormat format: Int64) -> [String] {
    switch format {
    case 1: statementsOfFormat1
    case 2: statementsOfFormat2
    case 3: statementsOfFormat3
    case 4: statementsOfFormat4
    default: statements
    }
  }

  private static let vault = [
    """
    CREATE TABLE vault(one INTEGER PRIMARY KEY CHECK(one=1), id BLOB NOT NULL CHECK(length(id)=16), \
    root BLOB NOT NULL CHECK(length(root)=32), low INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE field_rule(id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, \
    class INTEGER NOT NULL, readers INTEGER NOT NULL, writers INTEGER NOT NULL) STRICT
    """,
    "CREATE TABLE rule_file(name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
  ]

  /// The rule book that a lead proposed, whole, until somebody else answers: `seq` is its `rules.adopt`.
  static let proposals = [
    """
    CREATE TABLE rule_proposal(seq INTEGER NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL, \
    PRIMARY KEY(seq,name)) WITHOUT ROWID, STRICT
    """
  ]

  private static let log = [
    """
    CREATE TABLE audit_leaf(idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL, \
    hash BLOB NOT NULL CHECK(length(hash)=32)) STRICT
    """,
    """
    CREATE TABLE audit_tile(level INTEGER NOT NULL, n INTEGER NOT NULL, hashes BLOB NOT NULL, \
    PRIMARY KEY(level,n)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE audit_head(one INTEGER PRIMARY KEY CHECK(one=1), size INTEGER NOT NULL, \
    frontier BLOB NOT NULL, note BLOB NOT NULL) STRICT
    """,
    "CREATE TABLE audit_note(hash BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT",
    """
    CREATE TABLE audit_inbox(id INTEGER PRIMARY KEY, t INTEGER NOT NULL, what BLOB NOT NULL) STRICT
    """,
    // These stop mistakes, not attackers.
    """
    CREATE TRIGGER audit_leaf_stays BEFORE DELETE ON audit_leaf \
    BEGIN SELECT RAISE(ABORT,'entries stay'); END
    """,
    """
    CREATE TRIGGER audit_leaf_same BEFORE UPDATE ON audit_leaf \
    BEGIN SELECT RAISE(ABORT,'entries stay as written'); END
    """,
  ]

  /// What others outside say of heads of the log, each beside the entry that states its hash; and the heads
  /// that were carried out to be signed.
  static let outside = [
    """
    CREATE TABLE audit_cosig(seq INTEGER PRIMARY KEY, size INTEGER NOT NULL, line TEXT NOT NULL) STRICT
    """,
    """
    CREATE TABLE audit_anchor(seq INTEGER PRIMARY KEY, size INTEGER NOT NULL, kind TEXT NOT NULL, \
    note BLOB NOT NULL, query BLOB NOT NULL, authority BLOB NOT NULL, token BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE audit_asked(kind TEXT NOT NULL, size INTEGER NOT NULL, note BLOB NOT NULL, \
    query BLOB NOT NULL, PRIMARY KEY(kind,size)) WITHOUT ROWID, STRICT
    """,
  ]

  /// The first two as format 1 had them: nothing was ever written there.
  static let unusedOutside = [
    "CREATE TABLE audit_cosig(size INTEGER NOT NULL, line TEXT NOT NULL) STRICT",
    """
    CREATE TABLE audit_anchor(size INTEGER NOT NULL, kind TEXT NOT NULL, token BLOB NOT NULL) STRICT
    """,
  ]

  private static let people = [
    """
    CREATE TABLE member(key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id)=16), \
    bundle BLOB NOT NULL, staff BLOB) STRICT
    """,
    """
    CREATE TABLE slot(member INTEGER NOT NULL, number INTEGER NOT NULL, slot BLOB NOT NULL, \
    PRIMARY KEY(member,number)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE invited(seq INTEGER PRIMARY KEY, staff BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE principal(key INTEGER PRIMARY KEY, kind INTEGER NOT NULL, \
    id BLOB NOT NULL CHECK(length(id)=16), epoch INTEGER NOT NULL, UNIQUE(kind,id,epoch)) STRICT
    """,
    """
    CREATE TABLE batch(id BLOB NOT NULL CHECK(length(id)=16), principal INTEGER NOT NULL, \
    sealed BLOB NOT NULL, PRIMARY KEY(id,principal)) WITHOUT ROWID, STRICT
    """,
    // Wraps of role seeds and of the vault, operations and index keys: class 0x4000 and up.
    """
    CREATE TABLE office_pack(class INTEGER NOT NULL, version INTEGER NOT NULL, \
    principal INTEGER NOT NULL, outer BLOB NOT NULL, PRIMARY KEY(class,version,principal)) \
    WITHOUT ROWID, STRICT
    """,
  ]

  /// Inside the file a case, a record and a principal are small integers; the 16-byte ids stand in
  /// one column each, because random ids as row keys halve the rate of an import.
  private static let cases = [
    """
    CREATE TABLE file(key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id)=16), \
    version INTEGER NOT NULL, man BLOB NOT NULL, prev BLOB NOT NULL, seq INTEGER NOT NULL, \
    writer INTEGER NOT NULL, revision INTEGER NOT NULL, operations BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE record(key INTEGER PRIMARY KEY, file INTEGER NOT NULL, \
    id BLOB NOT NULL CHECK(length(id)=16), entity INTEGER NOT NULL, version INTEGER NOT NULL, \
    writer INTEGER NOT NULL, hash BLOB NOT NULL) STRICT
    """,
    "CREATE INDEX record_of_file ON record(file)",
    """
    CREATE TABLE field(record INTEGER NOT NULL, id INTEGER NOT NULL, version INTEGER NOT NULL, \
    writer INTEGER NOT NULL, blob BLOB NOT NULL, PRIMARY KEY(record,id,version)) \
    WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE pack(file INTEGER NOT NULL, principal INTEGER NOT NULL, outer BLOB NOT NULL, \
    PRIMARY KEY(file,principal)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE class_key(file INTEGER NOT NULL, class INTEGER NOT NULL, \
    version INTEGER NOT NULL, seq INTEGER NOT NULL, due INTEGER NOT NULL, \
    PRIMARY KEY(file,class,version)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE grant_list(file INTEGER NOT NULL, seq INTEGER NOT NULL, list BLOB NOT NULL, \
    PRIMARY KEY(file,seq)) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE assignment(file INTEGER NOT NULL, member INTEGER NOT NULL, \
    role INTEGER NOT NULL, relation INTEGER NOT NULL, since INTEGER NOT NULL, ended INTEGER, \
    PRIMARY KEY(file,member,since)) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX assignment_of_member ON assignment(member) WHERE ended IS NULL",
    """
    CREATE TABLE excerpt(file INTEGER NOT NULL, class INTEGER NOT NULL, member INTEGER NOT NULL, \
    since INTEGER NOT NULL, until INTEGER NOT NULL, ended INTEGER, \
    PRIMARY KEY(file,class)) WITHOUT ROWID, STRICT
    """,
  ]

  /// Which field of a case is kept from which role.
  static let restrictions = [
    """
    CREATE TABLE restricted(file INTEGER NOT NULL, since INTEGER NOT NULL, \
    record BLOB NOT NULL CHECK(length(record)=16), field INTEGER NOT NULL, role INTEGER NOT NULL, \
    sealed INTEGER, lifted INTEGER, PRIMARY KEY(file,since)) WITHOUT ROWID, STRICT
    """
  ]

  /// What people are found by, some dozens of them in each.
  static let segments = [
    "CREATE TABLE segment(number INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT"
  ]

  /// What was typed into forms that nobody finished yet, each by the entry that says so.
  static let drafts = [
    """
    CREATE TABLE draft(seq INTEGER PRIMARY KEY, file INTEGER NOT NULL, member INTEGER NOT NULL, \
    form TEXT NOT NULL, record BLOB NOT NULL CHECK(length(record) IN (0,16)), \
    sealed BLOB NOT NULL) STRICT
    """,
    "CREATE INDEX draft_of_file ON draft(file)",
  ]

  /// Files that are kept in cases; their content in rows of one length.
  static let evidence = [
    """
    CREATE TABLE evidence(key INTEGER PRIMARY KEY, file INTEGER NOT NULL, \
    record BLOB NOT NULL UNIQUE CHECK(length(record)=16), front BLOB NOT NULL, \
    parts INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT
    """,
    "CREATE INDEX evidence_of_file ON evidence(file)",
    """
    CREATE TABLE evidence_part(evidence INTEGER NOT NULL, number INTEGER NOT NULL, \
    sealed BLOB NOT NULL, UNIQUE(evidence,number)) STRICT
    """,
  ]

  private static let housekeeping = [
    // What custody must still destroy for an act that the log already states.
    """
    CREATE TABLE pending(id INTEGER PRIMARY KEY, gen INTEGER NOT NULL, file INTEGER NOT NULL, \
    below INTEGER NOT NULL) STRICT
    """
  ]
}
