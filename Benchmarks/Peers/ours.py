"""A vault of made-up people, and what somebody who can write its two files does to it."""
import json
import os
import shutil
import sqlite3
import subprocess

READ = ["--class", "safety", "--for", "CAREMGT"]


class Office:
    """Members at one account, with the lowest cost of passphrases; three cases."""

    def __init__(self, program, home):
        self.program, self.home = program, home
        os.makedirs(home, 0o700)
        self.passphrase("lan")
        made = self.need(["vault", "create", "--lead", "minh", "--kdf", "low"], "lan")
        self.enrol("minh", self.value(made, "code"))
        self.need(["staff", "admit", "minh", "--confirm", "minh"], "lan")
        self.need(["vault", "status"], "minh")
        for handle, role in (("truc", "duty"), ("hoa", "social_worker"), ("mai", "social_worker"),
                             ("kim", "auditor"), ("binh", "lead")):
            added = self.need(["staff", "add", handle, "--role", role], "lan")
            self.enrol(handle, self.value(added, "code"))
            for admitting in ("lan", "minh"):
                self.need(["staff", "admit", handle, "--confirm", handle], admitting)
            self.need(["vault", "status"], handle)
        self.cases = [self.opened(name) for name in ("Vàng Thị Ví Dụ", "Lò Văn Mẫu")]
        self.need(["case", "assign", self.cases[0], "mai"], "minh")
        self.day()

    def day(self):
        """A consent of the morning is withdrawn, a value corrected, a field restricted; a lead leaves."""
        case = {"case": self.cases[0]}
        given = {"giver": "self", "purpose": "legal_aid", "recipient": "Ví Dụ", "how": "thumbprint",
                 "fields": ["person.full_name"], "language": "vie", "given_at": "05/01/2026 09:00",
                 "expires_at": "31/12/2030"}
        consent = self.record("consent", case | given)
        self.kept = [self.evidence(letter) for letter in "ab"]
        self.keep("morning")
        self.record("reception", case | {"safe_contact": "Gọi buổi tối"})
        self.need(["consent", "withdraw", self.cases[0], self.value(consent, "record"), "--from",
                   self.form(case | {"withdrawn_at": "06/01/2026 09:00"})], "hoa")
        reason = ["--from", self.form(case | {"reason": "Ví dụ"})]
        self.need(["restriction", "set", self.cases[0], "--field", "person.phone", "--role", "police"] + reason, "hoa")
        self.need(["staff", "suspend", "binh", "--confirm", "binh", "--vacant"], "minh")
        for handle in ("minh", "hoa", "truc", "kim"):
            self.need(["vault", "status"], handle)
        self.keep("evening")

    def record(self, form, values, options=()):
        return self.need([form, "record", self.cases[0], "--from", self.form(values), *options], "hoa")

    def evidence(self, letter):
        """Three rows of a file that is kept (Documentation/Format.md, "A file that is kept")."""
        self.write("kept", letter * 150_000)
        said = self.form({"case": self.cases[0], "description": "Ví dụ", "handed_over_at": "05/01/2026 09:00"})
        added = self.need(["evidence", "add", self.cases[0], "--file", "kept", "--from", said], "hoa")
        return self.value(added, "record")

    def saved(self):
        """Writes both files out; the exit code of the first that is refused."""
        for number, record in enumerate(self.kept):
            out = self.path(f"out-{number}")
            if os.path.exists(out):
                os.remove(out)
            done = self.run(["evidence", "save", self.cases[0], record, "--to", f"out-{number}", "--for", "CAREMGT"], "hoa")
            if done.returncode:
                return done.returncode
        return 0

    def opened(self, name):
        form = {"entry_path": "hotline111", "full_name": name, "birth_date": "01/01/1990", "safe_contact": "Gọi buổi sáng",
                "urgent_needs": ["food"], "preferred_language": "vie"}
        opened = self.need(["case", "open", "--from", self.form(form)], "hoa")
        return self.value(opened, "case")

    def enrol(self, handle, code):
        self.passphrase(handle)
        path = self.write(handle + ".code", f"{code}\n{self.phrase(handle)}\n")
        done = self.run(["staff", "enrol", handle, "--passphrase-file", path])
        assert done.returncode == 0, done.stderr

    # Commands.

    def run(self, words, handle=None):
        by = ["--as", handle, "--passphrase-file", handle + ".pass"] if handle else []
        return subprocess.run(
            [self.program] + words + ["--vault", "office"] + by, cwd=self.home, text=True,
            env={"HOME": self.home, "PATH": "/usr/bin:/bin"}, stdin=subprocess.DEVNULL,
            capture_output=True)

    def need(self, words, handle):
        done = self.run(words, handle)
        assert done.returncode == 0, (words, done.returncode, done.stderr)
        return done.stdout

    @staticmethod
    def value(output, key):
        for line in output.splitlines():
            name, _, text = line.partition("\t")
            if name == key:
                return text
        raise KeyError(key)

    @staticmethod
    def phrase(handle):
        return f"correct horse battery {handle}"

    def write(self, name, text):
        with open(os.path.join(self.home, name), "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(text)
        return name

    def passphrase(self, handle):
        self.write(handle + ".pass", self.phrase(handle) + "\n")

    def form(self, values):
        return self.write("form", json.dumps(values, ensure_ascii=False))

    # The files.

    def path(self, name=""):
        return os.path.join(self.home, name)

    def keep(self, name):
        """The vault and what its people remember, as they are now."""
        for part in ("office", ".local"):
            shutil.copytree(self.path(part), self.path(f"{name}/{part}"))

    def back(self, name, parts=("office", ".local")):
        for part in parts:
            target = self.path(part)
            shutil.rmtree(target) if os.path.isdir(target) else os.remove(target)
            source = self.path(f"{name}/{part}")
            (shutil.copytree if os.path.isdir(source) else shutil.copy)(source, target)

    def change(self, statements, file="records.db"):
        """Statements that no vault would run, past every trigger."""
        base = sqlite3.connect(self.path("office/" + file))
        triggers = [sql for (sql,) in base.execute("SELECT sql FROM sqlite_schema WHERE type='trigger'")]
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type='trigger'")]
        for name in names:
            base.execute(f"DROP TRIGGER {name}")
        changed = sum(base.execute(*one).rowcount for one in statements)
        for sql in triggers:
            base.execute(sql)
        base.commit()
        base.close()
        assert changed > 0, statements

    def rows(self, query, *values, file="records.db", folder="office"):
        base = sqlite3.connect(self.path(f"{folder}/{file}"))
        found = base.execute(query, values).fetchall()
        base.close()
        return found

    # Who notices.

    def noticed(self):
        """At the next look of the case's people, of a lead, or when the log is verified."""
        looks = [("hoa", ["reception", "show", self.cases[0]] + READ), ("hoa", ["case", "show", self.cases[0]]),
                 ("mai", ["case", "show", self.cases[0]]), ("minh", ["case", "list"])]
        for handle, words in looks:
            done = self.run(words, handle)
            if done.returncode not in (0, 77):
                return f"at the next look ({done.returncode})"
        if refused := self.saved():
            return f"at the next look ({refused})"
        done = self.run(["log", "verify"], "kim")
        if done.returncode == 20:
            return "`log verify` (20)"
        return f"`log verify` ({done.returncode})" if done.returncode else None
