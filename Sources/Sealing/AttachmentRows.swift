/// How an attachment is cut into rows of one length.
///
/// A row is one message of 64 KiB: u32 how much of it is content, the content, zeros. All but the last
/// with content are full, those behind it have none. SQLite refuses a value of 1 GiB, so that the rows
/// are many; that they are alike and their number is rounded up hides the size.
public enum AttachmentRows {
  static let messageCount = 65_536
  /// The content that one row takes.
  public static let capacity = messageCount - 4
  /// One byte of tag and sixteen of authenticator (`crypto_secretstream_xchacha20poly1305`).
  static let overhead = 17
  /// The length of each sealed row.
  public static let rowCount = messageCount + overhead

  /// How many rows so much content is given.
  public static func rows(for count: Int) -> Int {
    rounded(max(1, count / capacity + (count % capacity == 0 ? 0 : 1)))
  }

  /// Padmé (Nikitin et al., PETS 2019, 4.3): a number is told by its exponent and as many leading bits as the
  /// exponent is long. It costs at most 12 % and tells a size of n bits by log n bits; a doubling
  /// would cost a vault of films the half of its disk.
  static func rounded(_ rows: Int) -> Int {
    let exponent = Int.bitWidth - 1 - rows.leadingZeroBitCount
    let kept = Int.bitWidth - exponent.leadingZeroBitCount
    guard exponent > kept else { return rows }
    let mask = 1 << (exponent - kept) - 1
    return (rows + mask) & ~mask
  }
}
