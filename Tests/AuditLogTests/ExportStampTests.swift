import AuditLog
import Sealing
import Testing

/// Time-stamps in an export: each entry lies between two outside times.
@Suite struct ExportStampTests {
  /// A log whose head of a size was stamped, and whose next entries say so.
  ///
  /// - Parameters:
  ///   - other: what the entry states in the place of the answer.
  ///   - make: the answer, of the head that was stamped.
  private func export(
    stating other: [UInt8]? = nil, _ make: ([UInt8]) -> [UInt8] = { SampleStamp.response(of: $0) }
  ) throws -> (SampleExport, stamped: Int) {
    var vault = try SampleVault()
    try vault.work(40)
    let size = vault.log.size
    let head = try SignedNote(parsing: vault.log.head(by: vault.lead)).bare()
    let token = make(head.bytes)
    try vault.work(3)
    try vault.log.append(Act.anchorReceipt, by: vault.lead) {
      ($0.kind, $0.sum, $0.ref) = ("rfc3161", Digest.of(other ?? token), size - 1)
    }
    try vault.work(2)
    try vault.log.append(Act.auditExport, by: vault.lead)
    let export = try SampleExport(vault) { writer, _ in
      writer.addTimestamp(head, number: 0, token: token)
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
        guard token == SampleStamp.response(of: stamped), stamped == note
        else { throw .timestamp(.imprint) }
        return 5_000
      }
    }
    check(verdict, size, 5_000, size + 3)
  }

  /// The stamped head is older than its time and the receipt younger, by more than clocks may differ.
  @Test func aTimeThatTheEntriesContradictIsTold() throws {
    let (export, size) = try export()
    let times = try export.vault.log.leaves.map { try Leaf(parsing: $0).entry.t }
    func contradicted(at time: Int) throws -> ClockContradiction.Claim? {
      try ExportVerifierTests.verdict(export.folder.files) { trust in
        trust.timestamps = { _, _ throws(AuditLogError) in time }
      }.stamped[0].contradiction?.claim
    }
    let (last, receipt) = (times[size - 1], times[size + 3])
    #expect(try contradicted(at: (last + receipt) / 2) == nil)
    #expect(try contradicted(at: last - 3_000) == .init(entry: size - 1, time: last))
    #expect(try contradicted(at: receipt + 3_000) == .init(entry: size + 3, time: receipt))
    // The script trusts no authority, and tells it all the same.
    guard Told.python != nil else { return }
    let disk = try ExportOnDisk(export.folder.files)
    let told = try Told.script([disk.path])
    #expect(told.status == 1, "\(told.errors)")
    #expect(
      told.output.contains("contradict each other: tsr/\(size)-0.tsr says 2026-11-22T14:05:00"))
    #expect(told.output.contains(", entry \(size + 3) 2026-"))
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

  /// What has not the form of an answer, or is one about something else, is refused by everybody: nobody has to be
  /// trusted for that.
  @Test func whatIsNoAnswerIsRefusedWithoutAnAuthority() throws {
    let answers: [(TimestampFault, ([UInt8]) -> [UInt8])] = [
      (.malformed, { _ in [0x30, 1, 2, 3] }), (.malformed, { _ in [] }),
      (.malformed, { SampleStamp.response(of: $0) + [0] }),
      (.malformed, { SampleStamp.response(of: $0).dropLast() }),
      (.malformed, { SampleStamp.response(of: $0, time: "20261322140500Z") }),
      (.imprint, { SampleStamp.response(of: $0 + [0x0a]) }),
    ]
    for (fault, answer) in answers {
      let (export, size) = try export(answer)
      let finding = ExportVerifierTests.finding(export.folder.files) { _ in }
      #expect(finding == ExportFinding(path: "tsr/\(size)-0.tsr", .timestamp(fault)), "\(fault)")
    }
  }

  /// The script of the documentation goes as far as the outermost form and the hash.
  @Test(.enabled(if: Told.python != nil)) func theScriptRefusesItToo() throws {
    let answers: [([UInt8]) -> [UInt8]] = [
      { SampleStamp.response(of: $0) }, { _ in [0x30, 2, 5, 0] },
      { SampleStamp.response(of: $0) + [0] }, { SampleStamp.response(of: $0 + [0x0a]) },
    ]
    for (place, answer) in answers.enumerated() {
      let export = try export(answer).0
      let disk = try ExportOnDisk(export.folder.files)
      let told = try Told.script([disk.path, "--origin", export.vault.log.origin])
      #expect(told.status == (place == 0 ? 0 : 20), "\(place) \(told.errors)")
    }
  }

  /// How old the first entry is that nothing outside has seen: a kept head holds as much as a time-stamp that is
  /// trusted, and one that is not holds nothing.
  @Test func theTailIsTold() throws {
    let (export, size) = try export()
    let last = export.vault.log.size
    func time(_ seq: Int) throws -> Int { try Leaf(parsing: export.vault.log.leaves[seq]).entry.t }
    let alone = try ExportVerifierTests.verdict(export.folder.files)
    #expect(try alone.reach == 0 && alone.tailSince == time(0))
    let stamped = try ExportVerifierTests.verdict(export.folder.files) { trust in
      trust.timestamps = { _, _ throws(AuditLogError) in 5_000 }
    }
    #expect(try stamped.reach == size && stamped.tailSince == time(size))
    let book = PinBook(heads: [try PinnedHead(export.head(last))])
    let kept = try ExportVerifierTests.verdict(export.folder.files) { $0.pins = book }
    #expect(kept.reach == last && kept.tailSince == nil)
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
