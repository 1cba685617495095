"""What lies beside an exported log for people: Format.md, "Export". verify-export.py hands over the log that it read, the
names of the files that the manifest lists, and how to read them; the field table, the handles and the time-stamps must say
what the entries say. Whose a time-stamp is, and what REPORT.txt says, is not looked at.
"""
import base64, hashlib, re
from datetime import datetime, timezone
from verify_directory import Refused, need

NUMBER = "(?:0|[1-9][0-9]{0,15})"
ROW = f'{{"class":({NUMBER}),"entity":({NUMBER}),"id":({NUMBER}),"readers":({NUMBER}),"writers":({NUMBER})}}'

def match(pattern, text, what): return re.fullmatch(pattern, text) or need(False, f"the form of {what}")
def hash64(*parts): return base64.urlsafe_b64encode(hashlib.sha256(b"".join(parts)).digest()).decode().rstrip("=")
def clock(t): return datetime.fromtimestamp(t, timezone.utc).isoformat(timespec="seconds")

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
    need(parts(status) == [(2, b"\0")], "a time-stamp that was granted, and no word beside that nothing signs")
    ((_, signed),) = parts(parts(answer)[1][1])  # RFC 5652: ContentInfo, SignedData, EncapsulatedContentInfo
    ((_, content),) = parts(parts(parts(signed)[2][1])[1][1])
    ((_, info),) = parts(content)
    _, _, (_, imprint), _, (tag, time) = parts(info)[:5]
    (_, way), (_, digest) = parts(imprint)
    need(tag == 24 and parts(way)[0] == (6, bytes.fromhex("608648016503040201")), "the form of a time-stamp")
    match("[0-9]{14}(?:[.][0-9]{1,18})?Z", time.decode(), "a time-stamp's time")
    return digest, int(datetime.strptime(time.decode()[:14] + "+0000", "%Y%m%d%H%M%S%z").timestamp())

def check_pages(log, listed, read):  # what lies beside the log for people says what the entries say
    if "schema.json" in listed:
        text = read("schema.json").decode()
        match(f'{{"fields":\\[\n(?:{ROW}(?:,\n{ROW})*)?\n\\]}}\n', text, "schema.json")
        rows = sorted((int(row[2]), *map(int, (row[1], row[0], row[3], row[4]))) for row in re.findall(ROW, text))
        data = b"".join(n.to_bytes(4 if i == 0 else 2, "little") for row in rows for i, n in enumerate(row))
        need(hash64(b"safekeep/fields/1", data) == log.directory.schema, "schema.json is not the field table of the log")
        need([row[2] for row in re.findall(ROW, text)] == [str(row[0]) for row in rows], "the order of schema.json")
    if "handles.tsv" in listed:
        form = "salt\t([A-Za-z0-9+/]{21}[AQgw]==)\n((?:[0-9a-f]{16}\t[^\t\n]*\n)*)"
        page = match(form, read("handles.tsv").decode(), "handles.tsv")
        salt, lines = base64.b64decode(page[1]), [line.split("\t") for line in page[2].split("\n")[:-1]]
        need(lines == sorted(map(list, dict(lines).items())), "the form of handles.tsv")
        for actor, handle in lines:
            _, whose = log.directory.part.get(actor, (None, None))
            need(whose and hash64(b"safekeep/who/1", salt, handle.encode()) == whose.who, "handles.tsv was altered")

def check_stamps(log, listed, read):  # what each is about; and whether the entries around it claim other times
    said = []
    for name, size in [(name, int(found[1])) for name in listed if (found := re.fullmatch(f"tsr/({NUMBER})-.*[.]tsr", name))]:
        need(len(token := read(name)) <= 1 << 16, f"{name} is longer than any file can be")
        digest, time = stamp(token)
        need(hashlib.sha256(read(name[:-3] + "note")).digest() == digest, f"{name} is no time-stamp of its head")
        near = [(size - 1, 1), (log.receipts.get(hash64(token)), -1)]  # older than it, and younger
        said += [f"the clocks contradict each other: {name} says {clock(time)}, entry {seq} {clock(log.times[seq] // 1000)}"
                 for seq, way in near if seq is not None and (log.times[seq] // 1000 - time) * way > 2]
    return said
