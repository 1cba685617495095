#!/usr/bin/env python3
"""Checks an exported log without any of Safekeep's own code. Needs Python 3.11 and its package `cryptography`.

    python3 verify-export.py DIRECTORY [--origin ORIGIN] [--pin FILE]

It is meant to be read, with the two files beside it: what it checks is what Format.md says, and every rule is a line.
It checks the tree and all tiles; of every entry the form of all that stands in it, the place (seq, prev, aseq, t) and the
signature; every head with every line under it; the manifest; and that every file is one that an export has.
verify_directory.py says of every entry whether its author may write it. Keys come from the entries: leaf 0 brings in the
root key, which the log is named after, each later key an entry that an earlier key signed. verify_beside.py holds what lies
beside the log for people against it: field table, handles, time-stamps.

It does not hold: whose time-stamp it is, so that its time is only told where the entries contradict it; policies of
witnesses; exports that begin later. All that is safekeep-verify's. What the report in an export says nobody checks.

Exit: 0 it fits and ORIGIN or FILE holds it; 1 it fits itself; 20 it does not fit; 64 wrong arguments; 65 FILE has not
its form, or a head in it shows nothing of this log; 66 not there, or no export; 69 an export that does not begin at
entry 0; 74 a file cannot be read.
"""
import argparse, base64, hashlib, json, re, sys
from collections import namedtuple
from pathlib import Path
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
sys.dont_write_bytecode = True
from verify_beside import check_pages, check_stamps, clock
from verify_directory import Directory, Refused, SHOWN

B64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
ORIGIN, NUMBER, LINE = "safekeep/[0-9a-f]{32}", "(?:0|[1-9][0-9]{0,15})", f"\u2014 ([^ +\n]+) ({B64})\n"
HEAD = f"({ORIGIN})\n([1-9][0-9]{{0,15}})\n([A-Za-z0-9+/]{{43}}=)\n"
ANY = HEAD.replace(ORIGIN, "[^ +\n]+")  # heads of several logs may lie in one file
BASE = f"(?P<base>safekeep-pin/v2\nfrontier {B64}\ndirectory {B64}\n)check (?P<check>{B64})\n\n"
PIN = f"\n*(?:{BASE})?(?P<text>{ANY})\n(?P<lines>(?:\n*{LINE})+)"
TEXT = '"[A-Za-z0-9._:/@=+_-]+"'
LAST = "[AEIMQUYcgkosw048]"  # a base64 text of 32 bytes ends with four bits and two zeros
FIELD = f'"f(?:0[0-9]|[1-9][0-9]{{1,9}})(?::(?:0|[1-9][0-9]{{0,18}}))?"'
FORMS = {"act|grole|kind|purp|role|vkey": TEXT, "seq|t|aseq|by|class|epoch|gen|ref": NUMBER, "v": "1", "n": "(?:0|[125]0{0,15})",
         "grant|man|note|sum|who": f'"[A-Za-z0-9_-]{{42}}{LAST}"', "prev|box": f'"[A-Za-z0-9+/]{{42}}{LAST}="',
         "rec|item": '"[A-Za-z0-9_-]{21}[AQgw]"', "actor|sid|subj": '"[0-9a-f]{16}"', "fields": f"\\[{FIELD}(?:,{FIELD})*\\]",
         "out": '"(?:ok|denied|failed|unattributed)"', "why": '"(?:not_assigned|class|restricted|purpose|state|consent|'
         'second_person|expired|tampered|suspended|role|passphrase)"'}
ALWAYS = set("v seq prev t act out actor aseq".split())
MEMBER = "(?:" + "|".join(f'"(?:{keys})":{form}' for keys, form in FORMS.items()) + ")"
ENTRY = f"(\\{{{MEMBER}(?:,{MEMBER})*\\}})\n"
LISTED = (f"keys/(?:log-{NUMBER}|a-[0-9a-f]{{16}}|witness-[0-9a-f]{{8}})[.]vkey|(?:pins/{NUMBER}|cosigs/{NUMBER}-[0-9a-f]{{8}})"
          f"[.]checkpoint|tsr/{NUMBER}-{NUMBER}[.](?:note|tsr)|consistency/{NUMBER}-{NUMBER}|schema[.]json|handles[.]tsv|REPORT[.]txt")
