import AuditLog
import Sealing
import Testing

/// Time-stamps in an export: each entry lies between two outside times.
@Suite struct ExportStampTests {
  private static let token: [UInt8] = [0x30, 1, 2, 3]

  /// A log whose head of a size was stamped, and whose next entries say so.
  private func export(stating token: [UInt8] = token) throws -> (SampleExport, stamped: Int) {
    var vault = try SampleVault()
    try vault.work(40)
    let size = vault.log.size
    let head = try SignedNote(parsing: vault.log.head(by: vault.lead)).bare()
    try vault.work(3)
    try vault.log.append(Act.anchorReceipt, by: vault.lead) {
      ($0.kind, $0.sum, $0.ref) = ("rfc3161", Digest.of(token), size - 1)
    }
    try vault.work(2)
    try vault.log.append(Act.auditExport, by: vault.lead)
    let export = try SampleExport(vault) { writer, _ in
      writer.addTimestamp(head, number: 0, token: Self.token)
    }
    return (export, size)
  }

  private func check(_ verdict: ExportVerdict, _ size: Int, _ time: Int?, _ receipt: Int?) {
    #expect(verdict.stamped.map(\.size) == [size])
    #expect(verdict.stamped.map(\.time) == [time])
    #expect(verdict.stamped.map(\.receipt) == [receipt])
  }

  @Test func theAuthoritysTimeAndTheReceiptAreTold() throws {
    let (export, size) = try export()
    let note = export.folder.files["tsr/\(size)-0.note"]
    let verdict = try ExportVerifierTests.verdict(export.folder.files) { trust in
      trust.timestamps = { token, stamped throws(AuditLogError) in
        guard token == Self.token, stamped == note else { throw .timestamp(.imprint) }
        return 5_000
      }
    }
    check(verdict, size, 5_000, size + 3)
  }

  @Test func withoutAnAuthorityNoTimeIsTold() throws {
    let (export, size) = try export()
    let verdict = try ExportVerifierTests.verdict(export.folder.files)
    check(verdict, size, nil, size + 3)
    #expect(!verdict.isProven)
  }

  @Test func aReceiptOfSomethingElseIsNone() throws {
    let (export, size) = try export(stating: [9])
    let verdict = try ExportVerifierTests.verdict(export.folder.files)
    check(verdict, size, nil, nil)
  }

  /// Whoever stamped it, their own certificates were not brought: their time is not told.
  @Test func anotherAuthoritysTimeIsNotTold() throws {
    let (export, size) = try export()
    let verdict = try ExportVerifierTests.verdict(export.folder.files) { trust in
      trust.timestamps = { _, _ throws(AuditLogError) in throw .timestamp(.untrusted) }
    }
    check(verdict, size, nil, size + 3)
  }

  /// What is no answer at all, under whatever certificates.
  @Test func aTokenThatDoesNotHoldIsRefused() throws {
    let (export, size) = try export()
    let finding = ExportVerifierTests.finding(export.folder.files) { trust in
      trust.timestamps = { _, _ throws(AuditLogError) in throw .timestamp(.signature) }
    }
    #expect(finding == ExportFinding(path: "tsr/\(size)-0.tsr", .timestamp(.signature)))
  }

  /// A file of the auditor's that holds no certificate says nothing of the export.
  @Test func certificatesThatAreNoneAreRefusedBeforeAnything() {
    var trust = ExportTrust()
    #expect(throws: AuditLogError.timestamp(.authority)) {
      try trust.trust(authority: Array("no certificate".utf8))
    }
    #expect(trust.timestamps == nil)
  }
}
