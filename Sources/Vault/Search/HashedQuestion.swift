import Sealing

/// A question as the index can be asked it: the tokens of its terms under every version of the index key that is at
/// hand.
public struct HashedQuestion: Sendable {
  /// The places of terms in the question, by version of the key and token.
  private var places: [UInt16: [UInt64: SearchTermSet]] = [:]
  /// Whether anything asked for ends in these sixteen bits: nearly every token of the index is dealt with here.
  private var marks = [UInt64](repeating: 0, count: 1024)

  /// Of each term, in its place.
  private let kinds: [UInt8]

  var count: Int { kinds.count }

  init(
    _ terms: [SearchTerm], under keys: [(version: UInt32, handle: KeyHandle)],
    in arena: borrowing KeyArena
  ) {
    precondition(terms.count <= SearchTermSet.capacity, "a question of that size is a mistake")
    kinds = terms.map(\.kind)
    for key in keys {
      places[UInt16(clamping: key.version), default: [:]].reserveCapacity(terms.count)
      for (place, term) in terms.enumerated() {
        let token = KeyedHash.token(term.bytes.span, key: key.handle, in: arena)
        insert(token, place, version: UInt16(clamping: key.version))
      }
    }
  }

  /// Tokens as the index has them.
  init(_ tokens: [(token: UInt64, kind: UInt8, version: UInt16)]) {
    kinds = tokens.map(\.kind)
    for (place, token) in tokens.enumerated() {
      insert(token.token, place, version: token.version)
    }
  }

  /// The terms of some kinds.
  func places(of wanted: [UInt8]) -> SearchTermSet {
    var places = SearchTermSet()
    for (place, kind) in kinds.enumerated() where wanted.contains(kind) { places.insert(place) }
    return places
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

  /// Every token that is asked for, with the terms that it is of; in no order.
  func forEachToken(_ body: (UInt64, SearchTermSet) -> Void) {
    for (_, tokens) in places {
      for (token, terms) in tokens { body(token, terms) }
    }
  }
}