SAID = """mode: embedded. Every member's program opens the vault's files and can read its custody file
limits: order is proven, times are what each author claimed. No log shows a read by a changed program with its owner's
keys, newest entries that were dropped before anybody kept a head, failed unlocks that were deleted, a photographed screen"""

def stop(status, what): sys.exit(print("verify-export:", what, file=sys.stderr) or status)
def need(fits, what, status=20): fits or stop(status, f"DOES NOT FIT: {what}\n{SAID}" if status == 20 else what)
def match(pattern, text, what): return re.fullmatch(pattern, text) or need(False, f"the form of {what}")
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def b64(text):  # in the one spelling that every value has
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text: raise Refused("a base64 text")
    return data

def vkey(text, kind=1):  # name+id+base64(type || key); the id is the hash of the rest
    name, key_id, blob = text.split("+", 2)
    blob = b64(blob)
    sound = sha(name.encode(), b"\n", blob)[:4].hex() == key_id and len(blob) == 33 and blob[0] == kind
    if not (sound and re.fullmatch("[!-*,-~]+", name)): raise Refused("a key text")
    return name, kind, blob[1:], text

def note(data, what):  # a text, an empty line, signature lines
    found = match(f"((?s:.*)\n)\n((?:{LINE})+)", data.decode("utf-8", "replace"), what)
    lines = re.findall(LINE, found[2])
    need(len(data) <= 1 << 20 and len(lines) <= 64, f"the length of {what}")
    return found[1], lines

P = 2**255 - 19  # points of small order (y, whatever x) sign anything: libsodium refuses them (RFC 8032, 5.1.7, and more)
EIGHTH = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
def height(point): return int.from_bytes(point[:32], "little") % 2**255
def is_sound(key, signature):
    return height(key) < P and {height(key), height(signature) % P}.isdisjoint({0, 1, P - 1, EIGHTH, P - EIGHTH})

def is_signed(text, line, key):
    (name, kind, raw, _), (line_name, blob), signed = key, line, text.encode()
    blob = b64(blob)
    if line_name != name or blob[:4] != sha(name.encode(), b"\n", bytes([kind]), raw)[:4]: return False
    if kind == 4:  # a witness signs its time too
        signed, blob = b"cosignature/v1\ntime %d\n" % int.from_bytes(blob[4:12], "big") + signed, blob[8:]
    if not is_sound(raw, blob[4:]): return False
    try: return Ed25519PublicKey.from_public_bytes(raw).verify(blob[4:], signed) is None
    except InvalidSignature: return False

hashes = {}  # (first, behind) -> hash, of every leaf and every whole subtree
def middle(first, behind): return first + (1 << (behind - first - 1).bit_length() - 1)
def root(first, behind):  # RFC 6962, 2.1
    if first == behind or (first, behind) in hashes: return hashes.get((first, behind), sha())
    half = middle(first, behind)
    value = sha(b"\x01", root(first, half), root(half, behind))
    if half - first == behind - half: hashes[first, behind] = value
    return value
def inclusion(seq, first, behind):  # RFC 6962, 2.1.1
    if behind - first == 1: return []
    half = middle(first, behind)
    if seq < half: return inclusion(seq, first, half) + [root(half, behind)]
    return inclusion(seq, half, behind) + [root(first, half)]

def consistency(old, first, behind, whole=True):  # RFC 6962, 2.1.2
    if old == behind: return [] if whole else [root(first, behind)]
    half = middle(first, behind)
    if old <= half: return consistency(old, first, half, whole) + [root(half, behind)]
    return consistency(old, half, behind, False) + [root(first, half)]

def tile(level, n, width):  # its path: N in groups of three digits, and .p/<width> unless it is full
    path = f"{n % 1000:03}"
    while n := n // 1000: path = f"x{n % 1000:03}/{path}"
    return f"tile/{level}/{path}" + ("" if width == 256 else f".p/{width}")

