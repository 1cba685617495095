import Foundation
import Testing

@testable import Sealing

/// Bytes that were destroyed are found wherever they lie in a file, and nothing else is.
@Suite struct ByteScanTests {
  private let path = NSTemporaryDirectory() + "safekeep-scan-" + UUID().uuidString

  private func found(_ scan: ByteScan, in bytes: [UInt8]) throws -> Bool? {
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try scan.finds(in: path)
  }

  /// At every place of a stride, at both ends, and across every border of two blocks.
  @Test func everywhere() throws {
    let piece = Randomness.bytes(40)
    let scan = try ByteScan(keys: 1)
    scan.look(for: piece)
    let size = 3 * 65_536 + 77
    var places = Array(0..<40) + [size - 40, size - 41]
    for border in [65_536, 65_536 + 31, 2 * 65_536, 2 * 65_536 - 31] {
      places += (border - 40)...(border + 2)
    }
    let noise = Randomness.bytes(size)
    #expect(try found(scan, in: noise) == false)
    for place in places {
      var bytes = noise
      bytes.replaceSubrange(place..<(place + 40), with: piece)
      #expect(try found(scan, in: bytes) == true, "\(place)")
    }
  }

  @Test func keysToo() throws {
    let key = Randomness.bytes(32)
    let scan = try ByteScan(keys: 1)
    try scan.look(forKey: key.span)
    #expect(scan.count == 1)
    #expect(try found(scan, in: [1, 2, 3] + key) == true)
    for place in [0, 15, 16, 31] {
      var bent = key
      bent[place] ^= 1
      #expect(try found(scan, in: [1, 2, 3] + bent + Array(repeating: 0, count: 9)) == false)
    }
    #expect(try found(scan, in: Array(key.dropLast())) == false)
  }

  /// Thirty-two bytes of a longer thing count, and what is shorter is no trace of anything.
  @Test func longAndShort() throws {
    let piece = Randomness.bytes(50)
    let scan = try ByteScan(keys: 0)
    scan.look(for: Array(piece.prefix(31)))
    #expect(scan.count == 0)
    scan.look(for: piece)
    #expect(try found(scan, in: Array(piece.prefix(32))) == true)
    #expect(try found(scan, in: Array(piece.dropFirst())) == false)
  }

  /// What many acts destroyed, in one reading: of each of them every piece and every key.
  @Test func joined() throws {
    let whole = try ByteScan(keys: 1)
    let own = Randomness.bytes(32)
    try whole.look(forKey: own.span)
    var secrets = [own]
    for _ in 0..<50 {
      let scan = try ByteScan(keys: 2)
      for _ in 0..<2 {
        let key = Randomness.bytes(32)
        try scan.look(forKey: key.span)
        secrets.append(key)
      }
      for _ in 0..<40 {
        let piece = Randomness.bytes(40)
        scan.look(for: piece)
        secrets.append(piece)
      }
      whole.join(scan)
    }
    #expect(whole.count == secrets.count)
    let noise = Randomness.bytes(70_000)
    #expect(try found(whole, in: noise) == false)
    for (number, secret) in secrets.enumerated() {
      let place = 65_536 - 40 + number % 60
      var bytes = noise
      bytes.replaceSubrange(place..<(place + secret.count), with: secret)
      #expect(try found(whole, in: bytes) == true, "\(number)")
      // The first bytes alone are none of it.
      bytes[place + 31] ^= 1
      #expect(try found(whole, in: bytes) == false, "\(number)")
    }
  }

  /// Who was only left the imprints finds the same, at every place and across every border, and nothing else; not by
  /// those of another vault.
  @Test func byImprints() throws {
    let (key, piece, vault) = (Randomness.bytes(32), Randomness.bytes(40), Identifier.zero)
    let first = try ByteScan(keys: 1)
    try first.look(forKey: key.span)
    first.look(for: piece)
    let imprints = first.imprints(in: vault)
    #expect(imprints.count == 2)
    let scan = try ByteScan(keys: 0)
    scan.look(for: imprints, in: vault)
    let (noise, border) = (Randomness.bytes(70_000), 65_536)
    #expect(try found(scan, in: noise) == false)
    for secret in [key, Array(piece.prefix(32))] {
      for place in Array(0..<18) + Array(border - 33...border + 1) + [noise.count - 32] {
        var bytes = noise
        bytes.replaceSubrange(place..<place + 32, with: secret)
        #expect(try found(scan, in: bytes) == true, "\(place)")
        bytes[place + 31] ^= 1
        #expect(try found(scan, in: bytes) == false, "\(place)")
      }
    }
    let other = try ByteScan(keys: 0)
    other.look(for: imprints, in: try #require(Identifier([UInt8](repeating: 7, count: 16))))
    #expect(try found(other, in: noise + key) == false)
  }

  @Test func filesThatAreNotThere() throws {
    let scan = try ByteScan(keys: 0)
    #expect(try scan.finds(in: path) == false)
    #expect(try scan.finds(in: NSTemporaryDirectory()) == nil)
  }
}
