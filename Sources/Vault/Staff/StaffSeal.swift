import FoundationEssentials
import Sealing

/// The handle of a member, sealed under the vault key. The log knows only its salted hash, so a thief
/// of the file learns nobody's name from it.
///
/// Format.md, "Staff": the writer's member id, then a sealed field: entity 2, class 0x4100, field 1.
enum StaffSeal {
  static func seal(
    _ handle: String, of subject: Identifier, writer: MemberID, version: UInt32,
    under key: KeyHandle, in arena: borrowing KeyArena, vault: Identifier
  ) throws(VaultError) -> [UInt8] {
    let place = place(subject, writer.identifier, version, vault)
    do {
      return writer.identifier.bytes
        + (try SealedField.seal(FieldValue.text(handle).encoded, at: place, under: key, in: arena))
    } catch { throw .sealing }
  }

  /// Nil where it does not open: the list then shows the pseudonym.
  static func open(
    _ sealed: [UInt8], of subject: Identifier, version: UInt32, under key: KeyHandle,
    in arena: borrowing KeyArena, vault: Identifier
  ) -> String? {
    guard sealed.count > 16, let writer = Identifier(Array(sealed[..<16])) else { return nil }
    let place = place(subject, writer, version, vault)
    let blob = Array(sealed[16...])
    guard let plain = try? SealedField.open(blob.span, at: place, under: key, in: arena),
      case .text(let handle) = FieldValue(decoding: plain)
    else { return nil }
    return handle
  }

  /// The version of the vault key that a handle lies under: that of the day when it was sealed.
  static func version(of sealed: [UInt8]) -> UInt32? {
    guard sealed.count > 16 else { return nil }
    let blob = Array(sealed[16...])
    return try? SealedField.keyVersion(of: blob.span)
  }

  private static func place(
    _ subject: Identifier, _ writer: Identifier, _ version: UInt32, _ vault: Identifier
  ) -> FieldPlace {
    FieldPlace(
      vault: vault, caseID: .zero, record: subject, writer: writer, entity: 2,
      fieldClass: OfficeKey.vault.keyClass, field: 1, keyVersion: version, fieldVersion: 1)
  }
}
