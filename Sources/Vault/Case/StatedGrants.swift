import AuditLog
import Sealing

/// What some acts granted, by their grant lists, each held against the entry that states it.
struct StatedGrants {
  /// A key, and to whom.
  struct Place: Hashable {
    var principal: Principal
    var keyClass: UInt16
    var version: UInt32
  }

  struct KeyVersion: Hashable {
    var keyClass: UInt16
    var version: UInt32
  }

  /// One wrap of a key to somebody.
  struct Wrap: Hashable {
    var seq: Int
    var batch: Identifier
    var inner: Digest
  }

  private(set) var wraps: [Place: [Wrap]] = [:]
  /// The act that made each version of a key: the first that wrapped it.
  private(set) var made: [KeyVersion: Int] = [:]

  /// - Returns: false where the list is not the one that the act's entry states.
  mutating func take(_ bytes: [UInt8]?, of act: StatedOffice.Granted) -> Bool {
    guard let bytes, Digest.of(bytes) == act.list,
      let list = try? GrantList(reading: bytes.span)
    else { return false }
    for entry in list.entries {
      let context = entry.context
      let place = Place(
        principal: context.principal, keyClass: context.keyClass, version: context.keyVersion)
      wraps[place, default: []].append(
        Wrap(seq: act.seq, batch: context.batch, inner: entry.inner))
      let version = KeyVersion(keyClass: context.keyClass, version: context.keyVersion)
      if made[version] == nil { made[version] = act.seq }
    }
    return true
  }

  /// The wrap that an item of a pack is, if any act granted it.
  func wrap(_ item: GrantPack.Item, of principal: Principal) -> Wrap? {
    let place = Place(
      principal: principal, keyClass: item.keyClass, version: item.keyVersion)
    let digest = Digest.of(item.inner)
    return wraps[place]?.last { $0.batch == item.batch && $0.inner == digest }
  }

  /// The newest act that wrapped anything to somebody.
  func newest(of principal: Principal) -> Int? {
    wraps.filter { $0.key.principal == principal }.flatMap(\.value).map(\.seq).max()
  }
}
