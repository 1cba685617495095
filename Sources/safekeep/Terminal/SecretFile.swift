import CLinux
import Glibc
import Sealing

/// Secrets from `--passphrase-file`: one a line, in the order in which they are asked for.
///
/// A line each, not a file each, so that one pipe can answer a command that asks twice. The end of
/// the line is no part of the secret, be it LF or CR LF; everything else is.
struct SecretFile: ~Copyable {
  private let descriptor: Int32
  /// Others than its owner may read the file: said aloud, and used all the same, because scripts and
  /// mounted media make such files, and a person who cannot unlock helps nobody.
  let isShared: Bool

  /// - Parameter path: `-` is standard input.
  /// - Throws: 66 where there is no such file, or a directory. A pipe is taken as it is: nobody but its two ends reads
  ///   it.
  init(path: String) throws(Fault) {
    guard path != "-" else {
      // At a terminal the echo would show what is typed.
      guard isatty(0) == 0 else { throw .secretOnTerminalInput }
      (descriptor, isShared) = (0, false)
      return
    }
    guard let opened = try? Kernel.open(path, O_RDONLY) else { throw .fileNotFound }
    let found = clinux_fstat(opened)
    // Reading it would look like a file without a line.
    if found.error == 0, clinux_is_directory(found.mode) != 0 {
      Kernel.close(opened)
      throw .secretFolder
    }
    descriptor = opened
    isShared = !Self.isPrivate(found)
  }

  deinit { if descriptor != 0 { Kernel.close(descriptor) } }

  /// The next secret.
  ///
  /// - Throws: `Fault.inputEnded` after the last line; 65 for a line that is no UTF-8.
  func next() throws(Fault) -> SecretBytes {
    var state = LineState.empty
    let source = descriptor
    let secret = try SecretBytes.made(capacity: SecretPrompt.longest) { line in
      state = Self.readLine(source, into: &line)
    }
    switch state {
    case .empty: throw .inputEnded
    case .tooLong: throw .secretTooLong
    case .whole: break
    }
    guard secret.withSpan({ Self.isText($0) }) else { throw .secretNotText }
    return secret
  }

  /// UTF-8, looked at where it lies: a file in another code page is the usual reason why a passphrase
  /// that was typed right does not open.
  private static func isText(_ line: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: line)
      return true
    } catch { return false }
  }

  private enum LineState { case empty, whole, tooLong }

  /// A byte at a time: what follows the line belongs to the next question.
  private static func readLine(
    _ source: Int32, into line: inout OutputSpan<UInt8>
  ) -> LineState {
    var isEmpty = true
    while let byte = try? Kernel.readByte(source) {
      isEmpty = false
      if byte == 0x0A { break }
      if line.isFull { return .tooLong }
      line.append(byte)
    }
    if !line.isEmpty && line[line.count - 1] == 0x0D { _ = line.removeLast() }
    return isEmpty ? .empty : .whole
  }

  /// As ssh asks it of private keys: ours (or root's), nothing for group and others.
  private static func isPrivate(_ found: clinux_status) -> Bool {
    guard found.error == 0 else { return false }
    guard clinux_is_regular(found.mode) != 0 else { return true }
    return found.mode & 0o077 == 0 && (found.owner == geteuid() || found.owner == 0)
  }
}

extension Fault {
  static let fileNotFound = Fault(.notFound) { $0.noSuchFile }

  /// `--passphrase-file` names a directory.
  static let secretFolder = Fault(.notFound, reason: "directory") { $0.secretFolder }

  /// A line of the passphrase file is no UTF-8.
  static let secretNotText = Fault(
    .badData, reason: "passphrase_not_utf8", hint: { $0.secretNotTextHint }
  ) { $0.secretNotText }

  /// `--passphrase-file -` at a terminal.
  static let secretOnTerminalInput = Fault(
    .usage, reason: "secret_on_terminal", hint: { $0.secretOnTerminalInputHint }
  ) {
    $0.secretOnTerminalInput
  }
}
