/// What of an answer of an authority no signature covers (RFC 3161, section 2.4.2; RFC 5652, sections 5.1 and 5.3), held to
/// the one thing that it may say. OpenSSL reads past most of it: whoever changed a byte there would have a second answer
/// that is as good as the first and has another hash.
struct TimestampForm {
  /// The two of an answer that was granted, without any remark.
  private static let granted: [UInt8] = [0x30, 3, 2, 1, 0]

  /// The certificates beside, as far as they name a signer.
  private let certificates: [Certificate]

  /// How a certificate is named by who signed, and what sort of key it is of (RFC 5280, section 4.1).
  private struct Certificate {
    let issuer: ArraySlice<UInt8>
    let serial: ArraySlice<UInt8>
    let key: [UInt8]

    init?(_ item: DERItem) {
      guard let signed = item.items(as: DERItem.sequence)?.first,
        let fields = signed.items(as: DERItem.sequence), fields.count >= 7, fields[0].tag == 0xa0,
        let algorithm = fields[6].items(as: DERItem.sequence)?.first,
        let key = algorithm.items(as: DERItem.sequence)?.first
      else { return nil }
      (serial, issuer, self.key) = (fields[1].whole, fields[3].whole, Array(key.content))
    }
  }

  /// Checks an answer whose signature is good, or is to be looked at by somebody else.
  ///
  /// - Throws: ``SealingError/timestamp(_:)`` with `malformed`.
  static func check(_ response: [UInt8]) throws(SealingError) {
    guard let root = DERItem.items(in: response[...]), root.count == 1,
      let answer = root[0].items(as: DERItem.sequence), answer.count == 2,
      answer[0].whole.elementsEqual(granted), holds(token: answer[1])
    else { throw .timestamp(.malformed) }
  }

  /// The answer without what the authority remarks beside it (`statusString`), which nothing signs. What is no such
  /// answer is given back as it is.
  static func plain(_ response: [UInt8]) -> [UInt8] {
    guard let root = DERItem.items(in: response[...]), root.count == 1,
      let answer = root[0].items(as: DERItem.sequence), answer.count == 2,
      let status = answer[0].items(as: DERItem.sequence), status.count == 2,
      status[0].whole.elementsEqual(granted.dropFirst(2)), status[1].tag == DERItem.sequence
    else { return response }
    return DERItem.sequence(of: granted + answer[1].whole)
  }

  private static func holds(token: DERItem) -> Bool {
    guard let content = token.items(as: DERItem.sequence), content.count == 2,
      let signed = content[1].items(as: 0xa0), signed.count == 1,
      let parts = signed[0].items(as: DERItem.sequence), parts.count >= 4,
      // Version 3, of one who signs by name (RFC 5652, 5.1).
      parts[0].whole.elementsEqual([2, 1, 3]),
      let digests = parts[1].items(as: DERItem.set),
      let signers = parts.last?.items(as: DERItem.set)
    else { return false }
    // Certificates alone: lists of what was revoked are nobody's part of a time-stamp.
    let beside = parts[3..<parts.count - 1]
    guard beside.count <= 1, beside.allSatisfy({ $0.tag == 0xa0 }),
      let certificates = DERItem.items(in: beside.first?.content ?? [])
    else { return false }
    let form = TimestampForm(certificates: certificates.compactMap(Certificate.init))
    guard signers.count <= 1, digests.count == signers.count else { return false }
    return zip(signers, digests).allSatisfy { form.holds(signer: $0, digest: $1) }
  }

  /// Version 1, the certificate that signed as it names itself, one hash, a signature that fits both, and nothing that is
  /// not signed behind it.
  private func holds(signer: DERItem, digest: DERItem) -> Bool {
    guard let parts = signer.items(as: DERItem.sequence), parts.count == 6,
      parts[0].whole.elementsEqual([2, 1, 1]), parts[3].tag == 0xa0, parts[5].tag == DERItem.octets,
      let name = parts[1].items(as: DERItem.sequence), name.count == 2,
      let hash = Self.algorithm(parts[2]), Self.algorithm(digest) == hash,
      let signature = Self.algorithm(parts[4]),
      let own = certificates.first(where: {
        $0.issuer == name[0].whole && $0.serial == name[1].whole
      })
    else { return false }
    return Self.signatures(by: own.key, over: hash).contains(signature)
  }

  /// The object identifier of an algorithm whose parameters say nothing (RFC 5754, section 2: absent or NULL).
  private static func algorithm(_ item: DERItem) -> [UInt8]? {
    guard let parts = item.items(as: DERItem.sequence), let first = parts.first,
      first.tag == DERItem.object,
      parts.count == 1 || parts[1...].map({ Array($0.whole) }) == [[5, 0]]
    else { return nil }
    return Array(first.content)
  }

  /// What a signature by such a key over such a hash may be called (RFC 5754, sections 3.2 and 3.3): by the key alone, or
  /// by both.
  private static func signatures(by key: [UInt8], over hash: [UInt8]) -> [[UInt8]] {
    let sha2: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02]
    guard hash.dropLast().elementsEqual(sha2), let size = hash.last, (1...3).contains(size) else {
      return []
    }
    let rsa: [UInt8] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01]
    let curve: [UInt8] = [0x2a, 0x86, 0x48, 0xce, 0x3d]
    return switch key {
    case rsa + [1]: [key, rsa + [0x0a + size]]
    case curve + [2, 1]: [key, curve + [4, 3, size + 1]]
    default: []
    }
  }
}
