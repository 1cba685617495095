#!/usr/bin/env python3
"""Checks an exported log without any of Safekeep's own code. Needs Python 3.11 and its package `cryptography`.

    python3 verify-export.py DIRECTORY [--origin ORIGIN] [--pin FILE]

It is meant to be read: what it checks is what Format.md says, and every rule is a line. It checks the tree and all
tiles; of every entry the form of all that stands in it, the place (seq, prev, aseq, t) and the signature; every head
with every line under it; the manifest, and that every file beside the log is one that an export has and says what the
entries say: keys, field table, handles, proofs between heads, what a time-stamp is about. Keys come from the entries:
leaf 0 brings in the root key, which the log is named after, each later key an entry that an earlier key signed; keys
that were replaced, not yet confirmed, or of somebody who left, do not sign.

It does not hold: roles (any key that signs may bring in, confirm or end another here), what an act must carry and who
may do it; whose time-stamp it is, so that its time is only told where the entries contradict it; policies of
witnesses; exports that begin later. All that is safekeep-verify's. Of signatures it takes what OpenSSL takes, which is
a little more than safekeep-verify does (points of small order). What the report in an export says nobody checks.

Exit: 0 it fits and ORIGIN or FILE holds it; 1 it fits itself; 20 it does not fit; 64 wrong arguments; 65 FILE has not
its form, or a head in it is not signed by this log; 66 not there, or no export; 69 an export that does not begin at
entry 0; 74 a file cannot be read.
"""
import argparse, base64, hashlib, json, re, sys
from datetime import datetime, timezone
from collections import namedtuple
from pathlib import Path
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

B64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
ORIGIN, NUMBER, LINE = "safekeep/[0-9a-f]{32}", "(?:0|[1-9][0-9]{0,15})", f"\u2014 ([^ +\n]+) ({B64})\n"
HEAD = f"({ORIGIN})\n([1-9][0-9]{{0,15}})\n([A-Za-z0-9+/]{{43}}=)\n"
BASE = f"(?P<base>safekeep-pin/v2\nfrontier {B64}\ndirectory {B64}\n)check (?P<check>{B64})\n\n"
PIN = f"\n*(?:{BASE})?(?P<text>{HEAD})\n(?P<lines>(?:\n*{LINE})+)"
TEXT, LAST = '"[A-Za-z0-9._:/@=+_-]+"', "[AEIMQUYcgkosw048]"  # a base64 text of 32 bytes ends with four bits and two zeros
FIELD = f'"f(?:0[0-9]|[1-9][0-9]{{1,9}})(?::{NUMBER})?"'
FORMS = {"act|grole|kind|purp|role|vkey": TEXT, "seq|t|aseq|by|class|epoch|gen|ref": NUMBER, "v": "1", "n": "(?:0|[125]0{0,15})",
         "grant|man|note|sum|who": f'"[A-Za-z0-9_-]{{42}}{LAST}"', "prev|box": f'"[A-Za-z0-9+/]{{42}}{LAST}="',
         "rec|item": '"[A-Za-z0-9_-]{21}[AQgw]"', "actor|sid|subj": '"[0-9a-f]{16}"', "fields": f"\\[{FIELD}(?:,{FIELD})*\\]",
         "out": '"(?:ok|denied|failed|unattributed)"', "why": '"(?:not_assigned|class|restricted|purpose|state|consent|'
         'second_person|expired|tampered|suspended|role|passphrase)"'}
MEMBER = "(?:" + "|".join(f'"(?:{keys})":{form}' for keys, form in FORMS.items()) + ")"
ENTRY = f"(\\{{{MEMBER}(?:,{MEMBER})*\\}})\n"
SHOWN = set("vault.create vault.accept member.invite member.enrol member.suspend role.add role.remove key.wrap key.rotate approval.give"
            " approval.refuse schema.set rules.adopt key.recover recovery.run".split())  # the directory, but for keys of a single case
