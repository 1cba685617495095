/// The characters of a passphrase as four bytes each, in guarded memory, to be compared by position.
struct CharacterList: ~Copyable {
  private let memory: SecretBytes
  var count: Int { memory.count / 4 }

  /// The characters of UTF-8.
  ///
  /// - Throws: ``SealingError/passphraseForm``, ``SealingError/memory``.
  init(_ text: borrowing SecretBytes) throws(SealingError) {
    memory = try text.withSpan { (bytes) throws(SealingError) in
      try SecretBytes(capacity: bytes.count * 4) { (output) throws(SealingError) in
        var reader = UTF8Reader()
        while let scalar = try reader.next(in: bytes) {
          for shift in [0, 8, 16, 24] { output.append(UInt8(truncatingIfNeeded: scalar >> shift)) }
        }
      }
    }
  }

  private func character(_ index: Int) -> UInt32 {
    memory.withSpan { $0.littleEndian(UInt32.self, at: index * 4) }
  }

  /// Whether a stretch of at most four characters, repeated, gives the whole; or there are no more
  /// than three different ones.
  var isRepeated: Bool {
    (1...4).contains { period in
      period < count && (period..<count).allSatisfy { character($0) == character($0 - period) }
    } || differentCount <= 3
  }

  private var differentCount: Int {
    (0..<count).count { index in
      (0..<index).allSatisfy { character($0) != character(index) }
    }
  }

  /// Whether all steps but two are one up, or all but two one down: a run, or a run after another.
  var isSequence: Bool {
    guard count > 3 else { return true }  // too few to tell, and too few anyway
    let up = (1..<count).count { character($0) == character($0 - 1) &+ 1 }
    let down = (1..<count).count { character($0) == character($0 - 1) &- 1 }
    return max(up, down) >= count - 3
  }
}
