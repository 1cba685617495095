/// What a file is, by how it begins and not by what it is called: a name says what somebody wished.
/// The raw value is its media type (RFC 6838).
public enum MediaKind: String, CaseIterable, Hashable, Sendable {
  case jpeg = "image/jpeg"
  case png = "image/png"
  case gif = "image/gif"
  case tiff = "image/tiff"
  case pdf = "application/pdf"
  case zip = "application/zip"
  case mp4 = "video/mp4"
  case wave = "audio/wav"
  case ogg = "audio/ogg"
  case mp3 = "audio/mpeg"

  /// How many bytes of the beginning tell.
  public static let needed = 16

  /// Nil where it begins like nothing that is known here.
  public init?(_ beginning: [UInt8]) {
    let found = Self.allCases.first { kind in
      kind.marks.contains { mark in
        beginning.count >= mark.place + mark.bytes.count
          && beginning[mark.place..<(mark.place + mark.bytes.count)].elementsEqual(mark.bytes)
      }
    }
    guard let found else { return nil }
    self = found
  }

  private var marks: [(place: Int, bytes: [UInt8])] {
    switch self {
    case .jpeg: [(0, [0xFF, 0xD8, 0xFF])]
    case .png: [(0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])]
    case .gif: [(0, Array("GIF87a".utf8)), (0, Array("GIF89a".utf8))]
    case .tiff: [(0, [0x49, 0x49, 0x2A, 0]), (0, [0x4D, 0x4D, 0, 0x2A])]
    case .pdf: [(0, Array("%PDF-".utf8))]
    case .zip: [(0, [0x50, 0x4B, 3, 4])]
    case .mp4: [(4, Array("ftyp".utf8))]
    case .wave: [(8, Array("WAVE".utf8))]
    case .ogg: [(0, Array("OggS".utf8))]
    case .mp3: [(0, Array("ID3".utf8)), (0, [0xFF, 0xFB])]
    }
  }
}
