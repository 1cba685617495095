/// Writes fixed layouts front to back into memory the caller has measured, without a heap.
///
/// It checks nothing: the layouts written with it have one length each, and their tests hold it.
@unsafe
struct RawWriter {
  private var position: UnsafeMutableRawPointer

  init(_ start: UnsafeMutablePointer<UInt8>) {
    unsafe position = UnsafeMutableRawPointer(start)
  }

  mutating func put(_ value: some FixedWidthInteger) {
    unsafe position.storeBytes(of: value.littleEndian, as: type(of: value).self)
    unsafe position += value.bitWidth / 8
  }

  mutating func put(_ value: Identifier) {
    unsafe put(value.high.byteSwapped)
    unsafe put(value.low.byteSwapped)
  }

  mutating func put(_ text: StaticString) {
    unsafe position.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    unsafe position += text.utf8CodeUnitCount
  }

  mutating func put(_ bytes: UnsafePointer<UInt8>, count: Int) {
    unsafe position.copyMemory(from: bytes, byteCount: count)
    unsafe position += count
  }

  /// An item of associated data: its length as u32, then itself.
  mutating func put(item value: some FixedWidthInteger) {
    unsafe put(UInt32(value.bitWidth / 8))
    unsafe put(value)
  }

  mutating func put(item value: Identifier) {
    unsafe put(UInt32(16))
    unsafe put(value)
  }

  mutating func put(item text: StaticString) {
    unsafe put(UInt32(text.utf8CodeUnitCount))
    unsafe put(text)
  }
}
