import CLinux
import Glibc
import Sealing

/// The terminal at which the person sits, whatever standard input and output are joined to.
///
/// Questions go there and answers come from there, so that a result can be piped away, and so that
/// no file that happens to be standard input can answer for a person.
struct ControllingTerminal: ~Copyable {
  /// More than anybody types on one line: the kernel gives at most 4096 bytes (termios(3)).
  private static let longest = 65_536
  /// The kernel gives no more of a line than this and drops the rest of it (termios(3), "Canonical mode").
  private static let whole = 4_095

  let descriptor: Int32
  private let whenHidden: () -> Void

  /// - Parameters:
  ///   - noInput: true for `--no-input`, which forbids every question.
  ///   - path: another than `/dev/tty` only in tests.
  ///   - whenHidden: what else is done where somebody answers `!`; the screen is empty by then.
  /// - Throws: `Fault.nobodyToAsk`.
  init(
    noInput: Bool, path: String = "/dev/tty", whenHidden: @escaping () -> Void = {}
  ) throws(Fault) {
    guard !noInput, let descriptor = try? Kernel.open(path, O_RDWR), isatty(descriptor) == 1 else {
      throw .nobodyToAsk
    }
    self.descriptor = descriptor
    self.whenHidden = whenHidden
  }

  deinit { Kernel.close(descriptor) }

  /// Writes a secret that is to be seen here and nowhere else, from the memory that it lies in.
  func write(_ secret: borrowing SecretBytes) throws(Fault) {
    do {
      try secret.withSpan { bytes throws(Kernel.Errno) in
        try Kernel.write(bytes, to: descriptor)
      }
    } catch { throw .nobodyToAsk }
  }

  func write(_ text: String) throws(Fault) {
    do { try Kernel.write(Array(text.utf8), to: descriptor) } catch { throw .nobodyToAsk }
  }

  /// Asks, and gives the line that was typed, without its end. The kernel edits the line; ^C ends the
  /// program as it does at the passphrase, with a sentence and 130.
  ///
  /// `!` is the same answer to every question: somebody came in.
  ///
  /// - Throws: `Fault.hidden` for `!`; `Fault.inputEnded` for ^D or a terminal that is gone;
  ///   `Fault.interrupted`; `Fault.lineCut` for a line of which the kernel dropped the rest; 65 for bytes that are
  ///   no UTF-8.
  func ask(_ question: String) throws(Fault) -> String {
    try write(question + " ")
    let attention = clinux_attention_begin(descriptor)
    guard attention.error == 0 else { throw .nobodyToAsk }
    defer { clinux_attention_end(attention) }
    var line: [UInt8] = []
    while true {
      let byte = try next(attention)
      if byte == 0x0A { break }
      line.append(byte)
      if line.count > Self.longest { throw .notText }
    }
    if Self.isHiding(line.span) { throw hide() }
    guard line.count < Self.whole else { throw .lineCut }
    guard let text = String(validating: line, as: UTF8.self) else { throw .notText }
    return text
  }

  /// Empties the screen and, where the terminal has it, the scroll-back (xterm's ED 3), and then does
  /// what else is to be done. On the terminal itself: the result may go into a pipe.
  func hide() -> Fault {
    clear()
    whenHidden()
    return .hidden
  }

  /// Empties the screen alone.
  func clear() { try? write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }

  /// `!`, and `!!` of whoever is in a hurry; spaces do not count. No passphrase is like this: one that
  /// repeats itself is refused when it is made.
  static func isHiding(_ line: Span<UInt8>) -> Bool {
    var isMarked = false
    for index in line.indices where line[index] != UInt8(ascii: " ") {
      guard line[index] == UInt8(ascii: "!") else { return false }
      isMarked = true
    }
    return isMarked
  }

  /// Asks for text of several lines, ended by a line with a single dot, as mail did it: a marker
  /// that works on every terminal and that ^D by mistake does not take for an end.
  ///
  /// - Parameters:
  ///   - cut: said of a line that was too long, which is then asked for again.
  ///   - sofar: told after each line what there is, for whoever leaves before the dot.
  func askLines(
    _ question: String, cut: String, sofar: (String) -> Void
  ) throws(Fault) -> String {
    try write(question + "\n")
    var lines: [String] = []
    while true {
      guard let line = try askWhole(">", cut: cut) else { continue }
      if line == "." { return lines.joined(separator: "\n") }
      lines.append(line)
      sofar(lines.joined(separator: "\n"))
    }
  }

  /// Nil for a line that was too long, which was said.
  func askWhole(_ question: String, cut: String) throws(Fault) -> String? {
    do { return try ask(question) } catch {
      guard error.isLineCut else { throw error }
      try write(cut + "\n")
      return nil
    }
  }

  /// One byte: reading ahead would take what is typed for the next question.
  private func next(_ attention: clinux_silence) throws(Fault) -> UInt8 {
    switch clinux_silence_next(attention) {
    case let byte where byte >= 0: return UInt8(byte)
    case -2:
      // Below what was typed, as a shell leaves it.
      try write("\n")
      throw .interrupted
    default: throw .inputEnded
    }
  }
}

extension Fault {
  /// What was typed or read is not UTF-8, or longer than any answer.
  static let notText = Fault(.badData) { $0.notText }

  /// A line of which the rest never came.
  static let lineCut = Fault(.badData, reason: "line_cut") { $0.lineCut }

  var isLineCut: Bool {
    details.contains { $0.name == "reason" && $0.value == .string("line_cut") }
  }

  /// `!` at a question.
  static let hidden = Fault(.interrupted, reason: "hidden") { $0.hiddenAndLocked }

  /// The same in a form of which a draft is kept.
  static func hiddenAndKept(entry: Int) -> Fault {
    Fault(.interrupted, reason: "hidden", entry: entry) { $0.hiddenAndKept(entry: entry) }
  }

  var isHidden: Bool {
    details.contains { $0.name == "reason" && $0.value == .string("hidden") }
  }
}
