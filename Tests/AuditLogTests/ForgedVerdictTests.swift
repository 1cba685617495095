import AuditLog
import Foundation
import Sealing
import Testing

/// Somebody with the log key and members' keys writes what no rule allows, and signs all of it well. Our verifier
/// and the independent script must take and refuse the same, and name the same entry.
@Suite(.enabled(if: Told.python != nil)) struct ForgedVerdictTests {
  private static let vault = Result { try ForgedVault() }

  private struct Row {
    let name: String
    let leaves: [[UInt8]]
  }

  private func row(_ name: String, _ base: ForgedLog, _ entries: [ForgedEntry]) throws -> Row? {
    let vault = try Self.vault.get()
    var log = base
    for forged in entries {
      let person = vault.this(forged.by)
      let entry = log.entry(forged.act, by: person, out: forged.out, forged.fill)
      // What has not even the form of an entry is looked at elsewhere.
      guard (try? Leaf.sign(entry, origin: log.origin, with: person.key)) != nil else { return nil }
      try log.write(entry, by: person)
    }
    return Row(name: name, leaves: Array(log.leaves.dropFirst(base.leaves.count)))
  }

  /// The first entry that our verifier refuses; nil where it takes all.
  private func refused(_ row: Row) throws -> Int? {
    let log = try Self.vault.get().log
    var verifier = try LogVerifier(roster: log.roster, frontier: log.frontier)
    do {
      for leaf in row.leaves { try verifier.consume(leaf) }
      return nil
    } catch {
      return error.seq
    }
  }

  /// The same of the script, for many: its log is made once and copied for each.
  private func scriptRefused(_ rows: [Row]) throws -> [Int?] {
    let log = try Self.vault.get().log
    func framed(_ leaves: [[UInt8]]) -> [UInt8] {
      [UInt8(leaves.count >> 8), UInt8(leaves.count & 255)]
        + leaves.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
    }
    let file = try ExportOnDisk(["rows": ([log.leaves] + rows.map(\.leaves)).flatMap(framed)])
    let told = try Told.scripted(
      """
      import contextlib, copy, io
      data = io.BytesIO(open(sys.argv[2], "rb").read())
      def some(): return int.from_bytes(data.read(2), "big")
      base, first = verify.Log(sys.argv[3]), some()
      for seq in range(first): base.take(seq, data.read(some()))
      verify.root(0, first)
      hashes = dict(verify.hashes)
      while count := some():
          verify.hashes.clear()
          verify.hashes.update(hashes)
          log, told = copy.deepcopy(base), "fits"
          leaves = [data.read(some()) for _ in range(count)]
          with contextlib.redirect_stderr(io.StringIO()) as said:
              for seq, leaf in enumerate(leaves, first):
                  try: log.take(seq, leaf)
                  except SystemExit:
                      told = seq if f"entry {seq}" in said.getvalue() else "unnamed"
                      break
                  except Exception as error:
                      told = repr(error)
                      break
          print(told)
      """, ["\(file.path)/rows", log.origin])
    let lines = told.output.split(separator: "\n")
    try #require(lines.count == rows.count, "\(told.errors)")
    return try lines.map { line in
      guard line != "fits" else { return nil }
      let seq: Int = try #require(Int(line), "the script fell over: \(line)")
      return seq
    }
  }

  /// - Returns: how many of them fit.
  private func compare(_ rows: [Row]) throws -> Int {
    let (ours, theirs) = (try rows.map(refused), try scriptRefused(rows))
    for (row, (our, their)) in zip(rows, zip(ours, theirs)) where our != their {
      func said(_ seq: Int?) -> String { seq.map { "refuses entry \($0)" } ?? "takes it" }
      Issue.record("\(row.name): ours \(said(our)), the script \(said(their))")
    }
    return ours.count { $0 == nil }
  }

  @Test func whateverIsAlteredInAnEntryBothSayTheSame() throws {
    let vault = try Self.vault.get()
    let (base, sound) = (try ForgedLog(vault.log), try vault.sound())
    var rows: [Row?] = []
    for whole in sound {
      rows.append(try row(whole.name, base, [whole]))
      for out in [Outcome.denied, .failed, .unattributed] {
        var forged = whole
        forged.out = out
        rows.append(try row("\(whole.name), \(out)", base, [forged]))
      }
      for person in vault.people.keys.sorted() {
        var forged = whole
        forged.by = person
        rows.append(try row("\(whole.name), by \(person)", base, [forged]))
        forged.out = .denied
        rows.append(try row("\(whole.name), by \(person), denied", base, [forged]))
      }
      for (name, alter) in try vault.alterations() {
        var forged = whole
        forged.fill = { entry in
          whole.fill(&entry)
          alter(&entry)
        }
        rows.append(try row("\(whole.name), \(name)", base, [forged]))
      }
    }
    let made = rows.compactMap(\.self)
    let fitting = try compare(made)
    #expect(made.count > 3000 && fitting > 500 && fitting < made.count - 500, "too few of a sort")
  }

  /// One after the other: what the first leaves behind shows in what the second may do.
  @Test func whateverFollowsUponAnotherBothSayTheSame() throws {
    let vault = try Self.vault.get()
    let (base, sound) = (try ForgedLog(vault.log), try vault.sound())
    let looks = vault.people.keys.sorted().map { name in
      ForgedEntry(name: "\(name) reads", act: Act.fieldRead, by: name) { _ in }
    }
    var rows: [Row] = []
    for first in sound {
      for second in sound + looks {
        let name = "\(first.name), then \(second.name)"
        if let made = try row(name, base, [first, second]) { rows.append(made) }
      }
    }
    let recovery = ["run", "recovery epoch of who ran"].compactMap { name in
      sound.first { $0.name == name }
    }
    for third in sound {
      if let made = try row("a recovery, then \(third.name)", base, recovery + [third]) {
        rows.append(made)
      }
    }
    let fitting = try compare(rows)
    #expect(rows.count > 1500 && fitting > 300 && fitting < rows.count - 300, "too few of a sort")
  }

  /// One signature of a key of small order is good for every text, to whoever does not look (RFC 8032, 5.1.7, asks
  /// nobody to): libsodium looks, OpenSSL does not.
  @Test func aKeyThatEverythingIsSignedByIsNobodys() throws {
    let vault = try Self.vault.get()
    var log = try ForgedLog(vault.log)
    let one = [1] + [UInt8](repeating: 0, count: 31)
    let small = try #require(VerifyingKey(one))
    let named = try NoteKey.actor(small, origin: log.origin)
    let fresh = try Person("fresh")
    let key = try vault.log.vkey(fresh)
    let invite = try log.write(Act.memberInvite, by: vault.this("admin")) {
      ($0.who, $0.grole, $0.vkey) = (SampleLog.handle("fresh"), "intake", named.text)
    }
    var enrol = log.entry(Act.memberEnrol, by: fresh) {
      ($0.ref, $0.vkey, $0.subj) = (invite, key, fresh.actor)
      $0.box = base64(fresh.box.bytes)
    }
    (enrol.actor, enrol.aseq) = (ActorID(small), 0)
    let line = String(decoding: enrol.encoded(), as: UTF8.self)
    var note = try SignedNote(text: Array("audit-entry/v1 \(log.origin)\n\(line)\n".utf8))
    let blob = one + [UInt8](repeating: 0, count: 32)
    try note.add(NoteSignature(name: named.name, keyID: named.id, blob: blob))
    let row = Row(name: "small order", leaves: [try #require(log.leaves.last), note.bytes])
    #expect(try refused(row) == enrol.seq)
    #expect(try scriptRefused([row]) == [enrol.seq])
  }

  /// That a log was put back and asked to be gone on with, both tell: given, refused, or asked by somebody who left since.
  @Test func bothTellThatItWasPutBack() throws {
    var vault = try SampleVault()
    let auditor = try vault.log.join(
      "auditor", as: "auditor", admin: vault.admin, lead: vault.lead)
    func told() throws -> (program: String, script: String) {
      var copy = vault
      try copy.log.append(Act.auditExport, by: copy.lead) { $0.kind = "log" }
      let disk = try ExportOnDisk(SampleExport(copy).folder.files)
      let words = [disk.path, "--origin", copy.log.origin]
      let (program, script) = (try Told.verify(words), try Told.script(words))
      #expect(program.status == 0 && script.status == 0, "\(program.errors) \(script.errors)")
      return (program.output, script.output)
    }
    func expect(_ entries: [Int], _ place: SourceLocation = #_sourceLocation) throws {
      let (told, list) = (try told(), entries.map(String.init).joined(separator: ", "))
      #expect(told.program.contains("entry \(list). What was done"), sourceLocation: place)
      #expect(
        told.script.contains("asked to be gone on with: entry \(list)\n"), sourceLocation: place)
    }
    let plain = try told()
    #expect(!plain.program.contains("gone on with") && !plain.script.contains("gone on with"))
    func ask(_ person: Person) throws -> Int {
      try vault.log.append(Act.vaultAccept, by: person) { $0.sum = SampleLog.grant }
    }
    let first = try ask(vault.admin)
    try expect([first])
    try vault.log.append(Act.approvalRefuse, by: auditor) { $0.ref = first }
    try expect([first])
    let second = try ask(vault.admin)
    try vault.log.append(Act.approvalGive, by: auditor) { $0.ref = second }
    try expect([first, second])
    let third = try ask(vault.admin)
    let gone = vault.admin.actor
    try vault.log.append(Act.memberSuspend, by: vault.lead) { $0.subj = gone }
    try expect([first, second, third])
  }

  /// The programs themselves, over whole exports.
  @Test func theProgramsSayTheSame() throws {
    func told(
      _ status: Int32, head by: String? = nil, _ change: (inout SampleVault) throws -> Void
    ) throws {
      var vault = try SampleVault()
      try change(&vault)
      try vault.log.append(Act.auditExport, by: vault.lead) { $0.kind = "log" }
      let export = try SampleExport(vault)
      var files = export.folder.files
      if let by {
        let (old, head) = (files["checkpoint"] ?? [], try vault.log.head(by: Person(by)))
        for (name, bytes) in files where name.hasSuffix(".tlog-proof") {
          files[name] = bytes.dropLast(old.count) + head
        }
        files["checkpoint"] = head
      }
      let disk = try ExportOnDisk(files)
      let words = [disk.path, "--origin", vault.log.origin]
      let (program, script) = (try Told.verify(words), try Told.script(words))
      #expect(program.status == status, "\(program.errors)")
      #expect(script.status == status, "\(script.errors)")
    }
    let (stray, next) = (try Person("stray"), try Person("next"))
    try told(0) { vault in
      let key = try vault.log.vkey(stray)
      try vault.log.append(Act.fieldRead, by: vault.worker) { $0.vkey = key }
      try vault.log.append(Act.anchorReceipt, by: vault.lead) { $0.kind = "rfc3161" }
      // What no act of the directory brought in can still be brought in.
      try vault.log.append(Act.keyRotate, by: vault.worker) {
        ($0.kind, $0.vkey, $0.box) = ("member", key, base64(stray.box.bytes))
      }
    }
    func leave(_ vault: inout SampleVault) throws {
      let key = try vault.log.vkey(next)
      try vault.log.append(Act.keyRotate, by: vault.worker) {
        ($0.kind, $0.vkey, $0.box) = ("member", key, base64(next.box.bytes))
      }
      let gone = vault.worker.actor
      try vault.log.append(Act.memberSuspend, by: vault.admin) { $0.subj = gone }
    }
    try told(0, head: "admin", leave)
    try told(20, head: "worker", leave)
    try told(20, head: "next", leave)
  }
}
