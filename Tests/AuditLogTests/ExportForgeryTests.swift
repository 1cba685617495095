import AuditLog
import Sealing
import Testing

/// Whoever made an export alters a file and signs the list of files anew: then the hashes fit, and what the
/// file says has to show it.
@Suite struct ExportForgeryTests {
  private func finding(
    _ path: String, _ change: ([UInt8], SampleExport) throws -> [UInt8]
  ) throws -> AuditLogError? {
    let export = try ExportVerifierTests.full.get()
    var files = export.folder.files
    let bytes = try change(files[path] ?? [], export)
    files[path] = bytes
    let stated = try ExportManifest(
      parsing: SignedNote(parsing: #require(files["manifest"])).text)
    let listed = stated.files.merging([path: Digest.of(bytes)]) { $1 }
    let forged = ExportManifest(scope: stated.scope, shown: Set(stated.shown), files: listed)
    files["manifest"] = try forged.signed(by: export.vault.lead.key).bytes
    let found = ExportVerifierTests.finding(files)
    if found != nil { #expect(found?.path == path) }
    return found?.fault
  }

  private func witnessFile(_ start: String) throws -> String {
    let paths = try ExportVerifierTests.full.get().paths
    return try #require(paths.first { $0.hasPrefix(start) })
  }

  @Test func theUnalteredListOfAFileIsAccepted() throws {
    #expect(try finding("REPORT.txt") { bytes, _ in bytes + [0x0a] } == nil)
  }

  @Test func keysAreThoseOfTheLog() throws {
    let stranger = try vkeyFile(Person("stranger"))
    #expect(try finding("keys/log-0.vkey") { _, _ in stranger } == .export(.key))
    #expect(try finding("keys/log-1.vkey") { _, _ in stranger } == .export(.key))
    let witness = try witnessFile("keys/witness-")
    #expect(try finding(witness) { _, _ in stranger } == .export(.key))
    #expect(try finding(witness) { _, _ in bytes("x\n") } == .note(.keyForm))
    #expect(try finding(witness) { bytes, _ in bytes.dropLast() } != nil)
  }

  private func vkeyFile(_ person: Person) throws -> [UInt8] {
    bytes(try NoteKey(name: "x", key: person.key.publicKey).text + "\n")
  }

  @Test func keptHeadsAreOfThisLogAndSignedByIt() throws {
    let path = "pins/500.checkpoint"
    func head(_ size: Int, _ root: Digest?, log: Person? = nil) throws -> AuditLogError? {
      try finding(path) { _, export in
        let head = Checkpoint(
          origin: export.vault.log.origin, size: size, root: root ?? export.tree.root(size))
        return try head.signed(
          log: (log ?? export.vault.log.log).key, member: export.vault.lead.key
        ).bytes
      }
    }
    #expect(try head(500, nil) == nil)
    #expect(try head(501, nil) == .head(.size))
    #expect(try head(500, SampleLog.grant) == .head(.pin))
    #expect(try head(500, nil, log: Person("stranger")) == .head(.logSignature))
    #expect(try finding(path) { bytes, _ in bytes.dropLast() } == .note(.text))
  }

  @Test func aCosignatureIsItsWitnesss() throws {
    let path = try witnessFile("cosigs/")
    // Without the witness's line it is no cosignature; with an unknown one nobody can say whose.
    let bare = try finding(path) { bytes, _ in
      let note = try SignedNote(parsing: bytes)
      var bare = try SignedNote(text: note.text)
      try bare.add(note.signatures[0])
      return bare.bytes
    }
    #expect(bare == .export(.cosignature))
    for change in [0, 8, 71] {
      let spoiled = try finding(path) { bytes, _ in
        let note = try SignedNote(parsing: bytes)
        var (spoiled, line) = (try SignedNote(text: note.text), note.signatures[1])
        try spoiled.add(note.signatures[0])
        var blob = line.blob
        blob[change] ^= 1
        line = NoteSignature(name: line.name, keyID: line.keyID, blob: blob)
        try spoiled.add(line)
        return spoiled.bytes
      }
      #expect(spoiled == .export(.cosignature))
    }
    let stranger = try finding(path) { bytes, _ in
      var note = try SignedNote(parsing: bytes)
      try note.sign(as: "stranger", with: Person("stranger").key)
      return note.bytes
    }
    #expect(stranger == .export(.cosignature))
  }

  @Test func aConsistencyProofLeadsToTheHead() throws {
    let path = "consistency/500-2000"
    #expect(try finding(path) { bytes, _ in Array(bytes.dropLast(45)) } == .proof(.length))
    #expect(try finding(path) { bytes, _ in Array(bytes.dropLast()) } == .note(.hash))
    let swapped = try finding(path) { bytes, _ in Array(bytes.dropFirst(45) + bytes.prefix(45)) }
    #expect(swapped == .proof(.root))
    #expect(try finding("consistency/3-2000") { _, _ in [] } == .proof(.length))
  }

  @Test func pagesSayWhatTheLogAdopted() throws {
    let schema = try finding("schema.json") { bytes, _ in
      try #require(replacing(#""class":1"#, with: #""class":2"#, in: bytes))
    }
    #expect(schema == .export(.schema))
    let handle = try finding("handles.tsv") { bytes, _ in
      try #require(replacing("\tlead", with: "\tadmin", in: bytes))
    }
    #expect(handle == .export(.handle))
  }
}
