import AuditLog
import Foundation
import Sealing
import Testing

/// A member who makes an export and lies: every hash, and the signature under the list, is made anew. The
/// auditor's program and the independent script must give the same answer to each.
@Suite(.enabled(if: Told.python != nil)) struct ExportLiarTests {
  private static let made = Result { try ExportVerifierTests.full(entries: 300) }

  private typealias Files = [String: [UInt8]]

  /// What both programs say of the files with the list made anew over them: 20, or 0 where nothing is wrong.
  private func expect(
    _ status: Int32, _ what: String, _ place: SourceLocation = #_sourceLocation,
    _ change: (inout Files, SampleExport) throws -> Void
  ) throws {
    let export = try Self.made.get()
    var files = export.folder.files
    try change(&files, export)
    let stated = try ExportManifest(parsing: SignedNote(parsing: #require(files["manifest"])).text)
    let listed = files.filter { ExportPath($0.key).map { !Self.isBound($0) } ?? true }
      .mapValues { Digest.of($0) }
    let list = ExportManifest(scope: stated.scope, shown: Set(stated.shown), files: listed)
    files["manifest"] = try list.signed(by: export.vault.lead.key).bytes
    let disk = try ExportOnDisk(files)
    let words = [disk.path, "--origin", export.vault.log.origin]
    let (program, script) = (try Told.verify(words), try Told.script(words))
    #expect(program.status == status, "\(what): \(program.errors)", sourceLocation: place)
    #expect(script.status == status, "\(what): \(script.errors)", sourceLocation: place)
  }

  private static func isBound(_ path: ExportPath) -> Bool {
    switch path {
    case .checkpoint, .manifest, .tile, .leaf, .proof: true
    default: false
    }
  }

  private func vkey(_ label: String, as name: String, _ kind: NoteKey.Algorithm = .ed25519) throws
    -> [UInt8]
  {
    bytes(try NoteKey(name: name, algorithm: kind, key: Person(label).key.publicKey).text + "\n")
  }

  private func path(_ start: String, _ files: Files) throws -> String {
    try #require(files.keys.first { $0.hasPrefix(start) })
  }

  @Test func whatIsMadeAnewAndTrueFits() throws {
    try expect(0, "nothing changed") { _, _ in }
    try expect(0, "another report") { files, _ in files["REPORT.txt"] = bytes("another\n") }
    // For people alone; the entries hold what they are made from.
    try expect(0, "no pages") { files, _ in
      for name in ["REPORT.txt", "schema.json", "handles.tsv"] { files[name] = nil }
    }
    try expect(0, "no proof where the entries are") { files, _ in
      files["consistency/75-300"] = nil
    }
    try expect(0, "one more head") { files, export in
      files["pins/40.checkpoint"] = try export.head(40).bytes
    }
  }

  @Test func keysOfNobody() throws {
    try expect(20, "a log key more") { files, export in
      files["keys/log-1.vkey"] = try vkey("stranger", as: export.vault.log.origin)
    }
    try expect(20, "an actor more") { files, export in
      let stranger = try Person("stranger")
      files["keys/a-\(stranger.actor).vkey"] = bytes(try export.vault.log.vkey(stranger) + "\n")
    }
    try expect(20, "an actor less") { files, export in
      files["keys/a-\(export.vault.worker.actor).vkey"] = nil
    }
    try expect(20, "another key") { files, _ in
      files["keys/log-0.vkey"] = try vkey("stranger", as: "x")
    }
    try expect(20, "an odd file") { files, _ in files["keys/readme"] = [1] }
    try expect(20, "a number written otherwise") { files, _ in
      files["keys/log-00.vkey"] = files["keys/log-0.vkey"]
    }
  }

  @Test func keysOfWitnesses() throws {
    try expect(20, "under another number") { files, _ in
      files["keys/witness-00000000.vkey"] = files[try path("keys/witness-", files)]
    }
    try expect(20, "not a witness's") { files, export in
      let key = try NoteKey(name: "w", key: Person("w").key.publicKey)
      files[ExportPath.witnessKey(key.id).text] = bytes(key.text + "\n")
    }
    try expect(20, "without a line end") { files, _ in
      let name = try path("keys/witness-", files)
      files[name] = files[name]?.dropLast()
    }
    try expect(0, "one that signed nothing") { files, _ in
      let key = try NoteKey(name: "w2", algorithm: .cosignature, key: Person("w2").key.publicKey)
      files[ExportPath.witnessKey(key.id).text] = bytes(key.text + "\n")
    }
  }

  @Test func headsBesideTheLog() throws {
    try expect(20, "named after another size") { files, export in
      files["pins/41.checkpoint"] = try export.head(40).bytes
    }
    try expect(20, "of another root") { files, export in
      files["pins/40.checkpoint"] =
        try SampleExport.head(40, SampleLog.grant, export.vault).bytes
    }
    try expect(20, "later than the log") { files, export in
      files["pins/301.checkpoint"] =
        try SampleExport.head(301, SampleLog.grant, export.vault).bytes
    }
    try expect(20, "with a stranger's line") { files, export in
      var note = try export.head(40)
      try note.sign(as: "stranger", with: Person("stranger").key)
      files["pins/40.checkpoint"] = note.bytes
    }
    try expect(20, "not signed by the log") { files, export in
      files["pins/40.checkpoint"] = try Checkpoint(
        origin: export.vault.log.origin, size: 40, root: export.tree.root(40)
      ).signed(log: Person("stranger").key, member: export.vault.lead.key).bytes
    }
    try expect(20, "no cosignature") { files, _ in
      let name = try path("cosigs/", files)
      let note = try SignedNote(parsing: try #require(files[name]))
      var bare = try SignedNote(text: note.text)
      try bare.add(note.signatures[0])
      files[name] = bare.bytes
    }
    try expect(20, "another witness's") { files, _ in
      files["cosigs/150-00000000.checkpoint"] = files[try path("cosigs/", files)]
    }
  }

  @Test func theCheckpointItself() throws {
    func resigned(_ files: inout Files, _ head: [UInt8]) throws {
      let old = try #require(files["checkpoint"])
      for (name, bytes) in files where name.hasSuffix(".tlog-proof") {
        files[name] = bytes.dropLast(old.count) + head
      }
      files["checkpoint"] = head
    }
    try expect(0, "the same") { files, export in try resigned(&files, export.head(300).bytes) }
    try expect(20, "no member behind it") { files, export in
      try resigned(&files, export.head(300).bare().bytes)
    }
    try expect(20, "an invitation behind it") { files, export in
      let log = export.vault.log
      let code = try Person("code worker")
      let head = try Checkpoint(parsing: export.head(300).text)
      try resigned(&files, head.signed(log: log.log.key, member: code.key).bytes)
    }
  }

  @Test func proofsAndPages() throws {
    let name = "consistency/75-300"
    try expect(20, "a proof cut short") { files, _ in files[name] = files[name]?.dropLast(45) }
    try expect(20, "a proof turned about") { files, _ in
      let bytes = files[name] ?? []
      files[name] = Array(bytes.dropFirst(45) + bytes.prefix(45))
    }
    try expect(20, "a proof from nothing") { files, _ in files["consistency/0-300"] = [] }
    try expect(20, "a proof to elsewhere") { files, _ in
      files["consistency/75-299"] = files[name]
    }
    try expect(0, "a proof from itself to itself") { files, _ in
      files["consistency/300-300"] = []
    }
    try expect(20, "another class") { files, _ in
      files["schema.json"] = replacing(
        #""class":1"#, with: #""class":2"#, in: files["schema.json"] ?? [])
    }
    try expect(20, "another handle") { files, _ in
      files["handles.tsv"] = replacing("\tlead", with: "\tadmin", in: files["handles.tsv"] ?? [])
    }
    try expect(20, "a handle of nobody") { files, _ in
      files["handles.tsv"] = (files["handles.tsv"] ?? []) + bytes("ffffffffffffffff\tx\n")
    }
  }

  @Test func timeStamps() throws {
    func stamped(
      _ files: inout Files, _ export: SampleExport, _ answer: ([UInt8]) -> [UInt8]
    ) throws {
      let head = try export.head(40).bare().bytes
      (files["tsr/40-0.note"], files["tsr/40-0.tsr"]) = (head, answer(head))
    }
    try expect(0, "one that nobody trusts") { files, export in
      try stamped(&files, export) { SampleStamp.response(of: $0) }
    }
    try expect(20, "of something else") { files, export in
      try stamped(&files, export) { SampleStamp.response(of: $0 + [1]) }
    }
    // A good outer form around nothing, with the right hash in it.
    try expect(20, "no time-stamp") { files, export in
      try stamped(&files, export) { [0x30, 0x22, 0x04, 0x20] + Digest.of($0).bytes }
    }
    try expect(20, "a day that there is not") { files, export in
      try stamped(&files, export) { SampleStamp.response(of: $0, time: "20260231000000Z") }
    }
    try expect(20, "a stamp without its head") { files, export in
      try stamped(&files, export) { SampleStamp.response(of: $0) }
      files["tsr/40-0.note"] = nil
    }
    try expect(20, "an odd name") { files, export in
      try stamped(&files, export) { SampleStamp.response(of: $0) }
      files["tsr/40-0.txt"] = [1]
    }
  }
}
