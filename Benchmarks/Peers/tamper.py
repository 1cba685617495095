"""The tamper matrix: every attack on our vault and on what other tools make of the same records; one table.

    tamper.py SAFEKEEP HEAD     prints the page after the text of HEAD (Scripts/tamper does)
"""
import datetime
import platform
import sys
import tempfile
from importlib.metadata import version

import sealers
import tamper_ours
from attacks import FIELDS, HOUSE
from ours import Office
from peers import Age, Rows, SQLCipher

MISSED = "**unnoticed**"
NO_PLACE = "no such place"


def table(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def said(answer):
    return MISSED if answer is None else NO_PLACE if answer.startswith("no such place") else answer


def ours(office, key):
    office.back("evening")
    return said(tamper_ours.attack(office, key))


def versions():
    names = ["cryptography", "tink", "pymongocrypt", "sqlcipher3-binary"]
    return ", ".join(f"{name} {version(name)}" for name in names)


def page(program, home):
    office = Office(program, home + "/ours")
    # What is noticed where nothing was done would be noticed everywhere.
    assert office.noticed() is None
    peers = [Rows(sealer(), tempfile.mkdtemp(dir=home)) for sealer in sealers.ALL]
    peers += [kind(tempfile.mkdtemp(dir=home)) for kind in (SQLCipher, Age)]
    for peer in peers:
        assert not isinstance(peer, Rows) or peer.noticed() is None
    yield from table(
        ["attack", "Safekeep"] + [peer.name for peer in peers],
        [[what, ours(office, key)] + [said(peer.attack(key)) for peer in peers] for key, what in FIELDS.items()])
    yield ""
    yield "What only a store with members, roles and a log can meet:"
    yield ""
    yield from table(["attack", "Safekeep"], [[what, ours(office, key)] for key, what in HOUSE.items()])
    yield ""
    yield f"Run on {datetime.date.today()}, {platform.system()} {platform.machine()}, with {versions()}."


def main():
    program, head = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        lines = list(page(program, home))
    with open(head, encoding="utf-8") as text:
        print(text.read().rstrip("\n") + "\n\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
