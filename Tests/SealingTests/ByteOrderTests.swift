import Testing

@testable import Sealing

@Suite struct ByteOrderTests {
  @Test func writesTheLeastSignificantByteFirst() {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt8(0x01))
    bytes.append(littleEndian: UInt16(0x0302))
    bytes.append(littleEndian: UInt32(0x0706_0504))
    bytes.append(littleEndian: UInt64(0x0F0E_0D0C_0B0A_0908))
    #expect(bytes == [UInt8](0x01...0x0F))
  }

  @Test func readsWhatItWrites() {
    for value in [0, 1, 0xFF, 0x8000_0000_0000_0000, UInt64.max, 0x0123_4567_89AB_CDEF] {
      var bytes: [UInt8] = [0xEE]
      bytes.append(littleEndian: value)
      bytes.append(littleEndian: UInt32(truncatingIfNeeded: value))
      bytes.append(littleEndian: UInt16(truncatingIfNeeded: value))
      let span = bytes.span
      #expect(span.littleEndian(UInt64.self, at: 1) == value)
      #expect(span.littleEndian(UInt32.self, at: 9) == UInt32(truncatingIfNeeded: value))
      #expect(span.littleEndian(UInt16.self, at: 13) == UInt16(truncatingIfNeeded: value))
    }
  }

  @Test func readsNamesAtAnyOffset() throws {
    let bytes = [UInt8].pattern(64)
    for offset in 0...32 {
      let identifier = bytes.span.identifier(at: offset)
      let digest = bytes.span.digest(at: offset)
      #expect(identifier.bytes == Array(bytes[offset..<offset + 16]))
      #expect(digest.bytes == Array(bytes[offset..<offset + 32]))
    }
    #expect(bytes.span.copied == bytes)
  }

  @Test func hexadecimalIsLowerCaseAndWhole() {
    #expect(hexadecimal([]) == "")
    #expect(hexadecimal([0x00, 0x0F, 0xA0, 0xFF]) == "000fa0ff")
    let all = [UInt8](0...255)
    #expect(bytes(hex: hexadecimal(all)) == all)
  }

  /// The writer for fixed layouts must agree with the one for arrays.
  @Test func bothWritersAgree() {
    let name = identifier(0x3C)
    var expected: [UInt8] = []
    expected.append(littleEndian: UInt16(0x1234))
    expected.append(littleEndian: UInt64(0x1122_3344_5566_7788))
    name.append(to: &expected)
    expected += Array("label".utf8) + [7, 8, 9]
    expected += [4, 0, 0, 0, 0x78, 0x56, 0x34, 0x12] + [1, 0, 0, 0, 0xAB]
    expected += [16, 0, 0, 0] + name.bytes + [2, 0, 0, 0] + Array("ab".utf8)
    var written = [UInt8](repeating: 0xEE, count: expected.count)
    unsafe written.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var writer = unsafe RawWriter(start)
      unsafe writer.put(UInt16(0x1234))
      unsafe writer.put(UInt64(0x1122_3344_5566_7788))
      unsafe writer.put(name)
      unsafe writer.put("label")
      unsafe writer.put([7, 8, 9], count: 3)
      unsafe writer.put(item: UInt32(0x1234_5678))
      unsafe writer.put(item: UInt8(0xAB))
      unsafe writer.put(item: name)
      unsafe writer.put(item: "ab")
    }
    #expect(written == expected)
  }
}