LISTED = (f"keys/(?:log-{NUMBER}|a-[0-9a-f]{{16}}|witness-[0-9a-f]{{8}})[.]vkey|(?:pins/{NUMBER}|cosigs/{NUMBER}-[0-9a-f]{{8}})"
          f"[.]checkpoint|tsr/{NUMBER}-{NUMBER}[.](?:note|tsr)|consistency/{NUMBER}-{NUMBER}|schema[.]json|handles[.]tsv|REPORT[.]txt")
ROW = f'{{"class":({NUMBER}),"entity":({NUMBER}),"id":({NUMBER}),"readers":({NUMBER}),"writers":({NUMBER})}}'
SAID = """mode: embedded. Every member's program opens the vault's files and can read its custody file
limits: order is proven, times are what each author claimed. No log shows a read by a changed program with its owner's
keys, newest entries that were dropped before anybody kept a head, failed unlocks that were deleted, a photographed screen"""

def stop(status, what): sys.exit(print("verify-export:", what, file=sys.stderr) or status)
def need(fits, what, status=20): fits or stop(status, f"DOES NOT FIT: {what}\n{SAID}" if status == 20 else what)
def match(pattern, text, what): return re.fullmatch(pattern, text) or need(False, f"the form of {what}")
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def b64(text):  # in the one spelling that every value has
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "a base64 text")
    return data
def url64(data): return base64.urlsafe_b64encode(data).decode().rstrip("=")
def clock(t): return datetime.fromtimestamp(t / 1000, timezone.utc).isoformat(timespec="seconds")

def vkey(text, kind=1):  # name+id+base64(type || key); the id is the hash of the rest
    name, key_id, blob = text.split("+", 2)
    blob = b64(blob)
    need(sha(name.encode(), b"\n", blob)[:4].hex() == key_id and len(blob) == 33 and blob[0] == kind, "a key text")
    need(re.fullmatch("[!-*,-~]+", name), "the name of a key")
    return name, kind, blob[1:], text

def note(data, what):  # a text, an empty line, signature lines
    found = match(f"((?s:.*)\n)\n((?:{LINE})+)", data.decode(), what)
    lines = re.findall(LINE, found[2])
    need(len(data) <= 1 << 20 and len(lines) <= 64, f"the length of {what}")
    return found[1], lines

def is_signed(text, line, key):
    (name, kind, raw, _), (line_name, blob), signed = key, line, text.encode()
    blob = b64(blob)
    if line_name != name or blob[:4] != sha(name.encode(), b"\n", bytes([kind]), raw)[:4]: return False
    if kind == 4:  # a witness signs its time too
        signed, blob = b"cosignature/v1\ntime %d\n" % int.from_bytes(blob[4:12], "big") + signed, blob[8:]
    try: return Ed25519PublicKey.from_public_bytes(raw).verify(blob[4:], signed) is None
    except InvalidSignature: return False

def parts(data):  # what stands in a DER value (X.690, 8.1), each with its tag
    found = []
    while data:
        more = data[1] & 127 if data[1] > 127 else 0
        end = 2 + more + (int.from_bytes(data[2:2 + more], "big") if more else data[1])
        need(end <= len(data), "the form of a time-stamp")
        found.append((data[0], data[2 + more:end]))
        data = data[end:]
    return found

