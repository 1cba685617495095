import Testing

@testable import Casework

/// What a picture says beside what it shows is found and taken out, and the picture stays as it was.
@Suite struct PictureTests {
  private static let scan: [UInt8] = [0x11, 0xFF, 0x00, 0xFF, 0xD3, 0x22]

  private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
  }

  /// Not one that a screen would show: its parts are in order.
  private static func jpeg(_ said: [UInt8] = [], behind: [UInt8] = []) -> [UInt8] {
    [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]) + said
      + segment(0xDB, [0, 1, 2]) + segment(0xC0, [8, 0, 1, 0, 1, 0]) + segment(0xDA, [1, 2, 3])
      + scan + segment(0xC4, [4, 5]) + segment(0xDA, [6]) + scan + [0xFF, 0xD9] + behind
  }

  private static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
    let length = (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (24 - 8 * $0)) }
    return length + Array(type.utf8) + body + [9, 9, 9, 9]
  }

  private static func png(_ said: [UInt8] = [], behind: [UInt8] = []) -> [UInt8] {
    PNGParts.mark + chunk("IHDR", [1, 2, 3]) + said + chunk("IDAT", [4, 5]) + chunk("IEND", [])
      + behind
  }

  /// Exif of a phone, big-endian: where, what with, when, and how it is to be turned.
  private static let exif: [UInt8] = {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * (width - 1 - $0))) }
    }
    func item(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
      number(tag, 2) + number(type, 2) + number(count, 4) + value
        + [UInt8](repeating: 0, count: 4 - value.count)
    }
    let model = Array("Máy ảnh\0".utf8)
    let taken = Array("2026:05:24 09:00:00\0".utf8)
    let outer = 8 + 2 + 4 * 12 + 4
    let exposure = outer + model.count
    let position = exposure + 2 + 12 + 4 + taken.count
    let degrees = position + 2 + 4 * 12 + 4
    return Array("MM\0*".utf8) + number(8, 4) + number(4, 2)
      + item(0x0110, 2, model.count, number(outer, 4)) + item(0x0112, 3, 1, number(6, 2))
      + item(0x8769, 4, 1, number(exposure, 4)) + item(0x8825, 4, 1, number(position, 4))
      + number(0, 4) + model + number(1, 2)
      + item(0x9003, 2, taken.count, number(exposure + 18, 4)) + number(0, 4) + taken
      + number(4, 2) + item(1, 2, 2, Array("N\0".utf8)) + item(2, 5, 3, number(degrees, 4))
      + item(3, 2, 2, Array("W\0".utf8)) + item(4, 5, 3, number(degrees + 24, 4)) + number(0, 4)
      + [21, 1, 1, 1, 36, 10].flatMap { number($0, 4) }
      + [105, 1, 51, 1, 0, 1].flatMap { number($0, 4) }
  }()

  private static let exifSegment = segment(0xE1, Array("Exif\0\0".utf8) + exif)

  @Test func aPictureThatSaysNothingStaysAsItIs() throws {
    for bytes in [Self.jpeg(), Self.png()] {
      let picture = try #require(Picture(bytes))
      #expect(picture.facts.isEmpty && picture.stripped == bytes)
    }
  }

  @Test func placeDeviceAndTimeAreFoundAndTakenOut() throws {
    let picture = try #require(Picture(Self.jpeg(Self.exifSegment)))
    #expect(picture.facts.place == "21.01767, -105.85000")
    #expect(picture.facts.device == "Máy ảnh")
    #expect(picture.facts.time == "2026:05:24 09:00:00")
    #expect(!picture.facts.hasMore)
    let again = try #require(Picture(picture.stripped))
    // How it is turned stays: otherwise it would lie on its side.
    #expect(again.facts.isEmpty && again.facts.orientation == 6)
    #expect(again.stripped == picture.stripped)
    #expect(!picture.stripped.contains(subsequence: Array("2026".utf8)))
    let other = try #require(Picture(Self.png(Self.chunk("eXIf", Self.exif))))
    #expect(other.facts.place == picture.facts.place && other.facts.time == picture.facts.time)
    #expect(other.stripped == Self.png())
  }

  @Test func whatIsNotReadIsTakenOutToo() throws {
    let said: [[UInt8]] = [
      Self.segment(0xFE, [1]), Self.segment(0xE1, Array("XMP\0".utf8)),
      Self.segment(0xED, [1, 2]), Self.segment(0xE2, Array("MPF\0".utf8)),
    ]
    for segment in said {
      let picture = try #require(Picture(Self.jpeg(segment)))
      #expect(picture.facts.hasMore && picture.stripped == Self.jpeg())
    }
    for type in ["tEXt", "iTXt", "zTXt", "prVt"] {
      let picture = try #require(Picture(Self.png(Self.chunk(type, [7]))))
      #expect(picture.facts.hasMore && picture.stripped == Self.png())
    }
    let timed = try #require(Picture(Self.png(Self.chunk("tIME", [7, 234, 5, 24, 9, 0, 0]))))
    #expect(timed.facts.time == "2026:5:24:9:0:0" && timed.stripped == Self.png())
  }

  @Test func whatStandsBehindThePictureGoes() throws {
    for (whole, alone) in [
      (Self.jpeg(behind: [1, 2]), Self.jpeg()), (Self.png(behind: [1, 2]), Self.png()),
    ] {
      let picture = try #require(Picture(whole))
      #expect(picture.facts.hasMore && picture.stripped == alone)
    }
  }

  @Test func coloursStay() throws {
    let profile = Self.segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 5])
    let adobe = Self.segment(0xEE, Array("Adobe".utf8) + [0, 100])
    let bytes = Self.jpeg(profile + adobe)
    let picture = try #require(Picture(bytes))
    #expect(picture.facts.isEmpty && picture.stripped == bytes)
  }

  /// Cut anywhere it is no picture, and nothing is made of it.
  @Test func aPictureThatIsCutIsNone() {
    for bytes in [Self.jpeg(Self.exifSegment), Self.png(Self.chunk("tEXt", [7]))] {
      for count in 0..<bytes.count { #expect(Picture(Array(bytes[..<count])) == nil) }
    }
    #expect(Picture(Array("Đây không phải là ảnh.".utf8)) == nil)
  }

  /// Whatever the bytes of Exif are, they are read or left aside, and taken out all the same.
  @Test func spoiltExifDoesNoHarm() throws {
    for place in Self.exif.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var exif = Self.exif
        exif[place] = value
        let segment = Self.segment(0xE1, Array("Exif\0\0".utf8) + exif)
        let picture = try #require(Picture(Self.jpeg(segment)))
        #expect(try #require(Picture(picture.stripped)).facts.isEmpty)
      }
    }
  }

  @Test(arguments: MediaKind.allCases) func aKindIsKnownByItsBeginning(kind: MediaKind) {
    let beginnings: [MediaKind: [UInt8]] = [
      .jpeg: [0xFF, 0xD8, 0xFF, 0xE0], .png: PNGParts.mark, .gif: Array("GIF89a".utf8),
      .tiff: [0x49, 0x49, 0x2A, 0], .pdf: Array("%PDF-1.7".utf8), .zip: [0x50, 0x4B, 3, 4],
      .mp4: [0, 0, 0, 24] + Array("ftypisom".utf8), .wave: Array("RIFF....WAVE".utf8),
      .ogg: Array("OggS".utf8), .mp3: Array("ID3".utf8),
    ]
    let beginning = beginnings[kind] ?? []
    #expect(MediaKind(beginning) == kind)
    #expect(MediaKind(Array(beginning.dropFirst())) == nil)
    #expect(MediaKind([]) == nil)
  }
}

extension [UInt8] {
  fileprivate func contains(subsequence other: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: other) }
  }
}
