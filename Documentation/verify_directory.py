"""Who may sign what in an exported log: Format.md, "What the directory asks of an act", "Who may sign" and "The
directory", rule by rule. verify-export.py asks it of every entry; it checks no signature and no tree itself.
"""
import base64, hashlib
from types import SimpleNamespace as Record
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

READERS = set("intake social_worker lead health_staff duty police legal_aid statistician".split())
ROLES = READERS | {"auditor", "admin", "trustee"}
STANDING = {"lead", "duty", "statistician", "recovery"}
ROOTS = set("key.rotate schema.set rules.adopt member.invite role.add approval.give".split())
WEEK = 604_800_000

class Refused(Exception): pass
def need(fits, what):
    if not fits: raise Refused(what)
def given(entry, *names):
    for name in names: need(name in entry, f"it has no {name}")
    return [entry[name] for name in names]
def check_box(entry):  # of low order, everything agreed with it is zero
    point = base64.b64decode(given(entry, "box")[0])
    try: X25519PrivateKey.from_private_bytes(b"\1" * 32).exchange(X25519PublicKey.from_public_bytes(point))
    except ValueError: raise Refused("nothing can be sealed to its box")

class Directory:
    def __init__(self, origin, read_key):
        self.origin, self.read_key, self.root, self.log_keys = origin, read_key, Record(roles=set(), who=None), []
        self.keys, self.part, self.members = {}, {}, []  # of every actor the key; what it is, and whose
        self.waiting, self.offers, self.rollbacks, self.asked = {}, {}, {}, {}  # each by the entry that asks
        self.schema = self.rules = self.proposal = self.ran = None
        self.epochs, self.versions, self.shares = {}, {}, []

    def take(self, entry):
        if entry["seq"] == 0: return self.create(entry)
        need(entry["actor"] in self.keys, "nobody brought its key in")
        signer = self.admit(entry, *self.part[entry["actor"]])
        if entry["out"] != "ok": return  # it is told, and changes nothing
        act, kind = entry["act"], entry.get("kind")
        need(entry["seq"] != 1 or (act, kind) == ("key.rotate", "log"), "entry 1 brings in the key of the log")
        need(act != "vault.create", "a vault is made once")
        rule = RULES.get(act)
        if rule and (act != "recovery.run" or kind is None): rule(self, entry, signer)

    def create(self, entry):
        need((entry["act"], entry["out"]) == ("vault.create", "ok"), "entry 0 makes the vault")
        need(self.bring(entry, "root", self.root) == entry["actor"], "entry 0 makes the vault")
        need(self.origin == "safekeep/" + hashlib.sha256(self.keys[entry["actor"]][2]).hexdigest()[:32],
             "the log is named after the root key")

    def bring(self, entry, part, whose):  # a key that no entry brought in before
        key = self.read_key(*given(entry, "vkey"))
        actor = hashlib.sha256(key[2]).hexdigest()[:16]
        need(key[0] == f"{self.origin}/a/{actor}", "the name of its key")
        need(actor not in self.keys, "its vkey was there before")
        self.keys[actor], self.part[actor] = key, (part, whose)
        return actor

    def admit(self, entry, part, whose):
        act = entry["act"]
        if part == "root": need(act in ROOTS or act.startswith("vault."), "root does no such work")
        elif part == "invitation": need(act == "member.enrol", "its key is not in force: it may enrol and no more")
        elif part != "member": need(False, "its key is not in force")
        elif entry["out"] != "denied":
            need(not whose.suspended, "its key is not in force: its owner left")
            need(whose.roles or act.startswith(("auth.", "session.")), "its author has no role")
        return whose

    def may_stand(self, actor):  # behind a head
        part, whose = self.part[actor]
        return part == "root" or part == "member" and not whose.suspended

    def is_by(self, signer, *roles, root=False):
        need(root and signer is self.root or signer.roles & set(roles), "its author's role")
    def subject(self, entry):
        part, whose = self.part.get(given(entry, "subj")[0], (None, None))
        need(part == "member", "no member has the key in subj")
        return whose
    def role(self, entry, among=ROLES):
        role, = given(entry, "grole")
        need(role in among, "no such role")
        return role
    def check_free(self, who): need(all(m.who != who or m.suspended for m in self.members), "another has this handle")
    def waits(self, member, role):
        return next((w for w in self.waiting.values() if w.member is member and w.role == role), None)
    def check_second(self, wait, signer):
        need(signer is not wait.member and signer is not wait.by, "nobody is the second person for what is theirs")
    def put_in_force(self, wait):
        del self.waiting[wait.seq]
        wait.member.roles.add(wait.role)
        wait.member.had_role = True
    def drop_offers(self, member):
        for seq, (owner, actor) in list(self.offers.items()):
            if owner is member: self.part[actor] = ("former", *self.offers.pop(seq)[:1])
    def drop_asks(self):  # recoveries that nobody who asked, or for whom it was asked, is there for any more
        self.asked = {seq: ask for seq, ask in self.asked.items() if "trustee" in ask.by.roles
                      and (ask.role in ask.member.roles or self.waits(ask.member, ask.role))}

    def invite(self, entry, signer):
        self.is_by(signer, "admin", root=True)
        who, role = *given(entry, "who"), self.role(entry)
        self.check_free(who)
        self.bring(entry, "invitation", Record(seq=entry["seq"], t=entry["t"], who=who, role=role,
                                               by_root=signer is self.root, used=False))

    def enrol(self, entry, invitation):
        need(hasattr(invitation, "used") and entry.get("ref") == invitation.seq, "it answers no invitation of its key")
        need(not invitation.used and entry["t"] - invitation.t <= WEEK, "the invitation was used, or is too old")
        self.check_free(invitation.who)
        check_box(entry)
        member = Record(who=invitation.who, role=invitation.role, by_root=invitation.by_root, enrolled=entry["seq"],
                        roles=set(), had_role=False, suspended=False)
        member.actor = self.bring(entry, "member", member)
        need(entry.get("subj") == member.actor, "subj is another key")
        self.members.append(member)
        invitation.used = True

    def suspend(self, entry, signer):
        self.is_by(signer, "admin", "lead")
        member = self.subject(entry)
        need(not member.suspended, "this member was suspended before")
        member.suspended, member.roles = True, set()
        self.waiting = {seq: wait for seq, wait in self.waiting.items() if wait.member is not member}
        for asked in self.rollbacks.values(): asked.waits &= asked.by is not member
        if self.proposal and self.proposal.by is member: self.proposal = None
        self.drop_offers(member)
        self.drop_asks()

    def add_role(self, entry, signer):
        role = self.role(entry)
        self.is_by(signer, "admin", root=role == "admin" or role == "auditor" and any(asked.waits for asked in self.rollbacks.values()))
        member = self.subject(entry)
        need(not member.suspended, "this member was suspended")
        others = member.roles | {wait.role for wait in self.waiting.values() if wait.member is member}
        need(role not in others, "the role is there already")
        need(all((other in READERS) == (role in READERS) for other in others), "this role excludes another")
        first = (member.enrolled, member.role)  # what the first role answers, and must be
        need("ref" not in entry if member.had_role else (entry.get("ref"), role) == first, "the role of the invitation")
        wait = self.waiting[entry["seq"]] = Record(seq=entry["seq"], member=member, role=role, by=signer)
        first_lead = role == "lead" == member.role and member.by_root and not member.had_role
        if signer is self.root or first_lead: self.put_in_force(wait)

    def remove_role(self, entry, signer):
        self.is_by(signer, "admin")
        role, member = self.role(entry), self.subject(entry)
        wait = self.waits(member, role)
        need(wait or role in member.roles, "there is no such role")
        member.roles.discard(role)
        if wait: del self.waiting[wait.seq]
        if role == "lead" and self.proposal and self.proposal.by is member: self.proposal = None
        self.drop_asks()

    def wrap(self, entry, signer):
        if entry.get("kind") == "share": return self.share(entry, signer)
        role, ref = entry.get("grole"), entry.get("ref")
        if role not in ROLES or ref is None: return
        member, wait = self.subject(entry), self.waiting.get(ref)
        if not wait: return need(role in member.roles, "nothing waits there")  # more keys for who has the role
        need(wait.member is member and wait.role == role, "something else waits there")
        self.check_second(wait, signer)
        seconds = {"lead", "statistician"} if role == "statistician" else {"lead"} if role != "admin" else set()
        if signer.roles & seconds: return self.put_in_force(wait)
        need(role == "duty" and "duty" in signer.roles, "its author's role")  # hands a key on; the role waits still

    def share(self, entry, signer):
        given(entry, "sum")
        member, present = self.subject(entry), self.epochs.get("recovery")
        need("trustee" in member.roles, "subj is no trustee")
        need(present and (entry.get("epoch"), entry.get("ref")) == present, "it is of another epoch")
        if any(holder is member for holder in self.shares): return need(signer is member, "another's share")
        ran = self.ran and signer is self.ran[1] and entry.get("by") == self.ran[2]  # who recovered shares what they made
        if not (ran and 1 <= present[1] - self.ran[2] <= 2 and entry["seq"] <= present[1] + 3): self.is_by(signer, "lead")
        need(len(self.shares) < 3, "there are three shares")
        self.shares.append(member)

    def approve(self, entry, signer):
        ref, proposal = entry.get("ref"), self.proposal
        wait, rollback = self.waiting.get(ref), self.rollbacks.get(ref)
        if wait and wait.role == "admin":
            self.check_second(wait, signer)
            self.is_by(signer, "trustee", root=True)
            self.put_in_force(wait)
        elif rollback:
            self.answer_put_back(rollback, signer)
        elif proposal and proposal.seq == ref:
            need(signer is not proposal.by, "nobody is the second person for what is theirs")
            self.is_by(signer, "lead", "admin")
            self.rules, self.schema, self.proposal = proposal.rules, proposal.schema or self.schema, None
        else: need(signer is not self.root and "rec" in entry, "nothing waits there")

    def answer_put_back(self, asked, signer):  # given or refused; that it was asked is told of in either case
        need(asked.waits and signer is not asked.by, "nothing waits for its author there")
        self.is_by(signer, "auditor")
        asked.waits = False

    def refuse(self, entry, signer):
        if asked := self.rollbacks.get(entry.get("ref")): return self.answer_put_back(asked, signer)
        if not self.proposal or self.proposal.seq != entry.get("ref"): return
        self.is_by(signer, "lead", "admin")
        self.proposal = None

    def accept(self, entry, signer):
        given(entry, "sum")
        if signer is self.root:  # for the trustee whom it names
            signer = self.subject(entry)
            self.is_by(signer, "trustee")
        else: self.is_by(signer, "admin")
        self.rollbacks[entry["seq"]] = Record(by=signer, waits=True)

    def adopt(self, entry, signer):
        given(entry, "sum")
        if signer is self.root and self.rules is None: self.rules = entry["sum"]
        else:
            need(self.rules is not None, "root states the first rule book")
            self.is_by(signer, "lead")
            self.proposal = Record(seq=entry["seq"], by=signer, rules=entry["sum"], schema=None)

    def set_schema(self, entry, signer):
        given(entry, "sum")
        need(entry.get("kind") == "fields", "its kind")
        if signer is self.root and self.schema is None: self.schema = entry["sum"]
        else:
            need(self.schema is not None, "root states the first field table")
            self.is_by(signer, "lead")
            waits = self.proposal and (self.proposal.seq, self.proposal.schema) == (entry.get("ref"), None)
            need(waits and self.proposal.by is signer, "no rule book of its author waits there")
            self.proposal.schema = entry["sum"]

    def ask_recovery(self, entry, signer):
        self.is_by(signer, "trustee")
        member, role = self.subject(entry), self.role(entry, STANDING - {"recovery"})
        wait = self.waits(member, role)
        need(wait or role in member.roles, "subj has no such role")
        if wait: self.check_second(wait, signer)
        self.asked = {seq: ask for seq, ask in self.asked.items() if ask.member is not member or ask.role != role}
        self.asked[entry["seq"]] = Record(by=signer, member=member, role=role)

    def recover(self, entry, signer):
        self.is_by(signer, "trustee")
        member, role, ask = self.subject(entry), self.role(entry), self.asked.get(entry.get("ref"))
        need(ask and ask.member is member and ask.role == role, "nothing waits there")
        need(signer is not ask.by, "nobody is the second person for what is theirs")
        if wait := self.waits(member, role):
            self.check_second(wait, signer)
            self.put_in_force(wait)
        del self.asked[entry["ref"]]
        self.ran = (role, signer, entry["seq"])

    def rotate(self, entry, signer):
        kind, seq = entry.get("kind"), entry["seq"]
        if kind == "log":
            if self.log_keys: self.is_by(signer, "admin", "lead")
            need(self.log_keys or signer is self.root, "root brings in the first key of the log")
            key = self.read_key(*given(entry, "vkey"))
            need(key[0] == self.origin, "the name of its key")
            need(all(key != known for _, known in self.log_keys), "its vkey was there before")
            self.log_keys.append((seq, key))
        elif kind == "epoch": self.rotate_epoch(entry, signer)
        elif kind == "member" and "ref" not in entry:
            need(signer is not self.root, "root has no keys of a member")
            check_box(entry)
            self.drop_offers(signer)
            self.offers[seq] = (signer, self.bring(entry, "coming", signer))
        elif kind == "member":
            self.is_by(signer, "admin", root=True)
            member, actor = self.offers.pop(entry["ref"], (None, None))
            need(member and member is not signer, "whose key it confirms")
            self.part[member.actor], self.part[actor] = ("former", member), ("member", member)
            member.actor = actor
        elif kind in ("vault", "operations", "index"):
            self.is_by(signer, "lead", *(["admin"] if kind == "vault" else []))
            version, _ = given(entry, "epoch", "grant")
            need(version in ([self.versions[kind] + 1] if kind in self.versions else [0, 1]), "its version")
            self.versions[kind] = version
        else: need(signer is not self.root, "root does no such work")

    def rotate_epoch(self, entry, signer):
        role, (epoch, _) = self.role(entry, STANDING), given(entry, "epoch", "grant")
        ran, recovered = self.ran, False  # the trustee who recovered the role makes its epoch at once, and that of recovery
        if ran and signer is ran[1] and entry.get("by") == ran[2]:
            recovered = role == ran[0] and entry["seq"] == ran[2] + 1
            if role in self.epochs and role == "recovery": recovered = self.epochs[role][1] < ran[2] and entry["seq"] <= ran[2] + 2
        if not recovered: self.is_by(signer, "lead" if role == "recovery" else role)
        check_box(entry)
        need(epoch == self.epochs.get(role, (-1, 0))[0] + 1, "its epoch")
        self.epochs[role] = (epoch, entry["seq"])
        if role == "recovery": self.shares = []

RULES = {"member.invite": Directory.invite, "member.enrol": Directory.enrol, "member.suspend": Directory.suspend,
         "role.add": Directory.add_role, "role.remove": Directory.remove_role, "key.wrap": Directory.wrap,
         "approval.give": Directory.approve, "approval.refuse": Directory.refuse, "vault.accept": Directory.accept,
         "rules.adopt": Directory.adopt, "schema.set": Directory.set_schema, "key.rotate": Directory.rotate,
         "key.recover": Directory.ask_recovery, "recovery.run": Directory.recover, "vault.create": None}
SHOWN = set(RULES)  # whose leaves an export shows one by one, but for keys of a single case
