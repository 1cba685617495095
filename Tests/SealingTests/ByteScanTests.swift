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

  @Test func filesThatAreNotThere() throws {
    let scan = try ByteScan(keys: 0)
    #expect(try scan.finds(in: path) == false)
    #expect(try scan.finds(in: NSTemporaryDirectory()) == nil)
  }
}
