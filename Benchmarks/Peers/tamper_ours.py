"""The attacks on a vault: who can write its two files, and has none of its members' keys."""


def field(office, number, case=1, folder="office"):
    """The record, newest version and value of a field of one case."""
    return office.rows(
        "SELECT f.record, f.version, f.blob FROM field f JOIN record r ON r.key=f.record"
        " WHERE r.file=? AND f.id=? ORDER BY f.version DESC LIMIT 1", case, number, folder=folder)[0]


def exchange(office, one, other):
    """Two values for each other; each is (record, field number)."""
    query = "SELECT blob FROM field WHERE record=? AND id=? ORDER BY version DESC LIMIT 1"
    held = [office.rows(query, *place)[0][0] for place in (one, other)]
    update = "UPDATE field SET blob=? WHERE record=? AND id=?"
    office.change([(update, (held[1], *one)), (update, (held[0], *other))])


def put_back(office, record):
    """Every row of a record as it was in the morning."""
    version, writer, digest = office.rows("SELECT version,writer,hash FROM record WHERE key=?", record,
                                          folder="morning/office")[0]
    rows = office.rows("SELECT record,id,version,writer,blob FROM field WHERE record=?", record,
                       folder="morning/office")
    office.change(
        [("DELETE FROM field WHERE record=?", (record,)),
         ("UPDATE record SET version=?, writer=?, hash=? WHERE key=?", (version, writer, digest, record))]
        + [("INSERT INTO field VALUES(?,?,?,?,?)", row) for row in rows])


def exchange_staff(office, column):
    one, other = (office.rows(f"SELECT {column} FROM member WHERE key=?", key)[0][0] for key in (4, 5))
    update = f"UPDATE member SET {column}=? WHERE key=?"
    office.change([(update, (other, 4)), (update, (one, 5))])


def invented_lead(office):
    added = office.need(["staff", "add", "eve", "--role", "lead"], "lan")
    office.enrol("eve", office.value(added, "code"))
    office.run(["staff", "admit", "eve", "--confirm", "eve"], "lan")
    for words in (["case", "list"], ["case", "show", office.cases[0]]):
        done = office.run(words, "eve")
        if done.returncode == 0 and office.cases[0] in done.stdout:
            return None
    return f"refused ({done.returncode})"


def worker(office):
    office.change([("INSERT INTO assignment VALUES(2,5,2,3,90,NULL)", ())])
    done = office.run(["reception", "show", office.cases[1], "--class", "safety", "--for", "CAREMGT"], "mai")
    return None if "Gọi" in done.stdout else office.noticed() or f"opens nothing ({done.returncode})"


def given(office):
    outer = office.rows("SELECT outer FROM pack WHERE file=2 AND principal=5")[0][0]
    office.change([("INSERT INTO pack VALUES(2,6,?)", (outer,))])
    return worker(office)


def exchange_rows(office, one, other):
    """Two rows of files that are kept for each other; each is (file, number)."""
    query = "SELECT sealed FROM evidence_part WHERE evidence=? AND number=?"
    held = [office.rows(query, *place)[0][0] for place in (one, other)]
    update = "UPDATE evidence_part SET sealed=? WHERE evidence=? AND number=?"
    office.change([(update, (held[1], *one)), (update, (held[0], *other))])


def exchange_files(office):
    fronts = [office.rows("SELECT front FROM evidence WHERE key=?", key)[0][0] for key in (1, 2)]
    move = "UPDATE evidence_part SET evidence=? WHERE evidence=?"
    front = "UPDATE evidence SET front=? WHERE key=?"
    office.change([(move, (3, 1)), (move, (1, 2)), (move, (2, 3)), (front, (fronts[1], 1)), (front, (fronts[0], 2))])


def flipped(blob):
    return blob[:60] + bytes([blob[60] ^ 1]) + blob[61:]


def attack(office, key):
    """Does it; answers who noticed, None for nobody."""
    safe = field(office, 105)
    at = (safe[0], 105, safe[1])
    update = "UPDATE field SET blob=? WHERE record=? AND id=? AND version=?"
    name = field(office, 300)
    delete = "DELETE FROM field WHERE record=? AND id=?"
    deeds = {
        "row": lambda: exchange(office, (safe[0], 105), (field(office, 105, case=2)[0], 105)),
        "column": lambda: exchange(office, (safe[0], 102), (safe[0], 104)),
        "class": lambda: exchange(office, (safe[0], 105), (name[0], 300)),
        "old": lambda: office.change([(update, (field(office, 105, folder="morning/office")[2], *at))]),
        "record": lambda: put_back(office, safe[0]),
        "file": lambda: office.back("morning", ("office/records.db",)),
        "both": lambda: office.back("morning", ("office",)),
        "custody": lambda: office.back("morning", ("office/custody.db",)),
        "gone": lambda: office.change([(delete, (safe[0], 105))]),
        "gone-record": lambda: office.change(
            [("DELETE FROM field WHERE record=?", (safe[0],)), ("DELETE FROM record WHERE key=?", (safe[0],))]),
        "suite": lambda: office.change([(update, (b"\x02" + safe[2][1:], *at))]),
        "null": lambda: office.change([(update, (b"", *at))]),
        "bit": lambda: office.change([(update, (flipped(safe[2]), *at))]),
        "withdrawal": lambda: put_back(
            office, office.rows("SELECT key FROM record WHERE file=1 AND entity=31")[0][0]),
        "handles": lambda: exchange_staff(office, "staff"),
        "bundle": lambda: exchange_staff(office, "bundle"),
        "key-version": lambda: office.change([("INSERT INTO class_key VALUES(1,3,2,80,0)", ())]),
        "restriction": lambda: office.change([("DELETE FROM restricted", ())]),
        "evidence-cut": lambda: office.change(
            [("DELETE FROM evidence_part WHERE evidence=1 AND number=2", ()),
             ("UPDATE evidence SET parts=2 WHERE key=1", ())]),
        "evidence-moved": lambda: exchange_rows(office, (1, 0), (1, 1)),
        "evidence-swapped": lambda: exchange_files(office),
        "entry": lambda: office.change(
            [("DELETE FROM audit_leaf WHERE idx=(SELECT max(idx) FROM audit_leaf)", ())]),
        "entry-changed": lambda: office.change(
            [("UPDATE audit_leaf SET leaf=CAST(replace(CAST(leaf AS TEXT),'\"t\":1','\"t\":2') AS BLOB)"
              " WHERE idx=70", ())]),
    }
    for own in ("lead", "grant", "role"):
        deeds[own] = None
    if key == "lead":
        return invented_lead(office)
    if key == "grant":
        return given(office)
    if key == "role":
        return worker(office)
    deeds[key]()
    return office.noticed()
