import CSodium

/// A share of the recovery seed in an anonymous box (`crypto_box_seal`) to the key of the one trustee who
/// keeps it: 117 bytes.
///
/// Behind a hash of where it belongs, as a sealed batch key is, stands what the words of the share say: the
/// forty bits of its header, most significant first, and its 32 bytes.
public enum SealedShare {
  private static let headerLength = 5
  private static let contentLength = 32 + headerLength + KeyArena.keyLength

  /// Bytes of a sealed share.
  public static let count = contentLength + 48

  /// - Throws: ``SealingError/length`` for a share of anything but 32 bytes; ``SealingError/memory``.
  public static func seal(
    _ share: Slip39Share, vault: Identifier, epoch: UInt32, member: Identifier,
    to box: BoxPublicKey
  ) throws(SealingError) -> [UInt8] {
    guard share.value.count == KeyArena.keyLength else { throw .length }
    let place = place(vault: vault, epoch: epoch, member: member)
    let content = try SecretBytes(capacity: contentLength) { output in
      for byte in place.bytes { output.append(byte) }
      for shift in stride(from: 32, through: 0, by: -8) {
        output.append(UInt8(truncatingIfNeeded: share.header.bits >> UInt64(shift)))
      }
      output.append(share.value)
    }
    var sealed = [UInt8](repeating: 0, count: count)
    let status = unsafe crypto_box_seal(
      &sealed, content.pointer, UInt64(contentLength), box.bytes)
    guard status == 0 else { throw .publicKey }
    return sealed
  }

  /// - Throws: ``SealingError/doesNotOpen``, also where it was sealed for another place.
  public static func open(
    _ sealed: Span<UInt8>, vault: Identifier, epoch: UInt32, member: Identifier,
    with box: borrowing BoxKey
  ) throws(SealingError) -> Slip39Share {
    guard sealed.count == count else { throw .doesNotOpen }
    let content = try unsafe SecretBytes(writing: contentLength) { target throws(SealingError) in
      guard unsafe box.open(sealed, to: target) else { throw .doesNotOpen }
    }
    let place = place(vault: vault, epoch: epoch, member: member).bytes
    return try content.withSpan { content throws(SealingError) in
      guard SecretText.begins(content, with: place.span) else { throw .doesNotOpen }
      let bits = (32..<32 + headerLength).reduce(UInt64(0)) { $0 << 8 | UInt64(content[$1]) }
      let value = content.extracting((32 + headerLength)..<contentLength)
      return Slip39Share(Slip39Header(bits: bits), try SecretBytes(copying: value))
    }
  }

  private static func place(vault: Identifier, epoch: UInt32, member: Identifier) -> Digest {
    var bytes = Array("safekeep/share/1".utf8)
    vault.append(to: &bytes)
    bytes.append(littleEndian: epoch)
    member.append(to: &bytes)
    return Digest.of(bytes)
  }
}
