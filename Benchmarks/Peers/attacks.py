"""What is done to each store, under the names that stand in the table; see proof.md, "The tamper matrix"."""

# The attacks that every store of fields can meet: key, and what the table says.
FIELDS = {
    "row": "a field changed for that of another person",
    "column": "a field changed for another field of the same record",
    "class": "a field changed for one of another class (another table)",
    "old": "a field's newest version replaced by its older one",
    "record": "a whole record put back as it was",
    "file": "the whole file put back as it was",
    "gone": "a field deleted",
    "gone-record": "a record deleted",
    "suite": "another number of the cipher written into a value",
    "null": "a value replaced by nothing",
    "bit": "one bit of a value flipped",
    "withdrawal": "the row that a consent was withdrawn deleted",
}

# Those that need what only some have: members, roles, a log.
HOUSE = {
    "both": "records and keys put back together, the reader's own memory kept",
    "custody": "the file of keys put back alone",
    "handles": "the handles of two members exchanged",
    "bundle": "a member's public keys replaced by another's",
    "key-version": "a newer version of a class key planted",
    "lead": "a lead invited and enrolled by the administrator alone",
    "grant": "a member given the wrapped keys of a case",
    "role": "a member entered as a case's worker in the table",
    "restriction": "a restriction deleted",
    "evidence-cut": "a kept file cut short",
    "evidence-moved": "two rows of a kept file exchanged",
    "evidence-swapped": "a kept file exchanged for another of the case",
    "entry": "the newest entry of the log deleted",
    "entry-changed": "an entry of the log changed",
}
