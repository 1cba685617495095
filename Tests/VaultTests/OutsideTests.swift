import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Witnesses and authorities, from the question to the entry, and what becomes of rows that are altered.
@Suite struct OutsideTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func status() throws -> LogStatus {
    try desk.act("auditor") { vault, session in try vault.logStatus(as: session) }
  }

  // MARK: Witnesses

  @Test func whatAWitnessSignsIsKeptAndStated() throws {
    #expect(try status().tail.count == status().size - 1)
    let asked = try desk.cosignRequest()
    #expect(asked.old == 0)
    let signed = try desk.witness(asked.bytes)
    let head = try desk.add(cosignature: signed.note, signed.vkey)
    #expect(head.size == asked.size && head.witness == "auditor.example/w1")
    let entry = try #require(desk.entries().first { $0.seq == head.entry })
    let line = try #require(try SignedNote(parsing: signed.note).signatures.last?.line)
    #expect(entry.act == "cosign.receipt" && entry.vkey == signed.vkey)
    #expect(entry.sum == Digest.of(line) && entry.ref == asked.size - 1)
    let now = try status()
    #expect(now.cosigned == [head] && now.tail.count == now.size - asked.size)
    #expect(try desk.verify().findings == [])
    #expect(try desk.verify().tail?.first == asked.size)
    // The next one begins there; the witness is known by now, and a line alone will do.
    let next = try desk.cosignRequest()
    #expect(next.old == asked.size)
    let more = try desk.witness(next.bytes)
    let alone = try #require(try SignedNote(parsing: more.note).signatures.last?.line)
    #expect(try desk.add(cosignature: alone).size == next.size)
    #expect(try status().cosigned.map(\.size) == [next.size])
  }

  @Test func whatIsNoCosignatureOfThisLogIsRefused() throws {
    let asked = try desk.cosignRequest()
    let signed = try desk.witness(asked.bytes)
    func refused(
      _ fault: CosignatureFault, _ file: [UInt8], _ key: String?,
      _ place: SourceLocation = #_sourceLocation
    ) {
      desk.expectNoted(.cosignature(fault), place) { try desk.add(cosignature: file, key) }
      // Refused, and written down: without a hash of what may be any file.
      let entry = try? desk.entries().last
      #expect(entry?.act == "cosign.receipt" && entry?.out == .failed, sourceLocation: place)
      let isTimely = [.known, .unknownWitness].contains(fault)
      #expect(entry?.why == (isTimely ? .state : .tampered), sourceLocation: place)
      #expect(entry?.role == "auditor" && entry?.sum == nil, sourceLocation: place)
    }
    func kept() throws -> Int {
      try desk.entries().count { $0.act == "cosign.receipt" && $0.out == .ok }
    }
    let before = try kept()
    refused(.unknownWitness, signed.note, nil)
    refused(.key, signed.note, "nonsense")
    refused(.key, signed.note, signed.logKey)
    refused(.form, [0x61], signed.vkey)
    refused(.unknownWitness, asked.note, signed.vkey)
    let other = try NoteKey(
      name: "auditor.example/w1", algorithm: .cosignature, key: SigningKey.makeRandom().publicKey)
    refused(.unknownWitness, signed.note, other.text)
    // The right line under another head of this log, and under one that it never had.
    let note = try SignedNote(parsing: signed.note)
    let later = try desk.cosignRequest()
    var moved = try SignedNote(parsing: later.note)
    try moved.add(note.signatures[1])
    refused(.signature, moved.bytes, signed.vkey)
    var strange = try SignedNote(
      text: Checkpoint(origin: desk.vault("auditor").origin, size: 3, root: Tree.emptyRoot).text)
    try strange.add(note.signatures[1])
    refused(.head, strange.bytes, signed.vkey)
    #expect(try kept() == before)
    try desk.add(cosignature: signed.note, signed.vkey)
    refused(.known, signed.note, nil)
    desk.expectNoted(.noSuchSize) { _ = try desk.cosignRequest(old: 100_000) }
    desk.expectNoted(.noSuchSize) { _ = try desk.cosignRequest(old: -1) }
  }

  @Test func whoMayNotIsRefusedWithAnEntry() throws {
    for (act, kind) in [("audit.export", "cosign-request"), ("audit.export", "checkpoint")] {
      #expect(throws: VaultError.self) {
        try desk.act("social") { vault, session in
          _ =
            kind == "checkpoint"
            ? try vault.checkpoint(as: session) : try vault.cosignRequest(old: nil, as: session)
        }
      }
      let last = try #require(desk.entries().last)
      #expect(last.act == act && last.kind == kind && last.out == .denied && last.why == .role)
    }
    #expect(throws: VaultError.self) {
      try desk.act("social") { vault, session in
        _ = try vault.addCosignature([], witness: nil, as: session)
      }
    }
    #expect(try desk.entries().last?.act == "cosign.receipt")
    #expect(throws: VaultError.self) {
      try desk.act("social") { vault, session in
        _ = try vault.addTimestamp([], authority: [], query: nil, as: session)
      }
    }
    #expect(try desk.entries().last?.act == "anchor.receipt")
  }

  // MARK: Authorities

  @Test func aTimestampIsKeptAndStated() throws {
    let office = try StampOffice()
    let head = try desk.act("auditor") { vault, session in
      try vault.timestampRequest(as: session)
    }
    let answer = try office.answer(head.bytes)
    #expect(try office.accepts(answer, of: head.note))
    let stamped = try desk.act("auditor") { vault, session in
      try vault.addTimestamp(answer, authority: office.authority, query: nil, as: session)
    }
    let entry = try #require(desk.entries().first { $0.seq == stamped.entry })
    #expect(entry.act == "anchor.receipt" && entry.kind == "rfc3161")
    #expect(entry.sum == Digest.of(answer) && entry.ref == head.size - 1)
    #expect(stamped.size == head.size)
    #expect(try status().stamped == stamped)
    #expect(try status().interval == nil)
    let second = try desk.stamp(office)
    #expect(try status().stamps == 2)
    #expect(try status().interval == max(0, second.time - stamped.time))
    #expect(try desk.verify().findings == [])
    desk.expectNoted(.timestamp(.known)) {
      try desk.act("auditor") { vault, session in
        _ = try vault.addTimestamp(answer, authority: office.authority, query: nil, as: session)
      }
    }
  }

  @Test func whatIsNoTimestampOfThisLogIsRefused() throws {
    let (office, stranger) = (try StampOffice(), try StampOffice())
    func refused(
      _ fault: StampFault, _ answer: [UInt8], authority: [UInt8], query: [UInt8]? = nil,
      _ place: SourceLocation = #_sourceLocation
    ) {
      desk.expectNoted(.timestamp(fault), place) {
        try desk.act("auditor") { vault, session in
          _ = try vault.addTimestamp(answer, authority: authority, query: query, as: session)
        }
      }
      let entry = try? desk.entries().last
      #expect(entry?.act == "anchor.receipt" && entry?.kind == "rfc3161", sourceLocation: place)
      #expect(entry?.out == .failed && entry?.sum == nil, sourceLocation: place)
      #expect(entry?.why == (fault == .unasked ? .state : .tampered), sourceLocation: place)
    }
    let head = try desk.act("auditor") { vault, session in
      try vault.timestampRequest(as: session)
    }
    let authority = try office.authority
    let answer = try office.answer(head.bytes)
    refused(.untrusted, answer, authority: try stranger.authority)
    refused(.authority, answer, authority: [])
    refused(.malformed, [0x30], authority: authority)
    let foreign = try office.answer(office.query(about: Array("something else".utf8)))
    refused(.unasked, foreign, authority: authority)
    // Another query about the same head: only where that query is shown.
    let query = try office.query(about: head.note)
    let own = try office.answer(query)
    refused(.nonce, own, authority: authority)
    refused(.nonce, answer, authority: authority, query: query)
    let kept = try desk.act("auditor") { vault, session in
      try vault.addTimestamp(own, authority: authority, query: query, as: session)
    }
    #expect(kept.size == head.size)
    // No refusal is taken for a receipt that lacks its row.
    #expect(try desk.verify().findings == [])
  }

  /// The authority of the tests goes by the machine's clock, and the desk by one that is months behind it.
  @Test func aTimeThatTheEntriesContradictIsTold() throws {
    try desk.cosign()
    #expect(try status().contradicted == [])
    let head = try desk.stamp(StampOffice())
    let told = try status().contradicted
    #expect(told.map(\.receipt) == [head.entry] && told.map(\.entry) == [head.entry])
    #expect(told.map(\.time) == [head.time] && told.allSatisfy { $0.isTimeStamp })
    // Years ahead: then it is the entry that was stamped.
    desk.clock.move(by: 50 * 365 * 86_400_000)
    let next = try desk.stamp(StampOffice())
    let all = try desk.verify().contradicted
    #expect(all.map(\.entry) == [head.entry, next.size - 1])
    #expect(try desk.verify().findings == [], "the log fits all the same")
  }

  // MARK: Rows by other hands

  @Test(arguments: [
    ("UPDATE audit_cosig SET line=replace(line,'auditor','Auditor')", "cosign.line"),
    ("UPDATE audit_cosig SET line=line||char(0)", "cosign.line"),
    ("UPDATE audit_cosig SET line=line||char(0)||'more'", "cosign.line"),
    ("UPDATE audit_anchor SET kind=kind||char(0)", "anchor.token"),
    ("INSERT INTO audit_asked VALUES('key-change'||char(0),3,x'00',x'00')", "asked.kind"),
    ("INSERT INTO audit_asked VALUES('more',3,x'00',x'00')", "asked.kind"),
    ("UPDATE audit_cosig SET size=size-1", "cosign.line"),
    ("UPDATE audit_cosig SET seq=3", "cosign.row cosign.missing"),
    ("DELETE FROM audit_cosig", "cosign.missing"),
    ("INSERT INTO audit_cosig SELECT 5,size,line FROM audit_cosig", "cosign.row"),
    ("UPDATE audit_anchor SET token=CAST(token||x'00' AS BLOB)", "anchor.token"),
    ("UPDATE audit_anchor SET note=CAST(note||x'0a' AS BLOB)", "anchor.token"),
    ("UPDATE audit_anchor SET authority=x'00'", "anchor.token"),
    ("UPDATE audit_anchor SET query=x'00'", "anchor.token"),
    ("UPDATE audit_anchor SET kind='sigsum'", "anchor.token"),
    ("UPDATE audit_anchor SET size=size-1", "anchor.token"),
    ("DELETE FROM audit_anchor", "anchor.missing"),
    ("UPDATE audit_anchor SET seq=2", "anchor.row anchor.missing"),
  ])
  func anAlteredRowIsNamed(_ sql: String, _ codes: String) throws {
    try desk.cosign()
    try desk.stamp(StampOffice())
    #expect(try desk.verify().findings == [])
    #expect(try status().findings == [])
    try desk.tamper(sql: sql)
    let verdict = try desk.verify()
    #expect(
      verdict.findings.map(\.code).sorted() == codes.split(separator: " ").sorted().map(String.init)
    )
    #expect(verdict.tail == nil)
    // Nothing is held by a row that does not hold; and the status, which reads no whole log, says so too.
    let now = try status()
    #expect(
      now.findings.map(\.code).sorted() == codes.split(separator: " ").sorted().map(String.init))
    #expect(
      codes.contains("cosign")
        ? now.cosigned.isEmpty || sql.hasPrefix("INSERT")
        : now.stamped == nil || sql.hasPrefix("INSERT"))
  }

  /// A head that was never carried out, put where those stand that were.
  @Test func aPlantedQuestionAnswersNothing() throws {
    let office = try StampOffice()
    let strange = Array("safekeep/strange\n1\nnothing\n".utf8)
    try desk.tamper(
      sql: "INSERT INTO audit_asked VALUES('timestamp-request',3,?,x'')", [Data(strange)])
    let answer = try office.answer(office.query(about: strange))
    desk.expectNoted(.timestamp(.unasked)) {
      try desk.act("auditor") { vault, session in
        _ = try vault.addTimestamp(answer, authority: office.authority, query: nil, as: session)
      }
    }
  }

  // MARK: The entries, held against the page

  @Test func everyEntryIsAsThePageSays() throws {
    try desk.cosign()
    try desk.stamp(StampOffice())
    try desk.act("auditor") { vault, session in _ = try vault.checkpoint(as: session) }
    let leaves = try desk.inspect { db in
      try Data.fetchAll(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx")
    }
    var seen: Set<String> = []
    for leaf in leaves {
      let entry = try Leaf(parsing: [UInt8](leaf)).entry
      guard entry.act.hasSuffix(".receipt") || entry.act == "audit.export" else { continue }
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(leaf.split(separator: 0x0a)[1]))
          as? [String: Any])
      let row = try #require(EntryRow.of(entry), "\(entry.act) \(entry.kind ?? "")")
      #expect(row.faults(in: Set(object.keys)) == [])
      seen.insert("\(entry.act) \(entry.kind ?? "")")
    }
    #expect(seen.count == 5)
  }

  /// A witness that knows the key of before is led over the head that both signed, and asked for the present one after.
  @Test func aWitnessIsLedToANewKeyOfTheLog() throws {
    let before = try desk.cosign()
    try desk.suspend("second")
    let led = try desk.cosignRequest()
    #expect(led.old == before.size && led.size > before.size && led.logKeys.count == 2)
    let signed = try desk.witness(led.bytes)
    #expect(try desk.add(cosignature: signed.note).size == led.size)
    let next = try desk.cosignRequest()
    #expect(next.old == led.size && next.logKeys.count == 1 && next.size > led.size)
  }
}
