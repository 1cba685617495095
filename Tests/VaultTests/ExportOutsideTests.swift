import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What witnesses and authorities gave, in an export; and what of it stays behind.
@Suite struct ExportOutsideTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private var folder: String { desk.folder + "/export" }

  private func export(from: Int = 0) throws -> ExportedLog {
    try desk.act("auditor") { vault, session in
      try vault.exportLog(to: folder, from: from, withHandles: false, as: session) { _ in }
    }
  }

  private func names(_ part: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)").sorted()) ?? []
  }

  private func verdict(_ trust: ExportTrust = ExportTrust()) throws -> ExportVerdict {
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
    let root = folder
    return try ExportVerifier.verify(
      paths: all.filter { ExportPath($0) != nil }, trust: trust
    ) { path in FileManager.default.contents(atPath: "\(root)/\(path)").map { [UInt8]($0) } }
  }

  /// A cosignature over a head by a key of one's own, at some second; the vkey.
  @discardableResult
  private func cosign(
    _ note: [UInt8], as name: String, _ key: borrowing SigningKey, at seconds: Int
  ) throws -> NoteKey {
    var note = try SignedNote(parsing: note)
    try note.cosign(as: name, at: seconds, with: key)
    let witness = try NoteKey(name: name, algorithm: .cosignature, key: key.publicKey)
    try desk.add(cosignature: note.bytes, witness.text)
    return witness
  }

  @Test func everyWitnessHasAFileASize() throws {
    let one = try SigningKey.makeRandom()
    let two = try SigningKey.makeRandom()
    let (first, second) = (try desk.cosignRequest(), try desk.cosignRequest())
    let key = try cosign(first.note, as: "a.example/w", one, at: 1_000)
    // The same head once more, as a witness may; and one name of two keys.
    try cosign(first.note, as: "a.example/w", one, at: 2_000)
    let other = try cosign(first.note, as: "a.example/w", two, at: 3_000)
    try cosign(second.note, as: "a.example/w", one, at: 4_000)
    let stamped = try desk.stamp(StampOffice())
    let exported = try export()
    #expect(exported.cosigned == 3 && exported.stamped == 1 && exported.leftOut == 0)
    let paths = [
      ExportPath.cosignature(size: first.size, witness: key.id),
      .cosignature(size: first.size, witness: other.id),
      .cosignature(size: second.size, witness: key.id),
    ]
    #expect(names("cosigs").map { "cosigs/\($0)" } == paths.map(\.text).sorted())
    let twice = try #require(FileManager.default.contents(atPath: "\(folder)/\(paths[0].text)"))
    let note = try SignedNote(parsing: [UInt8](twice))
    #expect(note.signatures.count == 3 && note.verdict(of: key) == .valid)
    // The log's line is the very one that was carried out.
    #expect(try note.signatures[0] == SignedNote(parsing: first.note).signatures[0])
    let found = try verdict()
    #expect(Set(found.strangeCosigned) == [first.size, second.size])
    #expect(found.stamped.map(\.size) == [stamped.size])
    #expect(found.stamped.map(\.receipt) == [stamped.entry])
    // Made again nothing is written that is there.
    #expect(try export().cosigned == 3)
    _ = try verdict()
  }

  @Test func fromAnEntryOnOlderOnesStayBehind() throws {
    let one = try SigningKey.makeRandom()
    let two = try SigningKey.makeRandom()
    let office = try StampOffice()
    let heads = try (0..<4).map { _ in try desk.cosignRequest() }
    let old = try cosign(heads[0].note, as: "a.example/w", one, at: 1_000)
    try cosign(heads[1].note, as: "a.example/w", one, at: 2_000)
    let key = try cosign(heads[0].note, as: "b.example/w", two, at: 3_000)
    try cosign(heads[2].note, as: "b.example/w", two, at: 4_000)
    try cosign(heads[3].note, as: "b.example/w", two, at: 5_000)
    let stamps = try (0..<2).map { _ in try desk.stamp(office) }
    let exported = try export(from: heads[1].size)
    #expect(exported.cosigned == 3 && exported.leftOut == 0)
    let expected = [(1, old), (2, key), (3, key)].map {
      ExportPath.cosignature(size: heads[$0].size, witness: $1.id).text
    }
    #expect(names("cosigs").map { "cosigs/\($0)" } == expected.sorted())
    #expect(names("tsr").count == 4)
    // Of the authorities the newest at least.
    #expect(try export(from: stamps[1].size + 1).stamped == 1)
    #expect(names("tsr") == ["\(stamps[1].size)-0.note", "\(stamps[1].size)-0.tsr"])
    #expect(try verdict().stamped.map(\.size) == [stamps[1].size])
  }

  @Test(arguments: [
    "UPDATE audit_cosig SET line=replace(line,'auditor','Auditor')",
    "UPDATE audit_cosig SET size=size-1", "UPDATE audit_cosig SET seq=3",
    "UPDATE audit_cosig SET seq=-3", "UPDATE audit_anchor SET seq=-3",
    "INSERT INTO audit_cosig SELECT 5,size,line FROM audit_cosig",
    "UPDATE audit_anchor SET token=CAST(token||x'00' AS BLOB)",
    "UPDATE audit_anchor SET note=CAST(note||x'0a' AS BLOB)",
    "UPDATE audit_anchor SET size=size-1", "UPDATE audit_anchor SET seq=2",
  ])
  func anAlteredRowStaysBehindAndIsCounted(_ sql: String) throws {
    try desk.cosign()
    try desk.stamp(StampOffice())
    try desk.tamper(sql: sql)
    let exported = try export()
    let isAnchor = sql.contains("audit_anchor")
    #expect(exported.leftOut == 1)
    #expect(exported.cosigned == (isAnchor || sql.hasPrefix("INSERT") ? 1 : 0))
    #expect(exported.stamped == (isAnchor ? 0 : 1))
    let found = try verdict()
    #expect(found.strangeCosigned.count == exported.cosigned)
    #expect(found.stamped.count == exported.stamped)
  }

  /// Its line would be taken for one of a member's, and the whole export refused.
  @Test func aWitnessUnderANameOfTheLogsStaysBehind() throws {
    let key = try SigningKey.makeRandom()
    let origin = try desk.vault("auditor").origin
    try cosign(desk.cosignRequest().note, as: "\(origin)/a/0011223344556677", key, at: 1_000)
    let exported = try export()
    #expect(exported.cosigned == 0 && exported.leftOut == 1)
    #expect(try verdict().strangeCosigned == [])
  }

  /// The page is made of what the exported entries tell, after the entry that states the export.
  @Test func theReportIsOfThisVeryExport() throws {
    let exported = try desk.act("auditor") { vault, session in
      try vault.exportLog(
        to: folder, from: 0, withHandles: false,
        report: { report, _ in Array("\(report.size) \(report.entry)\n".utf8) }, as: session
      ) { _ in }
    }
    let page = FileManager.default.contents(atPath: "\(folder)/REPORT.txt")
    #expect(page == Data("\(exported.size) \(exported.entry)\n".utf8))
    _ = try verdict()
  }

  /// A head that a witness signed under a key of before is shown as it was: custody keeps that key for it.
  @Test func aHeadUnderAnEarlierKeyGoesWithIt() throws {
    try desk.suspend("second")
    let head = try desk.cosign()
    try desk.suspend("police")
    try desk.act("admin") { vault, session in _ = try vault.rotateCustody(as: session) }
    let exported = try export()
    #expect(exported.cosigned == 1 && exported.leftOut == 0)
    #expect(try verdict().strangeCosigned == [head.size])
  }
}
