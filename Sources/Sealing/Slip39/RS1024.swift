/// The checksum of a share: a Reed-Solomon code over 1024 elements ("Checksum" of SLIP-39).
///
/// Three words that find every slip in up to three words. They are told without correction: who
/// corrects by guessing makes a valid share of a wrong one. What is summed is secret, so bits choose by
/// masks and not by branches.
struct RS1024 {
  /// Words of the checksum.
  static let count = 3

  private static let generator: [UInt32] = [
    0x00E0_E040, 0x01C1_C080, 0x0383_8100, 0x0707_0200, 0x0E0E_0009,
    0x1C0C_2412, 0x3808_6C24, 0x3090_FC48, 0x21B1_F890, 0x03F3_F120,
  ]

  private var state: UInt32 = 1

  /// A checksum that has taken the customisation string, which differs for extendable sets.
  init(isExtendable: Bool) {
    let customisation = isExtendable ? "shamir_extendable" : "shamir"
    for byte in customisation.utf8 { take(UInt16(byte)) }
  }

  /// Takes the number of one word.
  mutating func take(_ word: UInt16) {
    let high = state >> 20
    state = (state & 0xF_FFFF) << 10 ^ UInt32(word)
    for index in 0..<10 {
      state ^= Self.generator[index] & (0 &- (high >> UInt32(index) & 1))
    }
  }

  /// Whether everything taken, the checksum last, is a word of the code.
  var isValid: Bool { state == 1 }

  /// The words that make what was taken valid: thirty bits, the first word uppermost. One number and
  /// no array, whose memory nobody wipes.
  var closing: UInt32 {
    var closed = self
    for _ in 0..<Self.count { closed.take(0) }
    return closed.state ^ 1
  }
}
