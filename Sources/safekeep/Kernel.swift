import CLinux
import Glibc

/// The few calls that hand memory or a path to the kernel: the one file of the porch that says
/// `unsafe`.
///
/// Each is safe for the same reason: the pointer comes from a Swift value that outlives the call,
/// its length is that value's own count, and the call keeps neither. A failure is `Errno`, taken
/// at once.
enum Kernel {
  /// An errno value, so that a caller can tell a full disk from a closed pipe.
  struct Errno: Error, Equatable {
    let code: Int32

    init(_ code: Int32) { self.code = code }

    static let noEntry = Errno(ENOENT)
    static let exists = Errno(EEXIST)
    static let brokenPipe = Errno(EPIPE)
    static let isDirectory = Errno(EISDIR)
    static let tooLarge = Errno(EFBIG)
  }

  // MARK: Descriptors

  /// Writes all of it: write(2) may take less than it was given.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Errno) {
    var from = 0
    while from < bytes.count {
      let written = unsafe bytes[from...].withUnsafeBytes { rest in
        unsafe clinux_write(descriptor, rest.baseAddress, rest.count)
      }
      from += Int(try checked(written))
    }
  }

  /// The same for bytes that must not lie anywhere else: straight from the memory that holds them.
  static func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws(Errno) {
    var from = 0
    while from < bytes.count {
      let written = unsafe bytes.extracting(from...).withUnsafeBufferPointer { rest in
        unsafe clinux_write(descriptor, rest.baseAddress, rest.count)
      }
      from += Int(try checked(written))
    }
  }

  /// Back to the first byte.
  static func rewind(_ descriptor: Int32) throws(Errno) {
    _ = try checked(Int(clinux_rewind(descriptor)))
  }

  /// Room on the disk for so many bytes from the first (posix_fallocate(3)). A file system that knows no such thing is
  /// taken at its word.
  static func reserve(_ descriptor: Int32, _ bytes: Int) throws(Errno) {
    let code = posix_fallocate(descriptor, 0, off_t(bytes))
    guard [0, EINVAL, EOPNOTSUPP].contains(code) else { throw Errno(code) }
  }

  static func truncate(_ descriptor: Int32, to length: Int) throws(Errno) {
    _ = try checked(Int(clinux_truncate(descriptor, Int64(length))))
  }

  /// On the disk, not on its way there.
  static func sync(_ descriptor: Int32) throws(Errno) {
    _ = try checked(Int(clinux_sync(descriptor)))
  }

  /// The name of a new file is in its directory, and reaches the disk only with it.
  static func syncDirectory(of path: String) throws(Errno) {
    let descriptor = try openDirectory(of: path)
    defer { close(descriptor) }
    try sync(descriptor)
  }

  private static func openDirectory(of path: String) throws(Errno) -> Int32 {
    let end = path.lastIndex(of: "/")
    let directory = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return try open(directory, O_RDONLY | O_DIRECTORY)
  }

  /// The directory of a path, held so that whoever else asks for it waits. Closing it lets go.
  static func lockDirectory(of path: String) throws(Errno) -> Int32 {
    let descriptor = try openDirectory(of: path)
    do {
      _ = try checked(Int(clinux_lock(descriptor)))
      return descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// UTC, in milliseconds since 1970-01-01T00:00Z.
  static func milliseconds() -> Int { Int(clinux_milliseconds()) }

  /// Appends what one read(2) gives, at most what the span has room for; false at the end of input.
  /// The bytes go from the kernel straight into the span's memory, so a guarded span stays the only
  /// place that held them.
  static func read(_ descriptor: Int32, into span: inout OutputSpan<UInt8>) throws(Errno) -> Bool {
    let count = unsafe span.withUnsafeMutableBufferPointer { buffer, filled in
      let room = buffer.count - filled
      let free = unsafe buffer.baseAddress.map { unsafe $0 + filled }
      let count = unsafe clinux_read(descriptor, free, room)
      filled += max(count, 0)
      return count
    }
    return try checked(count) > 0
  }

  /// The next bytes of a descriptor, at most 64 KiB; empty at the end of input.
  static func read(_ descriptor: Int32) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = [UInt8](capacity: 65_536) { span in
      do throws(Errno) { _ = try read(descriptor, into: &span) } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// All that a descriptor gives.
  ///
  /// - Throws: `Errno.tooLarge` once it is more than `limit` bytes.
  static func readAll(_ descriptor: Int32, limit: Int) throws(Errno) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let next = try read(descriptor)
      if next.isEmpty { return all }
      all += next
      if all.count > limit { throw .tooLarge }
    }
  }

  /// One byte of a descriptor; nil at the end of input.
  static func readByte(_ descriptor: Int32) throws(Errno) -> UInt8? {
    var byte: UInt8 = 0
    let count = unsafe withUnsafeMutableBytes(of: &byte) { place in
      unsafe clinux_read(descriptor, place.baseAddress, 1)
    }
    return try checked(count) == 1 ? byte : nil
  }

  static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  /// The values of the variables of these names, as far as they are set and are UTF-8.
  static func environment(_ names: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      guard let value = unsafe getenv(name) else { continue }
      values[name] = unsafe String(validatingCString: value)
    }
    return values
  }

  // MARK: Paths

  static func open(_ path: String, _ flags: Int32, mode: UInt32 = 0o600) throws(Errno) -> Int32 {
    Int32(try checked(Int(unsafe path.withCString { unsafe clinux_open($0, flags, mode) })))
  }

  /// Kind, permissions and owner of what stands at the path itself; nil where nothing stands.
  static func status(of path: String) throws(Errno) -> clinux_status? {
    let found = unsafe path.withCString { unsafe clinux_lstat($0) }
    if found.error == ENOENT || found.error == ENOTDIR { return nil }
    guard found.error == 0 else { throw Errno(found.error) }
    return found
  }

  static func makeDirectory(_ path: String, mode: UInt32) throws(Errno) {
    // With the mode that is named, whatever the mask of this process takes away from what is made (umask(2)); set
    // afterwards, by its name, it could be that of something else that was put in its place.
    let mask = umask(0)
    defer { umask(mask) }
    _ = try checked(Int(unsafe path.withCString { unsafe clinux_mkdir($0, mode) }))
  }

  static func rename(_ from: String, to place: String) throws(Errno) {
    let result = unsafe from.withCString { old in
      unsafe place.withCString { new in unsafe clinux_rename(old, new) }
    }
    _ = try checked(Int(result))
  }

  /// Throws `Errno.exists` where something has that name already.
  static func rename(_ from: String, toNew place: String) throws(Errno) {
    let result = unsafe from.withCString { old in
      unsafe place.withCString { new in unsafe clinux_rename_new(old, new) }
    }
    _ = try checked(Int(result))
  }

  static func remove(_ path: String) throws(Errno) {
    _ = try checked(Int(unsafe path.withCString { unsafe clinux_unlink($0) }))
  }

  /// Names in a directory, sorted, without `.` and `..`; empty where the directory is not there.
  static func names(in path: String) -> [String] {
    guard let directory = unsafe path.withCString({ unsafe opendir($0) }) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  // MARK: Keyring

  /// Puts the payload into the user keyring under a name, for that many seconds.
  static func addKey(
    _ name: String, _ payload: borrowing Span<UInt8>, seconds: UInt32
  ) throws(Errno) {
    let result = unsafe payload.withUnsafeBufferPointer { bytes in
      unsafe name.withCString { unsafe clinux_key_add($0, bytes.baseAddress, bytes.count, seconds) }
    }
    _ = try checked(result)
  }

  /// Serial number of the key of that name; nil where there is none, or it ran out or was revoked.
  static func findKey(_ name: String) throws(Errno) -> Int? {
    let result = unsafe name.withCString { unsafe clinux_key_find($0) }
    let gone = [ENOKEY, EKEYEXPIRED, EKEYREVOKED].map { -Int($0) }
    return gone.contains(result) ? nil : try checked(result)
  }

  /// The payload of a key, straight into the span; a payload that does not fit is refused.
  static func readKey(_ key: Int, into span: inout OutputSpan<UInt8>) throws(Errno) {
    let count = unsafe span.withUnsafeMutableBufferPointer { buffer, filled in
      let count = unsafe clinux_key_read(key, buffer.baseAddress, buffer.count)
      if count <= buffer.count { filled = max(count, 0) }
      return count <= buffer.count ? count : -Int(EMSGSIZE)
    }
    _ = try checked(count)
  }

  // MARK: QR codes

  /// One byte a module, 1 for black, row by row.
  ///
  /// - Throws: `Errno.noEntry` where libqrencode is absent; ERANGE or EINVAL where the bytes do not fit.
  static func qrCode(of bytes: [UInt8]) throws(Errno) -> [UInt8] {
    var modules = [UInt8](repeating: 0, count: Int(CLINUX_QR_SIDE * CLINUX_QR_SIDE))
    let width = unsafe bytes.withUnsafeBufferPointer { text in
      unsafe modules.withUnsafeMutableBufferPointer { modules in
        unsafe clinux_qr_encode(text.baseAddress, Int32(text.count), modules.baseAddress)
      }
    }
    let side = try checked(Int(width))
    return Array(modules[..<(side * side)])
  }

  private static func checked(_ result: Int) throws(Errno) -> Int {
    guard result >= 0 else { throw Errno(Int32(-result)) }
    return result
  }
}
