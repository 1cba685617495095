import CLinux
import Foundation

/// A real terminal with nobody at it but the test: what is written to `master` is typed, what is
/// read from it is on the screen.
final class PseudoTerminal: Sendable {
  /// Path of the side at which a program sits.
  let path: String
  private let master: Int32
  /// Held open so that the settings of the terminal outlive each program that opens it.
  let held: Int32

  init() throws {
    let pair = clinux_pseudo_terminal()
    guard pair.error == 0 else { throw POSIXError(.ENOTTY) }
    master = pair.master
    path = "/dev/pts/\(pair.number)"
    held = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
  }

  deinit {
    close(held)
    close(master)
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) { _ = unsafe write(master, bytes, bytes.count) }

  /// Waits until the screen has shown this text; nil when it did not within so many seconds.
  @discardableResult
  func waitFor(_ text: String, within seconds: Double = 10) -> String? {
    var seen: [UInt8] = []
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if String(decoding: seen, as: UTF8.self).contains(text) {
        return String(decoding: seen, as: UTF8.self)
      }
      seen += available(milliseconds: 50)
    }
    return nil
  }

  /// Whether the terminal shows what is typed.
  var echoes: Bool {
    var settings = termios()
    unsafe tcgetattr(held, &settings)
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Waits until it does, or does not; false when it came to neither within ten seconds.
  func waits(untilEchoIs wanted: Bool) -> Bool {
    let end = Date().addingTimeInterval(10)
    while Date() < end {
      if echoes == wanted { return true }
      usleep(2_000)
    }
    return false
  }

  private func available(milliseconds: Int32) -> [UInt8] {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&ready, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(master, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }
}
