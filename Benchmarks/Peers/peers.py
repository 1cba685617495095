"""Stores that other tools make of the same records, and what is done to them by somebody who has no key.

Who reads does so as an honest program would: it opens what it finds and shows it. A row that is missing is
noticed only where somebody misses it; none of these says how many there ought to be."""
import os
import shutil
import sqlite3
import subprocess

import sqlcipher3

from sealers import Refused

PEOPLE = {"a": {"name": "Vang Thi Vi Du", "contact": "Goi buoi sang", "phone": "0900000001", "withdrawn": "no"},
          "b": {"name": "Lo Van Mau", "contact": "Goi buoi trua", "phone": "0900000002", "withdrawn": "no"}}
EVENING = {"contact": "Goi buoi toi", "withdrawn": "yes"}


class Rows:
    """Values sealed one by one, in a table of SQLite that anybody can write."""

    def __init__(self, sealer, home):
        self.sealer, self.name, self.path = sealer, sealer.name, os.path.join(home, "rows.db")
        self.base = sqlite3.connect(self.path)
        self.base.execute("CREATE TABLE field(person, name, value, PRIMARY KEY(person,name))")
        for person, values in PEOPLE.items():
            for name, value in values.items():
                self.write(person, name, value)
        self.morning = self.all()
        for name, value in EVENING.items():
            self.write("a", name, value)
        self.evening = self.all()

    def write(self, person, name, value):
        sealed = self.sealer.seal(f"field/{person}/{name}", value)
        self.base.execute("REPLACE INTO field VALUES(?,?,?)", (person, name, sealed))
        self.base.commit()

    def all(self):
        return {(person, name): value for person, name, value in self.base.execute("SELECT * FROM field")}

    def attack(self, key):
        at, rows, was = ("a", "contact"), dict(self.evening), self.morning
        sealed = rows[at]
        if key in ("row", "column", "class"):
            other = {"row": ("b", "contact"), "column": ("a", "phone"), "class": ("a", "name")}[key]
            rows[at], rows[other] = rows[other], rows[at]
        elif key in ("old", "record", "file"):
            rows = dict(was) if key == "file" else rows | {
                place: was[place] for place in rows if place == at or key == "record" and place[0] == "a"}
        elif key in ("gone", "withdrawal"):
            del rows[at if key == "gone" else ("a", "withdrawn")]
        elif key == "gone-record":
            rows = {place: value for place, value in rows.items() if place[0] != "a"}
        else:
            middle = len(sealed) // 2
            rows[at] = {"suite": bytes([sealed[0] ^ 3]) + sealed[1:], "null": b"",
                        "bit": sealed[:middle] + bytes([sealed[middle] ^ 1]) + sealed[middle + 1:]}[key]
        self.put(rows)
        return self.noticed()

    def put(self, rows):
        self.base.execute("DELETE FROM field")
        self.base.executemany("INSERT INTO field VALUES(?,?,?)", [(*place, value) for place, value in rows.items()])
        self.base.commit()

    def noticed(self):
        try:
            for (person, name), value in self.all().items():
                self.sealer.open(f"field/{person}/{name}", value)
        except Refused:
            return "when it is opened"
        return None


class Whole:
    """One sealed file for everything: all that can be done without a key is to its bytes."""

    possible = {"file", "bit", "null", "gone-record"}

    def __init__(self, home):
        self.path, self.kept = os.path.join(home, "whole"), {}
        self.make(PEOPLE)
        shutil.copy(self.path, self.path + ".morning")
        self.make(PEOPLE | {"a": PEOPLE["a"] | EVENING})
        shutil.copy(self.path, self.path + ".evening")

    def attack(self, key):
        if key not in self.possible:
            return "no such place in the file"
        with open(self.path + ".evening", "rb") as file:
            held = file.read()
        middle = len(held) // 2 + 100
        if key == "file":
            shutil.copy(self.path + ".morning", self.path)
        else:
            changed = {"bit": held[:middle] + bytes([held[middle] ^ 1]) + held[middle + 1:],
                       "null": b"", "gone-record": held[: len(held) // 2]}[key]
            with open(self.path, "wb") as file:
                file.write(changed)
        return "when it is opened" if self.read() is None else None


class SQLCipher(Whole):
    name = "SQLCipher"
    possible = Whole.possible | {"old", "record", "withdrawal"}
    phrase = "correct horse battery staple"

    def base(self):
        base = sqlcipher3.connect(self.path)
        base.execute(f"PRAGMA key='{self.phrase}'")
        return base

    def make(self, people):
        base = self.base()
        base.execute("CREATE TABLE IF NOT EXISTS field(person, name, value, PRIMARY KEY(person,name)) WITHOUT ROWID")
        base.executemany("REPLACE INTO field VALUES(?,?,?)", [
            (person, name, value) for person, values in people.items() for name, value in values.items()])
        base.commit()
        base.close()

    def attack(self, key):
        if key not in ("old", "record", "withdrawal"):
            return super().attack(key)
        # Each page is sealed with its own number and nothing else: an older one fits into a newer file.
        with open(self.path + ".morning", "rb") as was, open(self.path + ".evening", "rb") as now:
            was, now = was.read(), now.read()
        with open(self.path, "wb") as file:
            file.write(now[:4096] + was[4096:])
        return "when it is opened" if self.read() is None else None

    def read(self):
        try:
            base = self.base()
            rows = base.execute("SELECT * FROM field").fetchall()
            sound = base.execute("PRAGMA cipher_integrity_check").fetchall()
            base.close()
            return rows if rows and not sound else None
        except sqlcipher3.dbapi2.DatabaseError:
            return None


class Age(Whole):
    name = "age, one file"

    def make(self, people):
        key = self.path + ".key"
        if not os.path.exists(key):
            subprocess.run(["age-keygen", "-o", key], check=True, capture_output=True)
        with open(key, encoding="ascii") as file:
            to = next(line.split(": ")[1].strip() for line in file if "public key" in line)
        subprocess.run(["age", "-r", to, "-o", self.path], input=repr(people).encode(), check=True)

    def read(self):
        done = subprocess.run(["age", "-d", "-i", self.path + ".key", self.path], capture_output=True)
        return done.stdout if done.returncode == 0 else None
