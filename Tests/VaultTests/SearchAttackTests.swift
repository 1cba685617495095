import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A thief of the records file who knows how common names are tries to say which people are called the same, by
/// everything that the file shows of the index: counts, sizes, order, equal bytes.
@Suite struct SearchAttackTests {
  private static let people = 96
  /// Half of them are called the same, and the others each otherwise and longer.
  private static func name(_ number: Int) -> String {
    number % 2 == 0 ? "Nguyen Thi Hoa" : "Tran \(Desk.code(number)) Ngoc \(Desk.code(number + 500))"
  }

  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.register(Self.people, Self.name)
  }

  @Test func allSegmentsAreAlikeWhoeverIsInThem() throws {
    let segments = try desk.segments()
    #expect(segments.count == 3)
    #expect(Set(segments.map(\.count)) == [SearchSegment.step + 84 + 44])
    let columns = try desk.inspect { db in try db.columns(in: "segment").map(\.name) }
    #expect(columns == ["number", "sealed"])
  }

  /// No eight bytes of the index come twice, within a segment, between segments, or in two sealings of one.
  @Test func nothingIsEqual() throws {
    var seen: Set<UInt64> = []
    var again = 0
    func look(_ segments: [Data]) {
      for sealed in segments {
        // The number of the custody key is the same small one in all.
        let bytes = [UInt8](sealed.dropFirst(4))
        for place in stride(from: 0, to: bytes.count - 8, by: 1) {
          let word = bytes[place..<place + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          if !seen.insert(word).inserted { again += 1 }
        }
      }
    }
    look(try desk.segments())
    try desk.rename(desk.shared, Self.name(0))
    look([try desk.segments()[0]])
    #expect(again == 0)
  }

  /// The tokens themselves, which a holder of the index key can make, are nowhere in the files.
  @Test func noTokenIsInTheFiles() throws {
    let tokens = try desk.act("lead") { vault, session in
      let keyring = session.keyring
      return try vault.looking { tx throws(VaultError) -> [UInt64] in
        guard let keys = try IndexKeys(vault, keyring, tx) else { throw .keyMissing }
        var tokens: [UInt64] = []
        keys.hash(Desk.terms(Self.name(0))).forEachToken { token, _ in tokens.append(token) }
        return tokens
      }
    }
    #expect(tokens.count == 4)
    for bytes in try desk.everyByte() {
      for token in tokens {
        let wanted = Data((0..<5).map { UInt8(truncatingIfNeeded: token >> UInt64(8 * $0)) })
        #expect(bytes.range(of: wanted) == nil)
      }
    }
  }

  /// The best that can be done with bytes: whoever lies in the half of the segments that look most alike by any
  /// statistic is taken to be called the same. It is right as often as a coin.
  @Test func guessingIsChance() throws {
    var right = 0
    let segments = try desk.segments()
    let weights = (0..<Self.people).map { number -> Int in
      // What the file gives for a person: their segment, and the bytes where they might lie in it.
      let file = number + 3
      let sealed = segments[SearchSegment.number(ofFile: file) - 1]
      let width = SearchSegment.step / SearchSegment.people
      let start = 112 + (file - 1) % SearchSegment.people * width
      return sealed[start..<start + width].reduce(0) { $0 + $1.nonzeroBitCount }
    }
    let middle = weights.sorted()[Self.people / 2]
    for (number, weight) in weights.enumerated() where (weight < middle) == (number % 2 == 0) {
      right += 1
    }
    // 96 throws of a coin: five standard deviations about the half.
    #expect((24...72).contains(right))
  }
}
