/// Everything a wrapped key is bound to: which key of which case, for whom, by which act.
///
/// It is the associated data of the wrap, so a wrap moved to another case, class, version, person or
/// act does not open; and it is what a grant list states, so a wrap that was never granted shows.
public struct GrantContext: Hashable, Sendable {
  /// The vault.
  public var vault: Identifier
  /// The case; zero for keys of the whole vault.
  public var caseID: Identifier
  /// The class the key is for, or the number of a key of the whole vault.
  public var keyClass: UInt16
  /// The version of that key; for a role's key, the epoch.
  public var keyVersion: UInt32
  /// Who may open it.
  public var principal: Principal
  /// The act of wrapping: random, one a principal and act.
  public var batch: Identifier

  /// A context, item by item.
  public init(
    vault: Identifier, caseID: Identifier, keyClass: UInt16, keyVersion: UInt32,
    principal: Principal, batch: Identifier
  ) {
    self.vault = vault
    self.caseID = caseID
    self.keyClass = keyClass
    self.keyVersion = keyVersion
    self.principal = principal
    self.batch = batch
  }

  private static let label = Array("safekeep/grant/1".utf8)
  /// Bytes of ``bytes``.
  static let count = 91

  /// "safekeep/grant/1" ‖ vault 16 ‖ case 16 ‖ u16 class ‖ u32 key version ‖ principal 21 ‖ batch 16.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(Self.count)
    append(to: &result)
    return result
  }

  /// Appends ``bytes``.
  func append(to bytes: inout [UInt8]) {
    bytes += Self.label
    vault.append(to: &bytes)
    caseID.append(to: &bytes)
    bytes.append(littleEndian: keyClass)
    bytes.append(littleEndian: keyVersion)
    principal.append(to: &bytes)
    batch.append(to: &bytes)
  }

  /// Reads ``bytes`` at an offset; nil where they are no context.
  init?(reading bytes: Span<UInt8>, at offset: Int) {
    for index in 0..<16 where bytes[offset + index] != Self.label[index] { return nil }
    guard let principal = Principal(reading: bytes, at: offset + 54) else { return nil }
    self.init(
      vault: bytes.identifier(at: offset + 16), caseID: bytes.identifier(at: offset + 32),
      keyClass: bytes.littleEndian(UInt16.self, at: offset + 48),
      keyVersion: bytes.littleEndian(UInt32.self, at: offset + 50), principal: principal,
      batch: bytes.identifier(at: offset + 75))
  }
}
