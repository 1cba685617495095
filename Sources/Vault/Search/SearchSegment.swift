import Sealing

/// A part of the search index: what some dozens of people can be found by, sealed twice (Format.md, "Search
/// segments").
///
/// Which part a case stands in follows from its row, so that nothing has to say it, and a write touches one part
/// however many there are.
enum SearchSegment {
  /// People in one.
  static let people = 48
  /// Every one is as long as this, or a multiple where its people have uncommonly much: the plaintext with the byte
  /// that padding needs.
  static let step = 16_384

  /// The segment of a case, from 1.
  static func number(ofFile key: Int) -> Int { (key &- 1) / people + 1 }

  /// Where custody has its keys: below those of the log's.
  static func custodyFile(_ number: Int) -> Int { CustodyFile.logKeys - number }

  /// The segment whose keys stand there; nil for a case, the office, the log.
  static func number(ofCustodyFile file: Int) -> Int? {
    file < CustodyFile.logKeys ? CustodyFile.logKeys - file : nil
  }

  static func place(_ number: Int, vault: Identifier, keyVersion: UInt32) -> FieldPlace {
    FieldPlace(
      vault: vault, caseID: .zero, record: name(number), writer: .zero, entity: 3,
      fieldClass: OfficeKey.index.keyClass, field: 1, keyVersion: keyVersion, fieldVersion: 1)
  }

  /// Eight zero bytes and the number, where a seal wants a case or a record.
  static func name(_ number: Int) -> Identifier {
    var bytes = [UInt8](repeating: 0, count: 8)
    bytes.append(littleEndian: UInt64(number))
    return Identifier(bytes) ?? .zero
  }

  /// Whether a sealed segment can be so long: whole steps, and what the two seals add.
  static func isLength(_ count: Int) -> Bool {
    count > overhead && (count - overhead) % step == 0
  }

  /// Of a sealed field and of an outer seal (Format.md).
  private static let overhead = 84 + 44

  // MARK: Seals

  /// Seals twice.
  static func seal(
    _ page: [UInt8], _ number: Int, vault: Identifier, under key: Key, outer: Outer,
    in arena: borrowing KeyArena
  ) throws(VaultError) -> [UInt8] {
    let place = place(number, vault: vault, keyVersion: key.version)
    let inner = try VaultError.sealing { () throws(SealingError) in
      try SealedField.seal(page, at: place, under: key.handle, in: key.keyring.lasting)
    }
    return try sealOuter(inner, number, vault: vault, outer: outer, in: arena)
  }

  static func sealOuter(
    _ inner: [UInt8], _ number: Int, vault: Identifier, outer: Outer, in arena: borrowing KeyArena
  ) throws(VaultError) -> [UInt8] {
    try VaultError.sealing { () throws(SealingError) in
      try OuterSeal.seal(
        inner, label: OuterSeal.segmentLabel, vault: vault, caseID: name(number),
        number: outer.number, under: outer.handle, in: arena)
    }
  }

  /// Takes custody's seal off.
  static func inner(
    _ sealed: [UInt8], _ number: Int, vault: Identifier, under outer: KeyHandle,
    in arena: borrowing KeyArena
  ) throws(VaultError) -> [UInt8] {
    do {
      return try OuterSeal.open(
        sealed.span, label: OuterSeal.segmentLabel, vault: vault, caseID: name(number),
        under: outer, in: arena)
    } catch { throw .doesNotOpen }
  }

  /// A version of the index key, among the lasting keys of a member.
  struct Key {
    let version: UInt32
    let handle: KeyHandle
    let keyring: Keyring
  }

  /// A key of custody, by its number.
  struct Outer {
    var number: UInt32
    var handle: KeyHandle
  }
}
