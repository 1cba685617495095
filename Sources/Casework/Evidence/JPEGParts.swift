/// Cuts a JPEG picture (ISO/IEC 10918-1, annex B) into its segments.
struct JPEGParts {
  /// What is kept when it is stripped: everything without which it would look otherwise.
  private(set) var kept: [UInt8] = [0xFF, 0xD8]
  private(set) var facts = PictureFacts()
  private let bytes: [UInt8]
  private var place = 2

  /// Nil where it is not one from its beginning to its end.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    self.bytes = bytes
    guard read() else { return nil }
  }

  private mutating func read() -> Bool {
    while let marker = nextMarker() {
      if marker == 0xD9 {
        kept += [0xFF, 0xD9]
        // Behind the end phones put films and second pictures.
        if place < bytes.count { facts.hasMore = true }
        return true
      }
      guard place + 2 <= bytes.count else { return false }
      let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
      guard length >= 2, place + length <= bytes.count else { return false }
      take(marker, bytes[(place + 2)..<(place + length)])
      place += length
      if marker == 0xDA, !takeScan() { return false }
    }
    return false
  }

  /// Any number of 0xFF may stand before a marker (B.1.1.2).
  private mutating func nextMarker() -> UInt8? {
    guard place < bytes.count, bytes[place] == 0xFF else { return nil }
    while place < bytes.count, bytes[place] == 0xFF { place += 1 }
    guard place < bytes.count else { return nil }
    place += 1
    let marker = bytes[place - 1]
    // Those of a scan stand in one; a second beginning is none.
    return marker >= 0xC0 && marker != 0xD8 && !(0xD0...0xD7).contains(marker) ? marker : nil
  }

  private mutating func take(_ marker: UInt8, _ body: ArraySlice<UInt8>) {
    switch marker {
    case 0xE0 where body.starts(with: Array("JFIF\0".utf8)) && body.count >= 14:
      // Without its preview.
      if body.count > 14 { facts.hasMore = true }
      keep(marker, Array(body.prefix(12)) + [0, 0])
    case 0xE1 where body.starts(with: Array("Exif\0\0".utf8)):
      guard let exif = ExifReader(body.dropFirst(6)) else {
        facts.hasMore = true
        return
      }
      let found = exif.facts
      facts.place = facts.place ?? found.place
      facts.device = facts.device ?? found.device
      facts.time = facts.time ?? found.time
      facts.hasMore = facts.hasMore || found.hasMore
      if let turn = found.orientation, (2...8).contains(turn) {
        facts.orientation = turn
        keep(marker, Self.turning(turn))
      }
    case 0xE2 where body.starts(with: Array("ICC_PROFILE\0".utf8)),
      0xEE where body.starts(with: Array("Adobe".utf8)):
      keep(marker, Array(body))
    case 0xE0...0xEF, 0xFE: facts.hasMore = true
    default: keep(marker, Array(body))
    }
  }

  private mutating func keep(_ marker: UInt8, _ body: [UInt8]) {
    let length = body.count + 2
    kept += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
    kept += body
  }

  /// The picture itself, up to the next marker that is none of its own.
  private mutating func takeScan() -> Bool {
    let start = place
    while place + 1 < bytes.count {
      let next = bytes[place + 1]
      if bytes[place] == 0xFF, next != 0, !(0xD0...0xD7).contains(next), next != 0xFF {
        kept += bytes[start..<place]
        return true
      }
      place += 1
    }
    return false
  }

  /// Exif with nothing in it but how the picture is turned.
  private static func turning(_ turn: UInt16) -> [UInt8] {
    Array("Exif\0\0MM\0*".utf8) + [
      0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, UInt8(turn >> 8), UInt8(turn & 0xFF), 0, 0, 0,
      0, 0, 0,
    ]
  }
}
