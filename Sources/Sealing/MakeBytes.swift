/// An array of at most `count` bytes that `write` sets in place and whose true length it returns.
///
/// The standard library's initialiser does not carry a typed error through, and sealing must not pay
/// for zeroing what it overwrites.
func makeBytes(
  count: Int, _ write: (UnsafeMutablePointer<UInt8>) throws(SealingError) -> Int
) throws(SealingError) -> [UInt8] {
  var failure: SealingError?
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
    guard let start = buffer.baseAddress else { return }
    do throws(SealingError) {
      written = try unsafe write(start)
    } catch {
      failure = error
    }
  }
  if let failure { throw failure }
  return bytes
}
