#!/usr/bin/env python3
"""Checks an exported log without any of Safekeep's own code. Needs Python 3.11 and its package `cryptography`.

    python3 verify-export.py DIRECTORY [--origin ORIGIN] [--pin FILE]

It is meant to be read: what it checks is what Format.md says, and every rule is a line. It checks the tree and all
tiles, the entries' places (seq, prev, aseq, t) and signatures, the head, and the manifest. Keys come from the entries
themselves: leaf 0 brings in the root key, from which ORIGIN is made, and each later key is brought in by an entry that
an earlier key signed. It does not check which role may do what: safekeep-verify does. An export that does not begin at
entry 0 is for safekeep-verify too. Exit: 0 it fits and ORIGIN or FILE holds it; 1 it fits itself; 20 it does not fit.
"""
import argparse, base64, hashlib, json, pathlib, sys
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

def refuse(what): sys.exit(print("DOES NOT FIT:", what, file=sys.stderr) or 20)
def need(fits, what): fits or refuse(what)
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def b64(text):  # in the one spelling that every value has
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "a base64 text")
    return data
def actor_of(key): return sha(key).hex()[:16]
def tile(level, n, width):  # the path of a tile: N in groups of three digits, and .p/<width> unless it is full
    groups = [f"{n % 1000:03}"]
    while n >= 1000: n //= 1000; groups.insert(0, f"x{n % 1000:03}")
    return f"tile/{level}/" + "/".join(groups) + ("" if width == 256 else f".p/{width}")

def vkey(text):  # name+id+base64(type || key); the id is the hash of the rest
    name, key_id, blob = text.split("+", 2)
    blob = b64(blob)
    need(len(blob) == 33 and sha(name.encode(), b"\n", blob)[:4].hex() == key_id, "a key text")
    return name, blob[1:]

def note(data):  # a signed note: text, an empty line, signature lines
    at = data.rindex(b"\n\n") + 1
    lines = data[at + 1:].decode().removesuffix("\n").split("\n")
    need(data.endswith(b"\n") and all(line.startswith("\u2014 ") for line in lines), "the form of a note")
    return data[:at], [(line.split(" ")[1], b64(line.split(" ")[2])) for line in lines]

def is_signed(text, lines, name, key, kind=1):  # by this key: all its lines are good, and there is one
    key_id = sha(name.encode(), b"\n", bytes([kind]), key)[:4]
    mine = [blob[4:] for line_name, blob in lines if line_name == name and blob[:4] == key_id]
    try:
        for blob in mine:
            if kind == 4:  # a witness signs its time too
                time, blob = int.from_bytes(blob[:8], "big"), blob[8:]
                Ed25519PublicKey.from_public_bytes(key).verify(blob, b"cosignature/v1\ntime %d\n" % time + text)
            else: Ed25519PublicKey.from_public_bytes(key).verify(blob, text)
    except InvalidSignature: return False
    return bool(mine)

def push(peaks, leaf):  # peaks: the complete subtrees, as (number of leaves, hash)
    peaks.append((1, leaf))
    while len(peaks) > 1 and peaks[-1][0] == peaks[-2][0]:
        (count, right), (_, left) = peaks.pop(), peaks.pop()
        peaks.append((2 * count, sha(b"\x01", left, right)))

def root_of(peaks):
    if not peaks: return sha()
    root = peaks[-1][1]
    for _, left in reversed(peaks[:-1]): root = sha(b"\x01", left, root)
    return root

