"""Times other people's libraries at our work, through the bindings that they bring along; Bench starts it.

    speed.py fields LENGTH...        seal and open one value, each of those lengths
    speed.py register FILE.csv       store a register, each row as many values as a case of ours has fields

A line a figure: work, library, seconds for one piece; medians of five rounds."""
import csv
import itertools
import os
import sqlite3
import statistics
import sys
import tempfile
import time

import sqlcipher3
from nacl.secret import Aead

from sealers import BoundTinkSealer, FernetSealer, MongoSealer

ROUNDS = 5
#: The fields of a case that a register opens, filled and empty: empty ones are written too, so that absence is not seen.
FIELDS = 86
#: Beyond this a library that takes minutes tells nothing new: the work is the same for each row.
MOST_SEALED_ROWS = 2_000
PLACE = "field/case/name"


class NaClSealer:
    name = "PyNaCl, place as AAD"

    def __init__(self):
        self.box = Aead(os.urandom(Aead.KEY_SIZE))

    def seal(self, place, value):
        return bytes(self.box.encrypt(value.encode(), place.encode()))

    def open(self, place, sealed):
        return self.box.decrypt(sealed, place.encode()).decode()


def timed(work, count):
    def once():
        begun = time.perf_counter()
        for _ in range(count):
            work()
        return (time.perf_counter() - begun) / count
    once()
    return statistics.median(once() for _ in range(ROUNDS))


def told(work, name, seconds):
    print(work, name, repr(seconds), sep="\t", flush=True)


def fields(lengths):
    sealers = [make() for make in (BoundTinkSealer, NaClSealer, MongoSealer, FernetSealer)]
    for length, sealer in itertools.product(lengths, sealers):
        value = "a" * length
        sealed = sealer.seal(PLACE, value)
        count = max(20, 4_000_000 // (length + 20_000))
        told(f"seal {length}", sealer.name, timed(lambda: sealer.seal(PLACE, value), count))
        told(f"open {length}", sealer.name, timed(lambda: sealer.open(PLACE, sealed), count))


def stored(module, rows, seal, key=None):
    """One transaction; everything from the text of the register to the commit, but for reading the file."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as home:
        base = module.connect(os.path.join(home, "register.db"))
        if key:
            base.execute(f"PRAGMA key = \"x'{key}'\"")
        base.executescript("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;"
                           "CREATE TABLE field(person INTEGER, number INTEGER, value, PRIMARY KEY(person, number))")
        begun = time.perf_counter()
        with base:
            base.executemany("INSERT INTO field VALUES(?,?,?)", (
                (person, number, seal(cell)) for person, row in enumerate(rows) for number, cell in enumerate(row)))
        taken = time.perf_counter() - begun
        base.close()
        return taken


def register(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = [(row + [""] * FIELDS)[:FIELDS] for row in csv.reader(file)][1:]
    ways = [("plain SQLite, nothing sealed", sqlite3, str, None),
            ("SQLCipher, whole file", sqlcipher3, str, os.urandom(32).hex())]
    if len(rows) <= MOST_SEALED_ROWS:
        mongo = MongoSealer()
        ways.append((mongo.name + " into SQLite", sqlite3, lambda cell: mongo.seal(PLACE, cell), None))
    for name, module, seal, key in ways:
        told("register", name, statistics.median(stored(module, rows, seal, key) for _ in range(ROUNDS)))


if __name__ == "__main__":
    if sys.argv[1] == "fields":
        fields([int(word) for word in sys.argv[2:]])
    else:
        register(sys.argv[2])
