import AuditLog

extension FuzzTarget {
  /// What auditors, witnesses and other vaults bring: exports, heads, proofs, pins, policies.
  static let log: [FuzzTarget] = [
    .spelled("entry", { try Entry(parsing: $0) }, { $0.encoded() }),
    .spelled("leaf", { try Leaf(parsing: $0) }, { $0.bytes }),
    .spelled("note", { try SignedNote(parsing: $0) }, { $0.bytes }),
    .spelled("checkpoint", { try Checkpoint(parsing: $0) }, { $0.text }),
    .spelled(
      "vkey", { try NoteKey(parsing: String(decoding: $0, as: UTF8.self)) }, { Array($0.text.utf8) }
    ),
    .taken("proof") { try EntryProof(parsing: $0) },
    .taken("pins") { try PinBook(parsing: $0) },
    .taken("policy") { try WitnessPolicy(parsing: $0) },
    .taken("witness-request") { try WitnessRequest(parsing: $0) },
    .spelled("witness-record", { try WitnessRecord(parsing: $0) }, { $0.bytes }),
    .spelled("manifest", { try ExportManifest(parsing: $0) }, { $0.text }),
    .spelled("handles", { try HandlePage(parsing: $0) }, { $0.bytes }),
    .spelled("schema", { try FieldTablePage(parsing: $0) }, { $0.bytes }),
    // A path of an export leads nowhere but below it.
    FuzzTarget("export-path") { input in
      let text = String(decoding: input, as: UTF8.self)
      guard let path = ExportPath(text) else { return }
      precondition(path.text.utf8.elementsEqual(text.utf8) && !text.contains(".."))
    },
    .taken("time-stamp") { bytes in
      try TimeReceipt(verifying: bytes, of: note, authority: bytes)
    },
    .taken("time-stamp-authority") { try TimeReceipt.check(authority: $0) },
  ]

  /// Some head that could have been stamped.
  private static let note = Array(
    """
    safekeep/00000000000000000000000000000000
    1
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=

    \u{2014} safekeep/00000000000000000000000000000000 AAAAAAAA

    """.utf8)
}