class Log:
    def __init__(self, origin):
        self.origin, self.t, self.last, self.count = origin, 0, "", {}
        self.directory = Directory(origin, vkey)
        self.keys, self.log_keys = self.directory.keys, self.directory.log_keys
        self.times, self.receipts = [], {}  # what entries state: times, time-stamps

    def take(self, seq, leaf):
        text, lines = note(leaf, f"entry {seq}")
        line = match(f"audit-entry/v1 {self.origin}\n{ENTRY}", text, f"entry {seq}")[1]
        entry = json.loads(line)
        sorted_once = json.dumps(entry, sort_keys=True, separators=(",", ":")) == line
        whole = all(value < 1 << 53 for value in entry.values() if isinstance(value, int))
        need(sorted_once and whole and ALWAYS <= entry.keys(), f"the form of entry {seq}")
        need(("why" in entry) in {"ok": [False], "denied": [True]}.get(entry["out"], [False, True]), f"entry {seq}: its reason")
        need(entry.get("fields", []) == sorted(set(entry.get("fields", []))), f"entry {seq}: the order of its fields")
        need(entry["seq"] == seq, f"entry {seq}: another number stands there")
        need(b64(entry["prev"]) == root(0, seq), f"entry {seq}: its author saw another past")
        need(entry["t"] >= self.t or entry["act"] == "clock.step", f"entry {seq}: its time goes back")
        actor = entry["actor"]
        need(entry["aseq"] == self.count.get(actor, 0), f"entry {seq}: another entry of its author is missing")
        try:
            self.directory.take(entry)
            signed = len(lines) == 1 and is_signed(text, lines[0], self.keys[actor])
        except (Refused, ValueError) as why: need(False, f"entry {seq}: {why}")
        need(signed, f"entry {seq}: signature")
        if (entry["act"], entry["out"]) == ("anchor.receipt", "ok"): self.receipts.setdefault(entry.get("sum"), seq)
        self.count[actor], self.t, self.last, self.act = entry["aseq"] + 1, entry["t"], actor, entry["act"]
        hashes[seq, seq + 1] = sha(b"\x00", leaf)
        self.times.append(entry["t"])
        return entry["out"] == "ok" and entry["act"] in SHOWN and ("rec" not in entry or "ref" in entry)

    def contradictions(self, kept, size):  # of heads that are no beginning of the log, those that it signed: with a key
        # that it ever had, or one of root or a member, whatever became of them; the rest say nothing of it
        keys = [key for _, key in self.log_keys]
        keys += [key for actor, key in self.keys.items() if self.directory.part[actor][0] != "invitation"]
        wrong = [pin for pin in kept if pin.size > size or root(0, pin.size) != pin.root]
        return [pin for pin in wrong if any(bears(pin, key) for key in keys)]
    def hold(self, kept, size):  # of which so many entries were read
        for pin in self.contradictions([pin for pin in kept if pin.size == size], size):
            need(False, f"SPLIT VIEW at {size}: a kept head has another root than the entries")

    def check_head(self, text, lines, what, status=20):  # the root, and the log's line by the key in force at that size
        origin, size, value = match(HEAD, text, what).groups()
        need(origin == self.origin, f"{what} is of another log")
        need(root(0, int(size)) == b64(value), f"SPLIT VIEW at {size}: {what} has another root than the entries")
        keys = [key for seq, key in self.log_keys if seq < int(size)]
        need(keys and any(is_signed(text, line, keys[-1]) for line in lines), f"the log did not sign {what}", status)
        if what != "checkpoint": return
        if len(keys) > 1 and self.log_keys[-1][0] == int(size) - 1:
            need(any(is_signed(text, line, keys[-2]) for line in lines), "the old log key did not sign the new one")
        behind = [key for actor, key in self.keys.items() if actor == self.last or self.directory.may_stand(actor)]
        need(any(is_signed(text, line, key) for line in lines for key in behind), "no member stands behind the checkpoint")

Pin = namedtuple("Pin", "origin size root text lines")
def bears(pin, key):  # a line of a key, each of them good
    own = [line for line in pin.lines if line[0] == key[0] and b64(line[1])[:4].hex() == key[3].split("+")[1]]
    return own and all(is_signed(pin.text, line, key) for line in own)