def stamp(token):  # RFC 3161, 2.4.2: the hash that it is about, and its time
    ((_, answer),) = parts(token)
    (_, status), (_, answer) = parts(answer)
    need(parts(status)[0] in ((2, b"\0"), (2, b"\1")), "a time-stamp that was granted")
    ((_, signed),) = parts(parts(answer)[1][1])  # RFC 5652: ContentInfo, SignedData, EncapsulatedContentInfo
    ((_, content),) = parts(parts(parts(signed)[2][1])[1][1])
    ((_, info),) = parts(content)
    _, _, (_, imprint), _, (tag, time) = parts(info)[:5]
    (_, way), (_, digest) = parts(imprint)
    need(tag == 24 and parts(way)[0] == (6, bytes.fromhex("608648016503040201")), "the form of a time-stamp")
    match("[0-9]{14}(?:[.][0-9]{1,18})?Z", time.decode(), "a time-stamp's time")
    return digest, int(datetime.strptime(time.decode()[:14] + "+0000", "%Y%m%d%H%M%S%z").timestamp())

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
        self.origin, self.t, self.last, self.keys, self.log_keys, self.count = origin, 0, "", {}, [], {}
        self.ended, self.offers = {}, {}  # keys that do not sign (any more), and next keys that wait for an admin
        self.times, self.receipts, self.who = [], {}, {}  # what entries state: times, time-stamps, hashes of handles
        self.tables, self.schema = {}, None  # field tables that wait with a rule book, and the one in force

    def take(self, seq, leaf):
        text, lines = note(leaf, f"entry {seq}")
        line = match(f"audit-entry/v1 {self.origin}\n{ENTRY}", text, f"entry {seq}")[1]
        entry = json.loads(line)
        sorted_once = json.dumps(entry, sort_keys=True, separators=(",", ":")) == line
        whole = all(value < 1 << 53 for value in entry.values() if isinstance(value, int))
        need(sorted_once and whole and entry["v"] == 1, f"the form of entry {seq}")
        need(("why" in entry) in {"ok": [False], "denied": [True]}.get(entry["out"], [False, True]), f"entry {seq}: its reason")
        need(entry.get("fields", []) == sorted(set(entry.get("fields", []))), f"entry {seq}: the order of its fields")
        need(entry["seq"] == seq, f"entry {seq}: another number stands there")
        need(b64(entry["prev"]) == root(0, seq), f"entry {seq}: its author saw another past")
        need(entry["t"] >= self.t or entry["act"] == "clock.step", f"entry {seq}: its time goes back")
        actor, new = entry["actor"], None
        if "vkey" in entry and entry["out"] == "ok" and entry["act"] != "cosign.receipt":
            new = vkey(entry["vkey"])
            owner = sha(new[2]).hex()[:16]
            need(new[0] in (self.origin, f"{self.origin}/a/{owner}"), f"entry {seq}: the name of its key")
        if seq == 0:  # the root key signs for itself, and the log is named after it
            need(entry["act"] == "vault.create" and new and owner == actor, "entry 0 makes the vault")
            need(self.origin == "safekeep/" + sha(new[2])[:16].hex(), "the log is named after the root key")
            self.keys[actor] = new
        need(actor in self.keys, f"entry {seq}: nobody brought its key in")
        need(len(lines) == 1 and is_signed(text, lines[0], self.keys[actor]), f"entry {seq}: signature")
        barred = self.ended.get(actor)
        need(not barred or entry[barred[0]] == barred[1], f"entry {seq}: its key is not in force")
        if entry["out"] == "ok": self.bring(entry, owner if new else None)
        need(entry["aseq"] == self.count.get(actor, 0), f"entry {seq}: another entry of its author is missing")
        if new and new[0] == self.origin: self.log_keys.append((seq, new))
        elif new: self.keys.setdefault(owner, new)
        self.count[actor], self.t, self.last = entry["aseq"] + 1, entry["t"], actor
        hashes[seq, seq + 1] = sha(b"\x00", leaf)
        self.act = entry["act"]
        self.times.append(entry["t"])
        return entry["out"] == "ok" and entry["act"] in SHOWN and ("rec" not in entry or "ref" in entry)

    def bring(self, entry, owner):  # which keys come and go: each bar names the one thing that its key may still say
        act, kind, never, ref = entry["act"], entry.get("kind"), ("act", ""), entry.get("ref")
        if act == "anchor.receipt": self.receipts.setdefault(entry["sum"], entry["seq"])
        if act == "schema.set" and ref is not None: self.tables[ref] = entry["sum"]
        elif act == "schema.set": self.schema = entry["sum"]
        if act == "approval.give": self.schema = self.tables.pop(ref, self.schema)
        if act == "member.invite": self.ended[owner], self.who[owner] = ("act", "member.enrol"), entry["who"]
        if owner and act in ("member.enrol", "key.rotate"): self.who[owner] = self.who.get(entry["actor"])
        if act == "member.enrol": self.ended[entry["actor"]] = never
        if act == "member.suspend": self.ended[entry["subj"]] = ("out", "denied")
        if (act, kind) == ("key.rotate", "member") and owner:
            self.offers[entry["seq"]], self.ended[owner] = (entry["actor"], owner), never
        elif (act, kind) == ("key.rotate", "member"):  # by another: then the next key is in force, and the old one not
            old, new = self.offers.pop(ref, (None, None))
            need(new and entry["actor"] not in (old, new), f"entry {entry['seq']}: whose key it confirms")
            self.ended[old] = never
            del self.ended[new]

    def is_kept_of(self, pin):  # whether it signed a head; of one that is newer than a change of its key the pin may say so
        keys = [key for _, key in self.log_keys]
        if pin.base and keys[0][2] in pin.base:
            keys += [(self.origin, 1, pin.base[at:at + 32], "") for at in range(len(pin.base) - 31)]
        return any(is_signed(pin.text, line, key) for line in pin.lines for key in keys)

    def check_head(self, text, lines, what, status=20):  # the root, and the log's line by the key in force at that size
        origin, size, value = match(HEAD, text, what).groups()
        need(origin == self.origin, f"{what} is of another log")
        need(root(0, int(size)) == b64(value), f"SPLIT VIEW at {size}: {what} has another root than the entries")
        keys = [key for seq, key in self.log_keys if seq < int(size)]
        need(keys and any(is_signed(text, line, keys[-1]) for line in lines), f"the log did not sign {what}", status)
        if what != "checkpoint": return
        if len(keys) > 1 and self.log_keys[-1][0] == int(size) - 1:
            need(any(is_signed(text, line, keys[-2]) for line in lines), "the old log key did not sign the new one")
        behind = [key for actor, key in self.keys.items() if actor == self.last or actor not in self.ended]
        need(any(is_signed(text, line, key) for line in lines for key in behind), "no member stands behind the checkpoint")

