import AuditLog
import Sealing
import Testing

@Suite struct SignedNoteTests {
  private func fault<Value>(_ body: () throws(AuditLogError) -> Value) -> AuditLogError? {
    do {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }

  /// Whole notes, and the fault that each must be refused with.
  static let hostile: [(String, NoteFault)] = [
    ("", .text), ("\n", .separator), ("\n\n", .signatureCount), ("text\n", .separator),
    ("text\n\n", .signatureCount), ("text\n\n— a.example AAAAAAAA", .text),
    ("text\n— a.example AAAAAAAA\n", .separator), ("text\n\nAAAAAAAA\n", .signatureLine),
    ("text\n\n- a.example AAAAAAAA\n", .signatureLine),
    ("text\n\n—a.example AAAAAAAA\n", .signatureLine),
    ("text\n\n—  AAAAAAAA\n", .signatureLine), ("text\n\n— a.example\n", .signatureLine),
    ("text\n\n— a.example \n", .signatureLine), ("text\n\n— a.example AAAAAA\n", .signatureLine),
    ("text\n\n— a.example AAAAAA==\n", .signatureLine),
    ("text\n\n— a.example AAAAAAB=\n", .signatureLine),
    ("text\n\n— a.example AAAA-AA=\n", .signatureLine),
    ("text\n\n— a.example AAAAAAAA \n", .signatureLine),
    ("text\n\n— a.example  AAAAAAAA\n", .signatureLine),
    ("text\n\n— a+b AAAAAAAA\n", .signatureLine),
    ("text\n\n— a\u{a0}b AAAAAAAA\n", .signatureLine),
    ("text\n\n— a.example AAAAAAAA\n\n", .signatureCount),
    ("text\n\n— a.example AAAAAAAA\n\n— b.example\n", .signatureLine),
    ("te\txt\n\n— a.example AAAAAAAA\n", .text), ("te\rxt\n\n— a.example AAAAAAAA\n", .text),
    ("te\0xt\n\n— a.example AAAAAAAA\n", .text),
    ("text\n\n" + String(repeating: "— a.example AAAAAAAA\n", count: 65), .signatureCount),
  ]

  @Test(arguments: hostile) func aHostileNoteIsRefused(note: String, expected: NoteFault) {
    #expect(
      fault { () throws(AuditLogError) in try SignedNote(parsing: bytes(note)) }
        == .note(expected))
  }