def kept_heads(path):  # of the auditor's own file
    if not path.is_file(): stop(66, f"there is no file {path}")
    text = path.read_bytes().decode("utf-8", "replace") if path.stat().st_size <= 1 << 24 else ""
    re.fullmatch(f"(?:{re.sub('[?]P<[a-z]+>', '', PIN)})+\n*", text) or stop(65, "not a pin file")
    found = list(re.finditer(PIN, text))
    for base, check in [pin.group("base", "check") for pin in found if pin["base"]]:  # is as it was written
        base64.b64encode(sha(base.encode())).decode() == check or stop(65, "the pin file was altered")
    for value in re.findall(f" ({B64})\n|\n([A-Za-z0-9+/]{{43}}=)\n", text):  # in the one spelling that each has
        base64.b64encode(base64.b64decode("".join(value))).decode() == "".join(value) or stop(65, "not a pin file")
    pins = []
    for pin in found:
        (origin, size, value), lines = pin["text"].split("\n")[:3], re.findall(LINE, pin["lines"])
        origin in dict(lines) or stop(65, "a kept head has no line of its log")
        pins.append(Pin(origin, int(size), base64.b64decode(value), pin["text"], lines))
    return sorted(pins, key=lambda pin: pin.size)

def check(folder, arguments):
    kept = kept_heads(Path(arguments.pin)) if arguments.pin else []
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    for name in ("checkpoint", "manifest"): name in files or stop(66, f"no export: {name} is missing")
    for name, path in files.items():  # a link shows other bytes tomorrow, and an empty folder is nobody's
        plain = not path.is_symlink() and (path.is_file() or path.is_dir() and any(path.iterdir()))
        need(plain, f"{name} is no plain file")
    seen = set()
    def read(name):
        need(name in files and files[name].is_file(), f"{name} is missing")
        need(files[name].stat().st_size <= 1 << 26, f"{name} is longer than any file can be")  # Format.md has each kind's
        seen.add(name)
        return files[name].read_bytes()

    head, lines = note(read("checkpoint"), "checkpoint")
    origin, size, _ = match(HEAD, head, "checkpoint").groups()
    size, log = int(size), Log(origin)
    need(arguments.origin in (None, origin), "the log has another origin")
    kept = [pin for pin in kept if pin.origin == origin]
    need(kept or not arguments.pin, "the pin file has no head of this log", 65)
    top = max((pin.size for pin in kept), default=0)

    stated, signers = note(read("manifest"), "manifest")
    form = f"safekeep-export/v1\n{origin}\n{size}\n({NUMBER})\ndirectory((?: {NUMBER})*)\n"
    form += f"((?:[0-9a-f]{{64}}  (?:{LISTED})\n)*)"
    first, leaves, listed = match(form, stated, "manifest").groups()
    first == "0" or stop(69, f"this export begins at entry {first}: use safekeep-verify --pin")
    listed = [line.split("  ")[::-1] for line in listed.splitlines()]
    need(sorted(dict(listed).items()) == [tuple(line) for line in listed], "the order of the manifest")
    for name, digest in listed: need(sha(read(name)).hex() == digest, f"{name} was altered")

    shown = []
    for n in range(0, size, 256):
        name, at = tile("entries", n // 256, min(256, size - n)), 0
        bundle = read(name)
        for seq in range(n, min(n + 256, size)):
            end = at + 2 + int.from_bytes(bundle[at:at + 2], "big")
            need(end <= len(bundle), f"the length of entry {seq}")
            leaf, at = bundle[at + 2:end], end
            log.hold(kept, seq)
            if log.take(seq, leaf):
                shown.append(seq)
                need(read(f"directory/{seq}.leaf") == leaf, f"directory/{seq}.leaf was altered")
        need(at == len(bundle), name)
    for pin in log.contradictions(kept, size):  # once more, for whom it let in later
        need(pin.size > size, f"SPLIT VIEW at {pin.size}: a kept head has another root than the entries")
        need(False, "ROLLBACK: the log ends before a kept head")
    need(log.act == "audit.export", "the last entry is not that of the export")
    need(leaves == "".join(f" {seq}" for seq in shown), "the list of the directory")
    for level in range(8):  # of every level: the roots of all whole subtrees of 256^level leaves
        count, leaves = size >> 8 * level, 1 << 8 * level
        for n in range(0, count, 256):
            name = tile(level, n // 256, min(256, count - n))
            row = (root(i * leaves, (i + 1) * leaves) for i in range(n, min(n + 256, count)))
            need(read(name) == b"".join(row), f"{name} was altered")
    for seq in shown:  # the proof of each leaf of the directory
        proof = [base64.b64encode(node).decode() for node in inclusion(seq, 0, size)]
        page = "\n".join(["c2sp.org/tlog-proof@v1", f"index {seq}", *proof, "", ""]).encode()
        need(read(f"directory/{seq}.tlog-proof") == page + read("checkpoint"), f"directory/{seq}.tlog-proof")

    keys = [key for _, key in log.log_keys] + list(log.keys.values())
    paths = [f"keys/log-{n}.vkey" for n in range(len(log.log_keys))] + [f"keys/a-{actor}.vkey" for actor in log.keys]
    for name, key in zip(paths, keys): need(read(name).decode() == key[3] + "\n", f"{name} is another key")
    listed, witnesses = [name for name, _ in listed], {}
    for name in listed:
        if re.match("keys/(?:log|a)-", name): need(name in paths, f"{name}: no entry brought it in")
        if name.startswith("keys/witness-"):  # it is what a file is named after
            witnesses[name[13:21]] = key = vkey(read(name).decode()[:-1], 4)
            need(read(name).decode() == key[3] + "\n" and name[13:21] == key[3].split("+")[1], f"{name} is another key")
    keys += witnesses.values()
    names = filter(re.compile("checkpoint|(?:pins|cosigs)/.*|tsr/.*note").fullmatch, ["checkpoint", *listed])
    def check_lines(name, text, under, status=20):  # each line under each head is good, whoever's it is
        log.check_head(text, under, name, status)
        for line in under: need(any(is_signed(text, line, key) for key in keys), f"{name}: the line of {line[0]}", status)
    for name in names:
        text, under = note(read(name), name)
        check_lines(name, text, under)
        place = re.fullmatch(f"(?:pins|cosigs|tsr)/({NUMBER})(?:-([0-9a-f]{{8}})[.]checkpoint)?.*", name)
        need(not place or text.split("\n")[1] == place[1], f"{name} is of another size")
        own = witnesses.get(place[2]) if place and name.startswith("cosigs/") else True
        need(own is True or own and any(is_signed(text, line, own) for line in under), f"{name}: not its witness's")
    for name in listed:
        if name.startswith("consistency/"):  # it leads from a head that is a beginning of the log
            old, new = map(int, name[12:].split("-"))
            need(0 < old <= new == size, f"{name} is not accounted for")
            proof = "".join(base64.b64encode(node).decode() + "\n" for node in consistency(old, 0, size))
            need(read(name).decode() == proof, f"{name} was altered")
    check_pages(log, listed, read)
    said = check_stamps(log, listed, read)
    asked = ", ".join(map(str, log.directory.rollbacks))  # what was done after such a copy was made is in none of these entries
    put_back = [f"put back from an older copy, and asked to be gone on with: entry {asked}"] if asked else []
    need(len(signers) == 1 and is_signed(stated, signers[0], log.keys[log.last]), "signature of the manifest")
    for name, path in files.items(): need(path.is_dir() or name in seen, f"{name} is not accounted for")
    for pin in kept:  # last: what is wrong with the auditor's own file says nothing of the log
        need(pin.size <= size and root(0, pin.size) == pin.root, "the log did not sign a kept head", 65)
        check_lines("a kept head", pin.text, pin.lines, 65)
    held = [f"up to entry {top - 1} by a kept head"] if kept else []
    held += ["by the origin"] if arguments.origin else []
    print(f"entries 0 to {size - 1} of {origin} fit; held", " and ".join(held) or "by nothing but themselves")
    # What nothing from outside has seen, and how old it says to be.
    print(f"tail: no head brought here holds entries {top} to {size - 1}, the first said to be of {clock(log.times[top] // 1000)}"
          if top < size else "tail: a head brought here holds every entry", *put_back, *said, SAID, sep="\n")
    return 0 if held else 1

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path); parser.add_argument("--origin"); parser.add_argument("--pin")
    parser.error = lambda message: stop(64, message)
    arguments = parser.parse_args()
    re.fullmatch(ORIGIN, arguments.origin or "safekeep/" + 32 * "0") or stop(64, "--origin is safekeep/ and 32 digits")
    arguments.directory.is_dir() or stop(66, f"there is no directory {arguments.directory}")
    try: return check(arguments.directory.resolve(), arguments)
    except OSError as error: stop(74, f"cannot be read: {error.filename}")
    except Refused as why: need(False, str(why))
    except Exception as error: need(False, f"a form ({error!r})")  # never 1, which says that it fits

if __name__ == "__main__": sys.exit(main())
