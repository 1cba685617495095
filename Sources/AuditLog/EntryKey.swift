/// The keys of an entry, in the order of their bytes, which is the order they are written in
/// (RFC 8785, section 3.2.3; all keys are ASCII, where UTF-16 order is byte order).
enum EntryKey: String, CaseIterable {
  case act, actor, aseq, box, by
  case fieldClass = "class"
  case epoch, fields, gen, grant, grole, item, kind, man, n, note, out, prev, purp, rec, ref, role
  case seq, sid, subj, sum, t, v, vkey, who, why

  /// The keys that every entry has.
  static let mandatory: [EntryKey] = [.v, .seq, .prev, .t, .act, .out, .actor, .aseq]

  /// The name as one number: its bytes from the top, zeros below. Numbers order as the names do, so a
  /// reader finds the next key by walking up this table, and order and doubles are checked for nothing.
  static let packedNames: [UInt64] = allCases.map { pack($0.rawValue.utf8) }

  /// The keys by their place in the order: `allCases` would be made anew at every use.
  static let byPlace = Array(allCases)

  /// The mandatory keys as bits, by place in the order.
  static let mandatoryBits: UInt64 = allCases.enumerated().reduce(0) { bits, key in
    mandatory.contains(key.element) ? bits | 1 << UInt64(key.offset) : bits
  }

  /// At most eight bytes, as ``packedNames`` holds them.
  static func pack(_ name: some Sequence<UInt8>) -> UInt64 {
    var packed: UInt64 = 0
    var shift: UInt64 = 56
    for byte in name {
      packed |= UInt64(byte) << shift
      shift &-= 8
    }
    return packed
  }
}