def check_pages(log, listed, read):  # what lies beside the log for people says what the entries say
    if "schema.json" in listed:
        text = read("schema.json").decode()
        match(f'{{"fields":\\[\n(?:{ROW}(?:,\n{ROW})*)?\n\\]}}\n', text, "schema.json")
        rows = sorted((int(row[2]), *map(int, (row[1], row[0], row[3], row[4]))) for row in re.findall(ROW, text))
        data = b"".join(n.to_bytes(4 if i == 0 else 2, "little") for row in rows for i, n in enumerate(row))
        need(url64(sha(b"safekeep/fields/1", data)) == log.schema, "schema.json is not the field table of the log")
        need([row[2] for row in re.findall(ROW, text)] == [str(row[0]) for row in rows], "the order of schema.json")
    if "handles.tsv" in listed:
        page = match(f"salt\t({B64})\n((?:[0-9a-f]{{16}}\t[^\t\n]*\n)*)", read("handles.tsv").decode(), "handles.tsv")
        salt, lines = b64(page[1]), [line.split("\t") for line in page[2].split("\n")[:-1]]
        need(len(salt) == 16 and lines == sorted(map(list, dict(lines).items())), "the form of handles.tsv")
        for actor, handle in lines:
            need(url64(sha(b"safekeep/who/1", salt, handle.encode())) == log.who.get(actor), "handles.tsv was altered")

