/// The field of 256 elements that SLIP-39 computes in ("Shamir's secret-sharing"; FIPS 197, section 4):
/// polynomials over two elements, modulo x^8 + x^4 + x^3 + x + 1.
///
/// Tables of logarithms are the usual way and tell, by the cache, which bytes a secret has. Here every
/// product is eight shifts and masks, whatever the factors are: no branch and no index depends on them.
enum GF256 {
  /// What x^8 is, once the modulus is taken off.
  private static let remainder: UInt8 = 0x1B

  /// The product of two elements.
  static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var (shifted, rest, product) = (left, right, UInt8(0))
    for _ in 0..<8 {
      product ^= shifted & mask(rest & 1)
      shifted = shifted << 1 ^ remainder & mask(shifted >> 7)
      rest >>= 1
    }
    return product
  }

  /// The inverse of an element, its 254th power (FIPS 197: every element but 0 to the 255th is 1); 0 of 0.
  static func inverse(_ element: UInt8) -> UInt8 {
    // 254 is 2 + 4 + 8 + 16 + 32 + 64 + 128.
    var (square, inverse) = (element, UInt8(1))
    for _ in 0..<7 {
      square = product(square, square)
      inverse = product(inverse, square)
    }
    return inverse
  }

  /// All bits for 1, none for 0.
  private static func mask(_ bit: UInt8) -> UInt8 { 0 &- bit }
}
