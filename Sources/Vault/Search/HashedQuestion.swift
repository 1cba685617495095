import Sealing

/// A question as the index can be asked it: the tokens of its terms under every version of the index key that is at
/// hand.
struct HashedQuestion: Sendable {
  /// The places of terms in the question, by version of the key and token.
  private var places: [UInt16: [UInt64: SearchTermSet]] = [:]
  /// Whether anything asked for ends in these sixteen bits: nearly every token of the index is dealt with here.
  private var marks = [UInt64](repeating: 0, count: 1024)

  let count: Int

  init(
    _ terms: [SearchTerm], under keys: [(version: UInt32, handle: KeyHandle)],
    in arena: borrowing KeyArena
  ) {
    precondition(terms.count <= SearchTermSet.capacity, "a question of that size is a mistake")
    count = terms.count
    for key in keys {
      for (place, term) in terms.enumerated() {
        let token = KeyedHash.token(term.bytes.span, key: key.handle, in: arena)
        insert(token, place, version: UInt16(clamping: key.version))
      }
    }
  }

  /// Tokens as the index has them.
  init(_ tokens: [(token: UInt64, version: UInt16)]) {
    count = tokens.count
    for (place, token) in tokens.enumerated() {
      insert(token.token, place, version: token.version)
    }
  }

  private mutating func insert(_ token: UInt64, _ place: Int, version: UInt16) {
    places[version, default: [:]][token, default: SearchTermSet()].insert(place)
    marks[Int(token & 0xFFFF) >> 6] |= 1 << (token & 63)
  }

  /// The terms that a token of the index is of; nil for nearly all.
  func terms(of token: UInt64, version: UInt16) -> SearchTermSet? {
    places[version]?[token]
  }

  /// Whether a token with these last bits may be asked for.
  func mayHold(_ low: UInt64) -> Bool { marks[Int(low) >> 6] & 1 << (low & 63) != 0 }

  /// Every token that is asked for, with the terms that it is of.
  var tokens: [(version: UInt16, token: UInt64, terms: SearchTermSet)] {
    places.flatMap { version, tokens in tokens.map { (version, $0.key, $0.value) } }
  }
}
