/// Some entries of a log: a bit for each.
struct EntrySet: Sendable {
  private var words: [UInt64]

  init(_ size: Int) { words = Array(repeating: 0, count: (size + 63) / 64) }

  mutating func insert(_ seq: Int) { words[seq >> 6] |= 1 << UInt64(seq & 63) }

  subscript(seq: Int) -> Bool {
    seq >> 6 < words.count && words[seq >> 6] >> UInt64(seq & 63) & 1 == 1
  }
}
