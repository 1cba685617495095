import Foundation

@testable import Sealing

/// The bytes of hexadecimal text; for vectors, which are well formed.
func bytes(hex: String) -> [UInt8] {
  let digits = hex.utf8.compactMap { byte -> UInt8? in
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    case 0x41...0x46: byte - 0x41 + 10
    default: nil
    }
  }
  return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

func hex(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

func identifier(_ byte: UInt8) -> Identifier {
  Identifier([UInt8](repeating: byte, count: 16)) ?? .zero
}

/// A secret of made-up text. In production a secret never comes from a `String`.
func secret(_ text: String) throws -> SecretBytes { try secret(Array(text.utf8)) }

func secret(_ bytes: [UInt8]) throws -> SecretBytes {
  try SecretBytes(capacity: bytes.count) { output in
    for byte in bytes { output.append(byte) }
  }
}

/// What a secret holds, to be looked at in a test.
func revealed(_ secret: borrowing SecretBytes) -> [UInt8] { secret.withSpan { $0.copied } }

extension KeyArena {
  /// A key of counting bytes, `first` onward.
  mutating func counting(from first: UInt8) throws -> KeyHandle {
    let key = (0..<32).map { first &+ $0 }
    return try load(key.span)
  }

  borrowing func revealed(_ key: KeyHandle) -> [UInt8] { withKey(key) { $0.copied } }
}

extension [UInt8] {
  /// A copy with one bit turned over.
  func flipping(bit: Int) -> [UInt8] {
    var copy = self
    copy[bit / 8] ^= 1 << (bit % 8)
    return copy
  }

  /// Text for which no two positions of a short stretch are alike.
  static func pattern(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 8 &+ 13) }
  }
}

/// Published vectors beside the checkout; there may be none.
enum Vectors {
  static let folder: URL = {
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
        break
      }
    }
    return folder.deletingLastPathComponent().appending(path: "shared/vectors")
  }()

  static func exist(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }
}
