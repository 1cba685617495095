import Foundation
import Testing

@testable import Sealing

/// Debian's `openssl ts` is the authority: it answers our queries, and it judges as we do.
@Suite struct TimestampTests {
  private static let data = Array("safekeep/00\n300\nroot\n".utf8)
  private static let imprint = Digest.of(data)

  @Test(arguments: TimestampBureau.Kind.allCases)
  func anAnswerIsAccepted(_ kind: TimestampBureau.Kind) throws {
    let bureau = try TimestampBureau(kind)
    let query = try TimestampQuery.make(for: Self.imprint)
    let before = Int(Date().timeIntervalSince1970 * 1_000) - 1_000
    let answer = try bureau.answer(query.bytes)
    let stamp = try Timestamp(
      verifying: answer, of: Self.imprint, answering: query, authority: bureau.authority)
    #expect(stamp.digest == Digest.of(answer))
    #expect((before...before + 60_000).contains(stamp.time))
    #expect(try Timestamp.imprint(in: answer) == Self.imprint)
    // The other way round: their program accepts the answer for the same bytes.
    try bureau.write("data", Self.data)
    let said = try bureau.openssl([
      "ts", "-verify", "-data", "data", "-in", "q.tsr", "-CAfile", "ca.pem",
    ])
    #expect(said.contains("Verification: OK"))
  }

  @Test func theirProgramReadsOurQuery() throws {
    let bureau = try TimestampBureau(.p256)
    let query = try TimestampQuery.make(for: Self.imprint)
    try bureau.write("ours.tsq", query.bytes)
    let text = try bureau.openssl(["ts", "-query", "-in", "ours.tsq", "-text"])
    #expect(text.contains("Hash Algorithm: sha256"))
    #expect(text.contains("Certificate required: yes"))
    #expect(text.contains("Nonce: 0x"))
    #expect(try TimestampQuery(bytes: query.bytes) == query)
    #expect(try TimestampQuery.make(for: Self.imprint) != query)
  }