def check_tiles(read, hashes):  # every level: the hashes themselves, then the root of each full tile above
    level = 0
    while hashes:
        for n in range(0, len(hashes), 256):
            part = hashes[n:n + 256]
            need(read(tile(level, n // 256, len(part))) == b"".join(part), tile(level, n // 256, len(part)))
        above = []
        for n in range(0, len(hashes) - 255, 256):
            peaks = []
            for one in hashes[n:n + 256]: push(peaks, one)
            above.append(peaks[0][1])
        hashes, level = above, level + 1

def check_leaf(log, seq, leaf):
    text, lines = note(leaf)
    head, line, rest = text.decode("ascii").split("\n")
    entry = json.loads(line)
    spelled = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    need(head == "audit-entry/v1 " + log["origin"] and line == spelled and rest == "", f"form of entry {seq}")
    need(entry["v"] == 1 and entry["seq"] == seq, f"entry {seq}: another number stands there")
    need(b64(entry["prev"]) == root_of(log["peaks"]), f"entry {seq}: its author saw another past")
    need(entry["t"] >= log["t"] or entry["act"] == "clock.step", f"entry {seq}: its time goes back")
    actor, name = entry["actor"], f"{log['origin']}/a/{entry['actor']}"
    new = vkey(entry["vkey"]) if "vkey" in entry and entry["out"] == "ok" else None
    if seq == 0:  # the root key signs for itself, and the log is named after it
        need(entry["act"] == "vault.create" and new[0] == name, "entry 0 makes the vault")
        need(log["origin"] == "safekeep/" + sha(new[1])[:16].hex(), "the origin is made from the root key")
    key = new[1] if seq == 0 else log["actors"].get(actor)
    need(key and actor_of(key) == actor, f"entry {seq}: nobody brought its key in")
    need(len(lines) == 1 and lines[0][0] == name and is_signed(text, lines, name, key), f"entry {seq}: signature")
    need(entry["aseq"] == log["count"].get(actor, 0), f"entry {seq}: another entry of its author is missing")
    if new and new[0] == log["origin"]: log["keys"].append(new[1])
    elif new and new[0] == f"{log['origin']}/a/{actor_of(new[1])}": log["actors"][actor_of(new[1])] = new[1]
    log["count"][actor] = entry["aseq"] + 1
    log["t"], log["last"] = entry["t"], entry
    push(log["peaks"], sha(b"\x00", leaf))

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path); parser.add_argument("--origin"); parser.add_argument("--pin")
    arguments = parser.parse_args()
    def read(path):
        need((arguments.directory / path).is_file(), f"{path} is missing")
        return (arguments.directory / path).read_bytes()
    head, head_lines = note(read("checkpoint"))
    origin, size, root, end = head.decode().split("\n")
    size = int(size)
    need(head.decode() == f"{origin}\n{size}\n{base64.b64encode(b64(root)).decode()}\n" and end == "", "checkpoint")
    need(arguments.origin in (None, origin), "the log has another origin")
    pins = {}  # size -> root, of every checkpoint in the auditor's file
    lines = pathlib.Path(arguments.pin).read_text().split("\n") if arguments.pin else []
    for i, line in enumerate(lines[:-2]):
        if line == origin: pins[int(lines[i + 1])] = b64(lines[i + 2])
    need(pins or not arguments.pin, "the pin file has no head of this log")
    need(all(pinned <= size for pinned in pins), "ROLLBACK: the log ends before a kept head")

    stated, signers = note(read("manifest"))
    kind, named, whole, begin, *files = stated.decode().removesuffix("\n").split("\n")
    need([kind, named, whole, begin] == ["safekeep-export/v1", origin, str(size), "0"], "manifest, or not from entry 0")
    bound = dict(reversed(line.split("  ", 1)) for line in files)
    for path, digest in bound.items(): need(sha(read(path)).hex() == digest, f"{path} was altered")

    log = {"origin": origin, "peaks": [], "t": 0, "actors": {}, "keys": [], "count": {}, "last": {}}
    hashes, seen = [], {"checkpoint", "manifest", *bound}
    for n in range(0, size, 256):
        width, at = min(256, size - n), 0
        bundle = read(tile("entries", n // 256, width))
        for seq in range(n, n + width):
            length = int.from_bytes(bundle[at:at + 2], "big")
            leaf, at = bundle[at + 2:at + 2 + length], at + 2 + length
            check_leaf(log, seq, leaf)
            hashes.append(sha(b"\x00", leaf))
            need(pins.get(seq + 1, root_of(log["peaks"])) == root_of(log["peaks"]), f"SPLIT VIEW at {seq + 1}")
            proof = f"directory/{seq}.tlog-proof"
            if (arguments.directory / proof).exists():  # the proof is followed up to the root of the head
                need(read(f"directory/{seq}.leaf") == leaf, f"directory/{seq}.leaf was altered")
                parts, checkpoint = read(proof).split(b"\n\n", 1)
                title, index, *path = parts.decode().split("\n")
                need([title, index] == ["c2sp.org/tlog-proof@v1", f"index {seq}"], proof)
                place, last, node = seq, size - 1, hashes[seq]
                for sibling in map(b64, path):
                    need(last > 0, proof)
                    while place % 2 == 0 and place == last: place, last = place // 2, last // 2
                    pair = (sibling, node) if place % 2 else (node, sibling)
                    place, last, node = place // 2, last // 2, sha(b"\x01", *pair)
                need(last == 0 and node == b64(root) and checkpoint == read("checkpoint"), proof)
                seen |= {proof, f"directory/{seq}.leaf"}
        need(at == len(bundle), tile("entries", n // 256, width))
        seen.add(tile("entries", n // 256, width))
    need(root_of(log["peaks"]) == b64(root), "the head has another root than the entries")
    check_tiles(lambda path: seen.add(path) or read(path), hashes)
    need(log["keys"] and is_signed(head, head_lines, origin, log["keys"][-1]), "the log did not sign the head")
    maker = log["last"]["actor"]
    need(is_signed(stated, signers, f"{origin}/a/{maker}", log["actors"][maker]), "signature of the manifest")
    known = [(origin, log["keys"][-1], 1)] + [(f"{origin}/a/{a}", key, 1) for a, key in log["actors"].items()]
    known += [(*vkey(read(path).decode().rstrip("\n")), 4) for path in bound if path.startswith("keys/witness-")]
    for line in head_lines:  # each line under the head is good, whoever's it is
        need(any(is_signed(head, [line], *key) for key in known if key[0] == line[0]), f"the line of {line[0]}")
    for path in arguments.directory.rglob("*"):
        need(path.is_dir() or str(path.relative_to(arguments.directory)) in seen, f"{path.name} is not accounted for")
    held = [f"up to entry {max(pins) - 1} by a kept head"] if pins else []
    held += ["by the origin"] if arguments.origin else []
    print(f"entries 0 to {size - 1} of {origin} fit; held", " and ".join(held) or "by nothing but themselves")
    return 0 if held else 1

if __name__ == "__main__":
    try: sys.exit(main())
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error: refuse(f"a form ({error!r})")
