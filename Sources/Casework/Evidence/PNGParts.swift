/// Cuts a PNG picture (W3C, "PNG Specification", 5) into its chunks.
struct PNGParts {
  static let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Everything without which the picture would look otherwise.
  private static let shown: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "bKGD", "pHYs", "sBIT",
    "acTL", "fcTL", "fdAT",
  ]

  private(set) var kept = Self.mark
  private(set) var facts = PictureFacts()

  /// Nil where it is not one from its beginning to its end.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.mark) else { return nil }
    var place = Self.mark.count
    var isFirst = true
    while place + 12 <= bytes.count {
      let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      let end = place + 12 + length
      guard end <= bytes.count else { return nil }
      let type = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
      guard !isFirst || type == "IHDR" else { return nil }
      take(type, bytes[(place + 8)..<(place + 8 + length)], whole: bytes[place..<end])
      (place, isFirst) = (end, false)
      guard type == "IEND" else { continue }
      if place < bytes.count { facts.hasMore = true }
      return
    }
    return nil
  }

  private mutating func take(
    _ type: String, _ body: ArraySlice<UInt8>, whole: ArraySlice<UInt8>
  ) {
    guard !Self.shown.contains(type) else {
      kept += whole
      return
    }
    if type == "eXIf", let exif = ExifReader(body) {
      let found = exif.facts
      (facts.place, facts.device) = (found.place, found.device)
      facts.time = found.time ?? facts.time
      facts.hasMore = facts.hasMore || found.hasMore
    } else if type == "tIME", body.count == 7 {
      let numbers =
        [Int(body[body.startIndex]) << 8 | Int(body[body.startIndex + 1])]
        + body.dropFirst(2).map(Int.init)
      facts.time = facts.time ?? numbers.map(String.init).joined(separator: ":")
    } else {
      facts.hasMore = true
    }
  }
}