  @Test func weReadTheirQueryAndItsAnswer() throws {
    let bureau = try TimestampBureau(.p256)
    try bureau.write("data", Self.data)
    try bureau.openssl(["ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "theirs.tsq"])
    let query = try TimestampQuery(bytes: bureau.read("theirs.tsq"))
    #expect(query.imprint == Self.imprint)
    let answer = try bureau.answer(query.bytes)
    _ = try Timestamp(
      verifying: answer, of: Self.imprint, answering: query, authority: bureau.authority)
    try bureau.openssl(["ts", "-query", "-data", "data", "-sha512", "-out", "long.tsq"])
    #expect(throws: SealingError.timestamp(.query)) {
      try TimestampQuery(bytes: bureau.read("long.tsq"))
    }
  }

  @Test func otherBytesAndOtherQueriesAreRefused() throws {
    let bureau = try TimestampBureau(.p256)
    let query = try TimestampQuery.make(for: Self.imprint)
    let answer = try bureau.answer(query.bytes)
    let authority = try bureau.authority
    let changed = Digest.of(Self.data + [0x0a])
    #expect(throws: SealingError.timestamp(.imprint)) {
      try Timestamp(verifying: answer, of: changed, authority: authority)
    }
    let other = try TimestampQuery.make(for: Self.imprint)
    #expect(throws: SealingError.timestamp(.nonce)) {
      try Timestamp(verifying: answer, of: Self.imprint, answering: other, authority: authority)
    }
    let foreign = try TimestampQuery.make(for: changed)
    #expect(throws: SealingError.timestamp(.imprint)) {
      try Timestamp(verifying: answer, of: Self.imprint, answering: foreign, authority: authority)
    }
    // An answer without the nonce that was asked for.
    try bureau.write("data", Self.data)
    try bureau.openssl([
      "ts", "-query", "-data", "data", "-sha256", "-cert", "-no_nonce", "-out", "bare.tsq",
    ])
    let bare = try bureau.answer(bureau.read("bare.tsq"))
    #expect(throws: SealingError.timestamp(.nonce)) {
      try Timestamp(verifying: bare, of: Self.imprint, answering: query, authority: authority)
    }
    let asked = try TimestampQuery(bytes: bureau.read("bare.tsq"))
    _ = try Timestamp(verifying: bare, of: Self.imprint, answering: asked, authority: authority)
  }

  @Test func anAuthorityThatIsNotTrustedIsRefused() throws {
    let bureau = try TimestampBureau(.p256)
    let stranger = try TimestampBureau(.p256)
    let query = try TimestampQuery.make(for: Self.imprint)
    let answer = try bureau.answer(query.bytes)
    #expect(throws: SealingError.timestamp(.untrusted)) {
      try Timestamp(verifying: answer, of: Self.imprint, authority: stranger.authority)
    }
    // The right certificate among others.
    _ = try Timestamp(
      verifying: answer, of: Self.imprint, authority: stranger.authority + bureau.authority)
    for wrong in [[], Array("nothing\n".utf8), try bureau.read("tsa.key")] {
      #expect(throws: SealingError.timestamp(.authority)) {
        try Timestamp(verifying: answer, of: Self.imprint, authority: wrong)
      }
    }
    // A block that is cut off is not passed over.
    let cut = try bureau.authority + Array("-----BEGIN CERTIFICATE-----\nAAAA\n".utf8)
    #expect(throws: SealingError.timestamp(.authority)) {
      try Timestamp(verifying: answer, of: Self.imprint, authority: cut)
    }
    let long = [UInt8](repeating: 0x0a, count: Timestamp.maximumAuthorityLength + 1)
    #expect(throws: SealingError.timestamp(.length)) {
      try Timestamp(verifying: answer, of: Self.imprint, authority: long)
    }
  }

  /// `openssl ts -reply` itself refuses to sign with such a certificate, so the response is made with a good
  /// one and the authority's own certificate is what is not for time-stamping: the key is the same.
  @Test func aCertificateThatHadRunOutThenIsRefused() throws {
    let bureau = try TimestampBureau(.p256)
    try bureau.certify(extensions: "tsa", as: "old.pem", days: ["-days", "-1"])
    let query = try TimestampQuery.make(for: Self.imprint)
    let answer = try bureau.answer(query.bytes, signer: "old.pem")
    #expect(throws: SealingError.timestamp(.untrusted)) {
      try Timestamp(verifying: answer, of: Self.imprint, authority: bureau.authority)
    }
  }

  /// The certificates beside the signer's are in no order: OpenSSL writes and takes them so, stricter
  /// readers do not (which is why the manual says to keep them in a file of their own).
  @Test func furtherCertificatesInTheTokenAreTaken() throws {
    let bureau = try TimestampBureau(.p256)
    let query = try TimestampQuery.make(for: Self.imprint)
    let plain = try bureau.answer(query.bytes)
    let answer = try bureau.answer(query.bytes, chain: "ca.pem")
    #expect(answer.count > plain.count)
    let stamp = try Timestamp(
      verifying: answer, of: Self.imprint, answering: query, authority: bureau.authority)
    #expect(stamp.digest == Digest.of(answer))
    // What is in the token is not trusted for being in it.
    let stranger = try TimestampBureau(.p256)
    #expect(throws: SealingError.timestamp(.untrusted)) {
      try Timestamp(verifying: answer, of: Self.imprint, authority: stranger.authority)
    }
  }

  /// Whatever one bit of an answer says otherwise, at any byte, it is refused: what its signature does not cover may
  /// be said in one way only. A second answer that is as good as the first would have a second hash.
  @Test(arguments: TimestampBureau.Kind.allCases, [nil, "ca.pem"])
  func anAlteredAnswerIsRefused(_ kind: TimestampBureau.Kind, _ chain: String?) throws {
    let bureau = try TimestampBureau(kind)
    let query = try TimestampQuery.make(for: Self.imprint)
    let answer = try bureau.answer(query.bytes, chain: chain)
    let authority = try bureau.authority
    _ = try Timestamp(verifying: answer, of: Self.imprint, authority: authority)
    var refused = Set<TimestampFault>()
    for place in answer.indices {
      let bit = place * 8 + place * 5 % 8
      let altered = answer.flipping(bit: bit)
      // As it is taken, remarks left away, and as it lies in an export.
      for bytes in Set([Timestamp.plain(altered), altered]) {
        do throws(SealingError) {
          _ = try Timestamp(
            verifying: bytes, of: Self.imprint, answering: query, authority: authority)
          Issue.record("byte \(bit / 8), bit \(bit % 8)")
        } catch {
          guard case .timestamp(let fault) = error else {
            Issue.record("\(error)")
            continue
          }
          refused.insert(fault)
        }
      }
    }
    #expect(
      refused.isSuperset(of: [.malformed, .notGranted, .imprint, .nonce, .signature, .untrusted]))
  }

  /// Remarks in words beside an answer are nobody's word: they are left away before it is kept, and refused later.
  @Test func remarksBesideAnAnswerAreLeftAway() throws {
    let bureau = try TimestampBureau(.p256)
    let query = try TimestampQuery.make(for: Self.imprint)
    let (answer, authority) = (try bureau.answer(query.bytes), try bureau.authority)
    let token = try #require(DERItem.items(in: answer[...])?.first?.items(as: 0x30)?.last)
    func stating(_ status: [UInt8]) -> [UInt8] {
      DERItem.sequence(of: DERItem.sequence(of: status) + token.whole)
    }
    #expect(stating([2, 1, 0]) == answer && Timestamp.plain(answer) == answer)
    let remark: [UInt8] = [0x30, 4, 0x0c, 2, 0x4f, 0x6b]
    let remarked = stating([2, 1, 0] + remark)
    #expect(throws: SealingError.timestamp(.malformed)) {
      try Timestamp(verifying: remarked, of: Self.imprint, authority: authority)
    }
    #expect(throws: SealingError.timestamp(.malformed)) { try Timestamp.imprint(in: remarked) }
    #expect(Timestamp.plain(remarked) == answer)
    // Granted with changes that nobody signed, or with a reason why it failed.
    for status in [[2, 1, 1], [2, 1, 1] + remark, [2, 1, 0, 3, 2, 5, 0x20]] as [[UInt8]] {
      #expect(Timestamp.plain(stating(status)) == stating(status))
      #expect(throws: SealingError.self) {
        try Timestamp(verifying: stating(status), of: Self.imprint, authority: authority)
      }
    }
    #expect(Timestamp.plain([]) == [] && Timestamp.plain([0x30, 0]) == [0x30, 0])
  }

  @Test func whatIsNoResponseIsRefused() throws {
    let bureau = try TimestampBureau(.p256)
    let authority = try bureau.authority
    let query = try TimestampQuery.make(for: Self.imprint)
    let answer = try bureau.answer(query.bytes)
    for bytes in [[], [0x30], [0x30, 0x00], answer + [0], Array(answer.dropLast()), query.bytes] {
      #expect(throws: SealingError.timestamp(.malformed)) {
        try Timestamp(verifying: bytes, of: Self.imprint, authority: authority)
      }
      #expect(throws: SealingError.timestamp(.malformed)) { try Timestamp.imprint(in: bytes) }
    }
    // status rejection (2), no token.
    #expect(throws: SealingError.timestamp(.notGranted)) {
      try Timestamp(
        verifying: [0x30, 5, 0x30, 3, 2, 1, 2], of: Self.imprint, authority: authority)
    }
    // status granted (0), no token.
    #expect(throws: SealingError.timestamp(.malformed)) {
      try Timestamp(
        verifying: [0x30, 5, 0x30, 3, 2, 1, 0], of: Self.imprint, authority: authority)
    }
    let long = [UInt8](repeating: 0, count: Timestamp.maximumLength + 1)
    #expect(throws: SealingError.timestamp(.length)) {
      try Timestamp(verifying: long, of: Self.imprint, authority: authority)
    }
    for bytes in [[], answer, query.bytes + [0], Array(query.bytes.dropLast())] {
      #expect(throws: SealingError.timestamp(.query)) { try TimestampQuery(bytes: bytes) }
    }
    #expect(throws: SealingError.timestamp(.length)) { try TimestampQuery(bytes: long) }
  }

  @Test func anAnswerThatGivesNothingIsNotGranted() throws {
    let bureau = try TimestampBureau(.p256)
    try bureau.write("data", Self.data)
    // A hash that this authority does not stamp.
    try bureau.openssl(["ts", "-query", "-data", "data", "-sha384", "-out", "q.tsq"])
    let answer = try bureau.answer(bureau.read("q.tsq"))
    #expect(throws: SealingError.timestamp(.notGranted)) {
      try Timestamp(verifying: answer, of: Self.imprint, authority: bureau.authority)
    }
  }

  @Test(arguments: [
    ("19700101000000Z", 0), ("20260928141500Z", 1_790_604_900_000),
    ("20240229235959.5Z", 1_709_251_199_500), ("20000301000000.0429Z", 951_868_800_042),
    ("21000228120000.999Z", 4_107_499_200_999),
  ])
  func timesAreRead(_ text: String, _ expected: Int) {
    #expect(TimestampClock.milliseconds(of: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    "", "Z", "20260928141500", "20260928141500+0000", "20260928141500.Z", "20260928141500,5Z",
    "20260229000000Z", "21000229000000Z", "20261301000000Z", "20260001000000Z", "20260100000000Z",
    "20260928241500Z", "20260928146000Z", "20260928141560Z", "19691231235959Z", "2026092814150Z",
    "20260928141500.5a Z", "20260928141500 Z", "2026092814150aZ",
  ])
  func whatIsNoTimeIsRefused(_ text: String) {
    #expect(TimestampClock.milliseconds(of: Array(text.utf8)) == nil)
  }

  /// A signature over another hash than SHA-2 is not looked at, however good it is.
  @Test func aSignatureOverAnotherHash() throws {
    let bureau = try TimestampBureau(.rsa)
    let query = try TimestampQuery.make(for: Self.imprint)
    try bureau.write("q.tsq", query.bytes)
    try bureau.openssl([
      "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa_config", "-queryfile", "q.tsq",
      "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "q.tsr", "-sha1",
    ])
    #expect(throws: SealingError.timestamp(.malformed)) {
      try Timestamp(
        verifying: bureau.read("q.tsr"), of: Self.imprint, answering: query,
        authority: bureau.authority)
    }
  }
}