def check_stamps(log, listed, read):  # what each is about; and whether the entries around it claim other times
    said = []
    for name, size in [(name, int(found[1])) for name in listed if (found := re.fullmatch(f"tsr/({NUMBER})-.*[.]tsr", name))]:
        need(len(token := read(name)) <= 1 << 16, f"{name} is longer than any file can be")
        digest, time = stamp(token)
        need(sha(read(name[:-3] + "note")) == digest, f"{name} is no time-stamp of its head")
        near = [(size - 1, 1), (log.receipts.get(url64(sha(token))), -1)]  # older than it, and younger
        said += [f"the clocks contradict each other: {name} says {clock(time * 1000)}, entry {seq} {clock(log.times[seq])}"
                 for seq, way in near if seq is not None and (log.times[seq] // 1000 - time) * way > 2]
    return said

Pin = namedtuple("Pin", "text lines base")  # base: the directory at that head, if it is kept beside it
def kept_heads(path):  # of the auditor's own file
    if not path.is_file(): stop(66, f"there is no file {path}")
    text = path.read_bytes().decode("utf-8", "replace") if path.stat().st_size <= 1 << 24 else ""
    re.fullmatch(f"(?:{re.sub('[?]P<[a-z]+>', '', PIN)})+\n*", text) or stop(65, "not a pin file")
    found = list(re.finditer(PIN, text))
    for base, check in [pin.group("base", "check") for pin in found if pin["base"]]:  # is as it was written
        base64.b64encode(sha(base.encode())).decode() == check or stop(65, "the pin file was altered")
    for value in re.findall(f" ({B64})\n|\n([A-Za-z0-9+/]{{43}}=)\n", text):  # in the one spelling that each has
        base64.b64encode(base64.b64decode("".join(value))).decode() == "".join(value) or stop(65, "not a pin file")
    directory = lambda pin: base64.b64decode(re.search(f"\ndirectory ({B64})\n", pin["base"])[1]) if pin["base"] else b""
    return [Pin(pin["text"], re.findall(LINE, pin["lines"]), directory(pin)) for pin in found]

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
    kept = [pin for pin in kept if pin.text.startswith(origin + "\n")]
    need(kept or not arguments.pin, "the pin file has no head of this log")
    tops = [int(pin.text.split("\n")[1]) for pin in kept]

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
            leaf = bundle[at + 2:at + 2 + int.from_bytes(bundle[at:at + 2], "big")]
            at += 2 + len(leaf)
            if log.take(seq, leaf):
                shown.append(seq)
                need(read(f"directory/{seq}.leaf") == leaf, f"directory/{seq}.leaf was altered")
        need(at == len(bundle), name)
    # A head that this log never signed proves nothing, for it or against it.
    for pin in kept: log.is_kept_of(pin) or stop(65, "the log did not sign a kept head")
    need(max(tops, default=0) <= size, "ROLLBACK: the log ends before a kept head")
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
    heads = [("a kept head", pin[:2]) for pin in kept]
    names = filter(re.compile("checkpoint|(?:pins|cosigs)/.*|tsr/.*note").fullmatch, ["checkpoint", *listed])
    for name, (text, under) in [(name, note(read(name), name)) for name in names] + heads:
        status = 65 if name == "a kept head" else 20  # what is wrong with the auditor's file says nothing of the log
        log.check_head(text, under, name, status)  # each line under each head is good, whoever's it is
        for line in under: need(any(is_signed(text, line, key) for key in keys), f"{name}: the line of {line[0]}", status)
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
    need(len(signers) == 1 and is_signed(stated, signers[0], log.keys[log.last]), "signature of the manifest")
    for name, path in files.items(): need(path.is_dir() or name in seen, f"{name} is not accounted for")
    held = [f"up to entry {max(tops) - 1} by a kept head"] if kept else []
    held += ["by the origin"] if arguments.origin else []
    print(f"entries 0 to {size - 1} of {origin} fit; held", " and ".join(held) or "by nothing but themselves")
    tail = max(tops, default=0)  # what nothing from outside has seen, and how old it says to be
    print(f"tail: no head brought here holds entries {tail} to {size - 1}, the first said to be of {clock(log.times[tail])}"
          if tail < size else "tail: a head brought here holds every entry", *said, SAID, sep="\n")
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
    except Exception as error: need(False, f"a form ({error!r})")  # never 1, which says that it fits

if __name__ == "__main__": sys.exit(main())
