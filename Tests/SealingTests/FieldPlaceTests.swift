import Testing

@testable import Sealing

@Suite struct FieldPlaceTests {
  private func associated(_ place: FieldPlace) -> [UInt8] {
    var bytes = [UInt8](repeating: 0xEE, count: FieldPlace.associatedCount + 1)
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var writer = unsafe RawWriter(start)
      unsafe place.writeAssociated(
        to: &writer, header: FieldHeader(keyVersion: place.keyVersion))
    }
    // Not a byte beyond what was measured for it.
    #expect(bytes.last == 0xEE)
    return bytes.dropLast()
  }

  private func repeated(_ byte: String) -> String { String(repeating: byte, count: 16) }

  @Test func hasTheThirteenItemsOfTheFormat() {
    var place = SealedFieldTests.place
    place.entity = 0x0201
    place.fieldClass = 0x0403
    place.field = 0x0807_0605
    place.keyVersion = 0x0C0B_0A09
    place.fieldVersion = 0x1413_1211_100F_0E0D
    let items = [
      "0a000000" + hex(Array("safekeep/1".utf8)), "10000000" + repeated("a0"),
      "02000000" + "0102", "10000000" + repeated("c0"), "10000000" + repeated("d0"),
      "02000000" + "0304", "04000000" + "05060708", "04000000" + "090a0b0c",
      "08000000" + "0d0e0f1011121314", "01000000" + "01", "01000000" + "01",
      "10000000" + repeated("e0"), "0c000000" + "534b46010101" + "0000" + "090a0b0c",
    ]
    #expect(items.count == 13)
    #expect(hex(associated(place)) == items.joined())
    #expect(associated(place).count == 160)
  }

  @Test func noTwoPlacesGiveTheSameBytes() {
    let places = [SealedFieldTests.place] + SealedFieldTests.otherPlaces
    #expect(Set(places.map { associated($0) }).count == places.count)
  }

  @Test func theLargestNumbersFit() {
    var place = SealedFieldTests.place
    place.entity = .max
    place.fieldClass = .max
    place.field = .max
    place.keyVersion = .max
    place.fieldVersion = .max
    #expect(associated(place).count == 160)
    #expect(associated(place) != associated(SealedFieldTests.place))
  }

  @Test func headerReadsWhatItWrites() throws {
    for version in [UInt32(0), 1, 0x0102_0304, .max] {
      var bytes = [UInt8](repeating: 0, count: FieldHeader.count)
      unsafe bytes.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        var writer = unsafe RawWriter(start)
        unsafe FieldHeader(keyVersion: version).write(to: &writer)
      }
      #expect(Array(bytes[..<8]) == [0x53, 0x4B, 0x46, 1, 1, 1, 0, 0])
      #expect(try FieldHeader(reading: bytes.span).keyVersion == version)
    }
  }
}
