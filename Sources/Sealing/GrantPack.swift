/// All wrapped keys of one principal for one case, in one row, sealed under the custody key of the case.
///
/// Inside, each wrap stands after u16 class ‖ u32 version ‖ batch 16 (94 bytes an item), ascending by
/// class and version. Outside: u32 number ‖ nonce 24 ‖ AEAD(KK, items, AD = "safekeep/pack/1" ‖ vault ‖
/// case ‖ kind ‖ principal ‖ u32 epoch ‖ u32 number). The outer seal makes a stolen records file useless
/// without custody, and replacing its key ends access at once.
public struct GrantPack: Sendable, Equatable {
  /// One wrapped key and what says which one it is.
  public struct Item: Sendable, Equatable {
    /// The class the key is for.
    public let keyClass: UInt16
    /// The version of that key.
    public let keyVersion: UInt32
    /// The act that wrapped it.
    public let batch: Identifier
    /// The wrap, 72 bytes (``WrappedKey``).
    public let inner: [UInt8]

    /// An item. Nil unless `inner` has the length of a wrap.
    public init?(keyClass: UInt16, keyVersion: UInt32, batch: Identifier, inner: [UInt8]) {
      guard inner.count == WrappedKey.count else { return nil }
      self.keyClass = keyClass
      self.keyVersion = keyVersion
      self.batch = batch
      self.inner = inner
    }

    /// Bytes of an item.
    static let count = 22 + WrappedKey.count

    var order: (UInt16, UInt32) { (keyClass, keyVersion) }
  }

  /// The items, ascending by class and version.
  public let items: [Item]

  /// A pack of some items, in any order.
  ///
  /// - Throws: ``SealingError/length`` where there are none, or two for one version of a class.
  public init(_ items: [Item]) throws(SealingError) {
    self.items = items.sorted { $0.order < $1.order }
    guard Self.ascends(self.items) else { throw .length }
  }

  /// Seals the pack under the custody key `number` of its case.
  public func seal(
    under key: KeyHandle, in arena: borrowing KeyArena, number: UInt32, vault: Identifier,
    caseID: Identifier, principal: Principal
  ) -> [UInt8] {
    let associated = Self.associated(
      vault: vault, caseID: caseID, principal: principal, number: number)
    return NumberedSeal.seal(
      bytes, number: number, associated: associated, under: key, in: arena)
  }

  /// Opens a pack.
  ///
  /// - Throws: ``SealingError/doesNotOpen``, also where what is inside is no pack.
  public static func open(
    _ sealed: Span<UInt8>, under key: KeyHandle, in arena: borrowing KeyArena, vault: Identifier,
    caseID: Identifier, principal: Principal
  ) throws(SealingError) -> GrantPack {
    let associated = associated(
      vault: vault, caseID: caseID, principal: principal, number: try number(of: sealed))
    let bytes = try NumberedSeal.open(sealed, associated: associated, under: key, in: arena)
    guard let pack = GrantPack(reading: bytes.span) else { throw .doesNotOpen }
    return pack
  }

  /// Which custody key of the case a sealed pack needs.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` where it is too short to be one.
  public static func number(of sealed: Span<UInt8>) throws(SealingError) -> UInt32 {
    try NumberedSeal.number(of: sealed)
  }

  /// The item for a version of a class.
  public func item(keyClass: UInt16, keyVersion: UInt32) -> Item? {
    items.first { $0.keyClass == keyClass && $0.keyVersion == keyVersion }
  }

  private static func ascends(_ items: [Item]) -> Bool {
    !items.isEmpty && zip(items, items.dropFirst()).allSatisfy { $0.order < $1.order }
  }

  private var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(items.count * Item.count)
    for item in items {
      bytes.append(littleEndian: item.keyClass)
      bytes.append(littleEndian: item.keyVersion)
      item.batch.append(to: &bytes)
      bytes += item.inner
    }
    return bytes
  }

  private init?(reading bytes: Span<UInt8>) {
    guard bytes.count % Item.count == 0 else { return nil }
    let items = stride(from: 0, to: bytes.count, by: Item.count).compactMap { offset in
      Item(
        keyClass: bytes.littleEndian(UInt16.self, at: offset),
        keyVersion: bytes.littleEndian(UInt32.self, at: offset + 2),
        batch: bytes.identifier(at: offset + 6),
        inner: bytes.extracting(offset + 22..<offset + Item.count).copied)
    }
    guard Self.ascends(items) else { return nil }
    self.items = items
  }

  private static func associated(
    vault: Identifier, caseID: Identifier, principal: Principal, number: UInt32
  ) -> [UInt8] {
    var bytes = Array("safekeep/pack/1".utf8)
    vault.append(to: &bytes)
    caseID.append(to: &bytes)
    principal.append(to: &bytes)
    bytes.append(littleEndian: number)
    return bytes
  }
}
