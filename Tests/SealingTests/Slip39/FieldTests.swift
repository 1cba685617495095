import Testing

@testable import Sealing

@Suite("GF(256)") struct FieldTests {
  /// By the definition: polynomials multiplied out, then divided by the modulus.
  private func slow(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var product: UInt16 = 0
    for bit in 0..<8 where right >> bit & 1 == 1 { product ^= UInt16(left) << bit }
    for bit in stride(from: 14, through: 8, by: -1) where product >> bit & 1 == 1 {
      product ^= 0x11B << (bit - 8)
    }
    return UInt8(product)
  }

  /// FIPS 197, sections 4.2 and 4.2.1.
  @Test func theExamplesOfTheStandard() {
    #expect(GF256.product(0x57, 0x83) == 0xC1)
    #expect(GF256.product(0x57, 0x13) == 0xFE)
    #expect(GF256.inverse(0x53) == 0xCA)
  }

  @Test func everyProduct() {
    for left in UInt8.min...UInt8.max {
      for right in UInt8.min...UInt8.max {
        #expect(GF256.product(left, right) == slow(left, right))
      }
    }
  }

  @Test func everyInverse() {
    for element in UInt8(1)...UInt8.max {
      #expect(GF256.product(element, GF256.inverse(element)) == 1)
    }
    #expect(GF256.inverse(0) == 0)
  }
}
