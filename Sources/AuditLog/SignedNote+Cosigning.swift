public import Sealing

/// A witness's line: a time in eight bytes and an Ed25519 signature over two lines and the text
/// (c2sp.org/tlog-cosignature, type 0x04).
extension SignedNote {
  /// Adds the line of a witness under the text.
  ///
  /// Whoever calls this has checked that the head continues the one signed before, and has that it does on
  /// disk: a cosignature says so to everybody who trusts the witness.
  ///
  /// - Parameter seconds: since 1970, as the witness's clock has it.
  /// - Throws: ``NoteFault/keyName``, ``NoteFault/signatureCount``.
  public mutating func cosign(
    as name: String, at seconds: Int, with key: borrowing SigningKey
  ) throws(AuditLogError) {
    let witness = try NoteKey(name: name, algorithm: .cosignature, key: key.publicKey)
    let time = UInt64(max(0, seconds))
    let stamp = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: time >> $0) }
    let signature = key.sign(Self.cosigned(text, at: time))
    try add(NoteSignature(name: name, keyID: witness.id, blob: stamp + signature))
  }

  /// What a cosignature is over. The first line keeps it from ever being taken for a signature on a note.
  static func cosigned(_ text: [UInt8], at time: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + text
  }

  /// The text with the lines of its own log alone: what is carried to a witness or an authority. Which
  /// member acted is nobody's business there.
  ///
  /// - Throws: what is wrong with the checkpoint; ``HeadFault/logSignature`` where no such line is there.
  public func bare() throws(AuditLogError) -> SignedNote {
    let head = try Checkpoint(parsing: text)
    var bare = try SignedNote(text: text)
    for line in signatures where line.name.utf8.elementsEqual(head.origin.utf8) {
      try bare.add(line)
    }
    guard !bare.signatures.isEmpty else { throw .head(.logSignature) }
    return bare
  }
}

extension NoteSignature {
  /// The signature lines in some bytes and nothing else: what a witness's server answers
  /// (c2sp.org/tlog-witness).
  ///
  /// - Throws: ``NoteFault/signatureLine``, ``NoteFault/signatureCount``.
  public static func lines(in bytes: [UInt8]) throws(AuditLogError) -> [NoteSignature] {
    guard bytes.last == 0x0a else { throw .note(.signatureLine) }
    let lines = bytes.dropLast().split(separator: 0x0a, omittingEmptySubsequences: false)
    guard lines.count <= SignedNote.maximumSignatures else { throw .note(.signatureCount) }
    var found: [NoteSignature] = []
    for line in lines { found.append(try NoteSignature(parsing: line)) }
    return found
  }
}
