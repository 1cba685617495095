/// Reads what matters here of Exif (CIPA DC-008): an outer directory, the one of the exposure and the one of the
/// place. Whatever points outside of the bytes is as if it were not there.
struct ExifReader {
  private let bytes: ArraySlice<UInt8>
  private let isLittle: Bool

  private struct Item {
    var type: UInt16
    var count: Int
    /// Where its value lies, from the beginning of the bytes.
    var place: Int
  }

  private enum Tag {
    static let make: UInt16 = 0x010F
    static let model: UInt16 = 0x0110
    static let orientation: UInt16 = 0x0112
    static let changed: UInt16 = 0x0132
    static let exposure: UInt16 = 0x8769
    static let taken: UInt16 = 0x9003
    static let position: UInt16 = 0x8825
    static let serial: UInt16 = 0xA431
  }

  /// Nil where these are no Exif bytes.
  init?(_ bytes: ArraySlice<UInt8>) {
    let mark = Array(bytes.prefix(4))
    guard mark == [0x49, 0x49, 0x2A, 0] || mark == [0x4D, 0x4D, 0, 0x2A] else { return nil }
    (self.bytes, isLittle) = (bytes, mark[0] == 0x49)
  }

  var facts: PictureFacts {
    var facts = PictureFacts()
    let outer = directory(at: number(at: 4, width: 4))
    let exposure = outer[Tag.exposure].map { directory(at: number(at: $0.place, width: 4)) } ?? [:]
    let position = outer[Tag.position].map { directory(at: number(at: $0.place, width: 4)) } ?? [:]
    let device = [outer[Tag.make], outer[Tag.model], exposure[Tag.serial]]
      .compactMap { $0.flatMap(text) }
    facts.device = device.isEmpty ? nil : device.joined(separator: " ")
    facts.time = exposure[Tag.taken].flatMap(text) ?? outer[Tag.changed].flatMap(text)
    facts.place = place(position)
    facts.orientation = outer[Tag.orientation].flatMap { number(at: $0.place, width: 2) }
      .flatMap { UInt16(exactly: $0) }
    let told: Set = [
      Tag.make, Tag.model, Tag.orientation, Tag.changed, Tag.exposure, Tag.position,
    ]
    facts.hasMore =
      outer.keys.contains { !told.contains($0) }
      || exposure.keys.contains { $0 != Tag.taken && $0 != Tag.serial }
      || !position.isEmpty && facts.place == nil
    return facts
  }

  private func byte(_ place: Int) -> UInt8? {
    guard place >= 0, place < bytes.count else { return nil }
    return bytes[bytes.startIndex + place]
  }

  private func number(at place: Int, width: Int) -> Int? {
    var value = 0
    for index in 0..<width {
      guard let byte = byte(place + (isLittle ? width - 1 - index : index)) else { return nil }
      value = value << 8 | Int(byte)
    }
    return value
  }

  /// A directory is followed to nowhere else than from here: no chain of them can go round.
  private func directory(at place: Int?) -> [UInt16: Item] {
    guard let place, let count = number(at: place, width: 2), count <= 512 else { return [:] }
    var found: [UInt16: Item] = [:]
    for index in 0..<count {
      let start = place + 2 + 12 * index
      guard let tag = number(at: start, width: 2), let type = number(at: start + 2, width: 2),
        let items = number(at: start + 4, width: 4), let offset = number(at: start + 8, width: 4)
      else { break }
      let width = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8][type] ?? 1
      found[UInt16(tag)] = Item(
        type: UInt16(type), count: items, place: items * width <= 4 ? start + 8 : offset)
    }
    return found
  }

  private func text(_ item: Item) -> String? {
    guard item.type == 2, item.count <= 256 else { return nil }
    let found = (0..<item.count).compactMap { byte(item.place + $0) }.prefix { $0 != 0 }
    let text = String(decoding: found, as: UTF8.self).filter { !$0.isWhitespace || $0 == " " }
    return text.allSatisfy { $0 == " " } ? nil : text
  }

  /// Degrees, minutes and seconds, each a fraction, north or south and east or west.
  private func place(_ position: [UInt16: Item]) -> String? {
    guard let north = degrees(position[2], turned: position[1], by: "S"),
      let east = degrees(position[4], turned: position[3], by: "W")
    else { return nil }
    return "\(north), \(east)"
  }

  private func degrees(_ item: Item?, turned mark: Item?, by letter: Character) -> String? {
    guard let item, item.type == 5, item.count == 3 else { return nil }
    var value = 0.0
    for (index, part) in [1.0, 60, 3600].enumerated() {
      guard let above = number(at: item.place + 8 * index, width: 4),
        let below = number(at: item.place + 8 * index + 4, width: 4), below > 0
      else { return nil }
      value += Double(above) / Double(below) / part
    }
    guard value <= 180 else { return nil }
    let isTurned = mark.flatMap(text)?.first == letter
    // Five places are a metre.
    let rounded = Int((value * 100_000).rounded())
    let rest = String(rounded % 100_000)
    return (isTurned ? "-" : "") + "\(rounded / 100_000)."
      + String(repeating: "0", count: 5 - rest.count) + rest
  }
}
