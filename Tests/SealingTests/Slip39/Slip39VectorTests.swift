import Foundation
import Testing

@testable import Sealing

/// The standard's own vectors, where they lie beside the checkout: 45 sets of shares with the passphrase
/// "TREZOR", of which 15 give a secret and each of the others is wrong in one way.
@Suite struct Slip39VectorTests {
  struct Vector {
    let number: Int
    let shares: [String]
    let secret: String
  }

  static func all() throws -> [Vector] {
    let data = try Data(contentsOf: Vectors.folder.appending(path: "slip39_vectors.json"))
    let rows = try #require(JSONSerialization.jsonObject(with: data) as? [[Any]])
    return try rows.enumerated().map { index, row in
      Vector(
        number: index + 1, shares: try #require(row[1] as? [String]),
        secret: try #require(row[2] as? String))
    }
  }

  /// What each wrong set is refused for.
  static let faults: [Int: Slip39Fault] = [
    2: .checksum, 3: .padding, 5: .tooFew, 6: .otherSet(share: 2), 7: .otherParameters(share: 2),
    8: .otherParameters(share: 3), 9: .otherParameters(share: 2), 10: .parameters,
    11: .duplicate(share: 2), 12: .otherParameters(share: 2), 13: .digest, 14: .tooFew, 15: .tooFew,
    16: .tooFew, 21: .checksum, 22: .padding, 24: .tooFew, 25: .otherSet(share: 2),
    26: .otherParameters(share: 2), 27: .otherParameters(share: 3), 28: .otherParameters(share: 2),
    29: .parameters, 30: .duplicate(share: 2), 31: .otherParameters(share: 2), 32: .digest,
    33: .tooFew, 34: .tooFew, 35: .tooFew, 39: .length, 40: .length,
  ]

  @Test(
    .enabled(if: Vectors.exist("slip39_vectors.json"), "no vectors of SLIP-39 beside the checkout"))
  func everyVector() throws {
    let vectors = try Self.all()
    #expect(vectors.count == 45)
    for vector in vectors {
      do {
        let combined = try Slip39.combine(
          try vector.shares.map { try share($0) }, passphrase: try secret("TREZOR"))
        #expect(hex(revealed(combined)) == vector.secret, "\(vector.number)")
      } catch {
        let fault = try #require(Self.faults[vector.number], "\(vector.number) was refused")
        #expect(error as? SealingError == .slip39(fault), "\(vector.number)")
      }
    }
  }

  /// What is read is written again as it was.
  @Test(
    .enabled(if: Vectors.exist("slip39_vectors.json"), "no vectors of SLIP-39 beside the checkout"))
  func everyShareIsWrittenAsItWasRead() throws {
    var count = 0
    for vector in try Self.all() {
      for text in vector.shares {
        guard let share = try? share(text) else { continue }
        count += 1
        #expect(String(decoding: revealed(try share.text()), as: UTF8.self) == text)
      }
    }
    #expect(count > 70)
  }
}