  @Test func whatIsNotUTF8OrTooLongIsRefused() {
    let good = bytes("text\n\n— a.example AAAAAAAA\n")
    for wrong in [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x80]] as [[UInt8]] {
      #expect(
        fault { () throws(AuditLogError) in try SignedNote(parsing: wrong + good) }
          == .note(.text))
    }
    let long = [UInt8](repeating: 0x61, count: SignedNote.maximumLength) + good
    #expect(fault { () throws(AuditLogError) in try SignedNote(parsing: long) } == .note(.length))
  }

  @Test func aGoodNoteComesBack() throws {
    for note in [
      "text\n\n— a.example AAAAAAAA\n", "two\n\nparts\n\n— a.example AAAAAAAA\n— b AAAAAAA=\n",
      "Trăng\n\n— bảo.example/x AAAAAAAA\n",
      "text\n\n" + String(repeating: "— a.example AAAAAAAA\n", count: 64),
    ] {
      #expect(try SignedNote(parsing: bytes(note)).bytes == bytes(note))
    }
    let parsed = try SignedNote(parsing: bytes("two\n\nparts\n\n— a.example AAAAAAAA\n"))
    #expect(text(parsed.text) == "two\n\nparts\n")
  }

  @Test func onlyTheKeyOfNameAndNumberCounts() throws {
    let (one, two) = (try Person("one"), try Person("two"))
    var note = try SignedNote(text: bytes("text\n"))
    try note.sign(as: "a.example", with: one.key)
    #expect(note.verdict(of: try NoteKey(name: "a.example", key: one.key.publicKey)) == .valid)
    #expect(note.verdict(of: try NoteKey(name: "b.example", key: one.key.publicKey)) == .absent)
    #expect(note.verdict(of: try NoteKey(name: "a.example", key: two.key.publicKey)) == .absent)
    let cosigner = try NoteKey(
      name: "a.example", algorithm: .cosignature, key: one.key.publicKey)
    #expect(note.verdict(of: cosigner) == .absent)
  }

  /// A name that Unicode calls equal is still another name (U+212A is a Kelvin sign).
  @Test func namesThatLookAlikeAreNotTheSame() throws {
    let one = try Person("one")
    let key = try NoteKey(name: "K.example", key: one.key.publicKey)
    var note = try SignedNote(text: bytes("text\n"))
    try note.add(
      NoteSignature(name: "\u{212a}.example", keyID: key.id, blob: one.key.sign(note.text)))
    #expect(note.verdict(of: key) == .absent)
  }

  @Test func oneBadLineSpoilsTheGoodOneOfTheSameKey() throws {
    let one = try Person("one")
    var note = try SignedNote(text: bytes("text\n"))
    try note.sign(as: "a.example", with: one.key)
    let key = try NoteKey(name: "a.example", key: one.key.publicKey)
    try note.add(NoteSignature(name: "a.example", keyID: key.id, blob: [1, 2, 3]))
    #expect(note.verdict(of: key) == .invalid)
  }

  static let hostileKeys: [(String, NoteFault)] = [
    ("", .keyForm), ("a.example", .keyForm), ("a.example+320d49d1", .keyForm),
    ("+320d49d1+AajIW4Q0wIBqvhbZrsW4ush7cuspviUbqtyGsz9zDYWe", .keyName),
    ("a b+320d49d1+AajIW4Q0wIBqvhbZrsW4ush7cuspviUbqtyGsz9zDYWe", .keyName),
    ("ă+320d49d1+AajIW4Q0wIBqvhbZrsW4ush7cuspviUbqtyGsz9zDYWe", .keyName),
    ("a.example+320d49d1+AajIW4Q0wIBqvhbZrsW4ush7cuspviUbqtyGsz9zDYWe", .keyID),
    ("vault.example/7f3a9c+97fbeadd+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXFa", .keyID),
    ("vault.example/7f3a9c+97FBEADC+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXFa", .keyForm),
    ("vault.example/7f3a9c+97fbead+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXFa", .keyForm),
    ("vault.example/7f3a9c+97fbeadc+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXFb", .keyID),
    ("vault.example/7f3a9c+97fbeadc+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBX", .keyForm),
    ("vault.example/7f3a9c+97fbeadc+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXF", .keyForm),
    ("vault.example/7f3a9c+97fbeadc+", .keyForm),
    ("vault.example/7f3a9c+97fbeadc+BmhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXFa", .algorithm),
    ("vault.example/7f3a9c+97fbeadc+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXFa\n", .keyForm),
  ]

  @Test(arguments: hostileKeys) func aHostileKeyTextIsRefused(key: String, expected: NoteFault) {
    #expect(fault { () throws(AuditLogError) in try NoteKey(parsing: key) } == .note(expected))
  }

  private static let root = "cGShbvTsI2CECdecckvoIvKR5l7LRssxIl5pv7uXXGk="

  static let hostileCheckpoints: [(String, NoteFault)] = [
    ("", .lines), ("a\n1\n", .lines), ("a\n1\n\(root)", .lines), ("a\n1\n\(root)\nmore\n", .lines),
    ("a\n1\n\(root)\n\n", .lines), ("\n1\n\(root)\n", .origin), ("a b\n1\n\(root)\n", .origin),
    ("a+b\n1\n\(root)\n", .origin), ("a\n01\n\(root)\n", .size), ("a\n-1\n\(root)\n", .size),
    ("a\n+1\n\(root)\n", .size), ("a\n\n\(root)\n", .size), ("a\n1 \n\(root)\n", .size),
    ("a\n0x1\n\(root)\n", .size), ("a\n9007199254740992\n\(root)\n", .size),
    ("a\n99999999999999999999\n\(root)\n", .size), ("a\n0\n\(root)\n", .hash),
    ("a\n1\n\(root.dropLast())\n", .hash), ("a\n1\n\(root.dropLast(2))l=\n", .hash),
    ("a\n1\nAAAA\n", .hash), ("a\n1\n\n", .hash),
  ]

  @Test(arguments: hostileCheckpoints)
  func aHostileCheckpointIsRefused(checkpoint: String, expected: NoteFault) {
    #expect(
      fault { () throws(AuditLogError) in try Checkpoint(parsing: bytes(checkpoint)) }
        == .note(expected))
  }

  @Test func theEmptyTreeHasOneRoot() throws {
    let empty = Checkpoint(origin: "a", Frontier())
    #expect(try Checkpoint(parsing: empty.text) == empty)
    #expect(text(empty.text) == "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
  }

  @Test func aCheckpointIsOpenedWithItsLogsKeyOnly() throws {
    let note = try SignedNote(parsing: bytes(Example.checkpoint))
    let stranger = try Person("stranger").key.publicKey
    let unknown = try NoteKey(name: Example.origin, key: stranger)
    #expect(throws: AuditLogError.head(.logSignature)) {
      _ = try Checkpoint.open(note, log: unknown)
    }
    #expect(throws: AuditLogError.head(.origin)) {
      _ = try Checkpoint.open(note, log: NoteKey(parsing: Example.memberKey))
    }
  }
}
