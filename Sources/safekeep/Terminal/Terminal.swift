import CLinux
import Glibc
import Sealing

/// The two streams of this run, and the only place of the program that prints.
///
/// The result goes to standard output, and to it alone; whatever is said about the result goes to
/// standard error, each line with the name of the program, so that the two can be told apart when
/// both end in one file.
struct Terminal: Sendable {
  /// The colours of the few words that carry one. What they say is also said in words.
  enum Style: String {
    case strong = "1"
    case warning = "33"
    case danger = "31"
  }

  /// Standard output is a terminal: tables, colour, a width to fit.
  let isInteractive: Bool
  /// Standard error is a terminal: progress may be drawn and taken away again.
  let showsProgress: Bool
  /// Columns to fit; nil where standard output is no terminal, and nothing is cut.
  let width: Int?
  private let isColoured: Bool
  private let output: Int32
  private let errors: Int32

  /// `wantsColour`: false for `--no-color`.
  /// `output`: descriptor of the result; another than 1 only in tests.
  /// `errors`: descriptor of what is said about it; another than 2 only in tests.
  init(
    environment: Environment, wantsColour: Bool = true, output: Int32 = 1, errors: Int32 = 2
  ) {
    let isDumb = environment["TERM"] == "dumb"
    isInteractive = isatty(output) == 1
    showsProgress = isatty(errors) == 1 && !isDumb
    width = isInteractive ? Self.width(of: output, environment) : nil
    // no-color.org: present and not empty. A dumb terminal would print the codes as text.
    isColoured = wantsColour && isInteractive && !isDumb && environment["NO_COLOR"] == nil
    self.output = output
    self.errors = errors
  }

  /// Writes a result, whole or not at all as far as this program can tell.
  ///
  /// - Throws: `Fault` of status 74. With a closed pipe it has nothing to say: the reader chose to
  ///   leave, but "done" would be untrue, since the result did not arrive.
  func write(_ text: String) throws(Fault) {
    do {
      try Kernel.write(Array(text.utf8), to: output)
    } catch {
      throw error == .brokenPipe ? .readerLeft : .outputFailed(errno: error.code)
    }
  }

  /// Writes a secret that is to be seen once, from the memory that it lies in.
  func write(_ secret: borrowing SecretBytes) throws(Fault) {
    do {
      try secret.withSpan { bytes throws(Kernel.Errno) in try Kernel.write(bytes, to: output) }
    } catch {
      throw error == .brokenPipe ? .readerLeft : .outputFailed(errno: error.code)
    }
  }

  /// One line for people: `safekeep: …`. The sentence comes from `Words`, or is escaped already.
  ///
  /// That standard error cannot be written is not an error: there is nobody left to tell.
  func say(_ sentence: String) {
    let line = sentence.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "safekeep: \($0)\n" }.joined()
    try? Kernel.write(Array(line.utf8), to: errors)
  }

  /// One line as it is, for the JSON of a final error.
  func sayRaw(_ line: String) {
    try? Kernel.write(Array((line + "\n").utf8), to: errors)
  }

  /// Draws over the line of the cursor on standard error, if that is a terminal.
  func draw(_ text: String) {
    guard showsProgress else { return }
    // Carriage return, then erase to the end of the line (ECMA-48, EL).
    try? Kernel.write(Array("\r\u{1B}[K\(text)".utf8), to: errors)
  }

  /// The text in a style where colour is on (ECMA-48, SGR), else as it is.
  func styled(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Clears the screen and, where the terminal has it, the scroll-back (xterm's ED 3): for values
  /// that were shown once and must not be found above the next prompt.
  func forget() {
    guard isInteractive else { return }
    try? Kernel.write(Array("\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8), to: output)
  }

  /// What the terminal says of itself, else COLUMNS, else the 80 of the terminals of old.
  private static func width(of output: Int32, _ environment: Environment) -> Int {
    let told = Int(clinux_columns(output))
    if told > 0 { return told }
    return environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }
}
