import CLinux
import Sealing

/// Asks for a secret at the terminal: no echo, and every byte straight into guarded memory.
enum SecretPrompt {
  /// Longer than any passphrase that is typed.
  static let longest = 1024

  /// - Throws: `Fault.hidden` for `!`; `Fault.interrupted` for ^C or a signal that ends the program, with the echo restored;
  ///   `Fault.inputEnded` for ^D; 64 for more than 1024 bytes.
  static func ask(
    _ question: String, on terminal: borrowing ControllingTerminal
  ) throws(Fault) -> SecretBytes {
    // First the echo goes, then the question comes: whoever answers at once is not seen either.
    let silence = clinux_silence_begin(terminal.descriptor)
    guard silence.error == 0 else { throw .nobodyToAsk }
    // The echo comes back on every path, and the cursor goes below the question.
    defer {
      clinux_silence_end(silence)
      try? terminal.write("\n")
    }
    try terminal.write(question + " ")
    let secret = try read(from: silence)
    if secret.withSpan({ ControllingTerminal.isHiding($0) }) { throw terminal.hide() }
    return secret
  }

  /// Lets some seconds pass without echo, and forgets what is typed meanwhile: whoever has to wait
  /// types the passphrase all the same, and it would stand on the screen.
  static func wait(
    seconds: Int, on terminal: borrowing ControllingTerminal
  ) throws(Fault) {
    let silence = clinux_silence_begin(terminal.descriptor)
    guard silence.error == 0 else { throw .nobodyToAsk }
    defer { clinux_silence_end(silence) }
    let end = Kernel.milliseconds() + seconds * 1000
    while true {
      let left = end - Kernel.milliseconds()
      guard left > 0 else { return }
      switch clinux_silence_next_within(silence, Int32(left)) {
      case 0x03, -2: throw .interrupted
      case -1: throw .inputEnded
      default: continue
      }
    }
  }

  private static func read(from silence: clinux_silence) throws(Fault) -> SecretBytes {
    var editor = SecretLine()
    var state = SecretLine.State.typing
    let secret = try SecretBytes.made(capacity: longest) { line in
      while state == .typing {
        let byte = clinux_silence_next(silence)
        switch byte {
        case 0...: state = editor.take(UInt8(byte), into: &line)
        case -2: state = .interrupted
        default: state = .ended
        }
      }
    }
    switch state {
    case .interrupted: throw .interrupted
    case .ended: throw .inputEnded
    case .typing, .entered: break
    }
    if editor.isTooLong { throw .secretTooLong }
    return secret
  }
}

extension SecretBytes {
  /// The same as the initialiser, with the fault that the porch tells.
  static func made(
    capacity: Int, fill: (inout OutputSpan<UInt8>) -> Void
  ) throws(Fault) -> SecretBytes {
    do { return try SecretBytes(capacity: capacity, fill: fill) } catch { throw .noGuardedMemory }
  }
}

extension Fault {
  static let secretTooLong = Fault(.usage, reason: "secret_too_long") {
    $0.secretTooLong(limit: SecretPrompt.longest)
  }

  /// The system gives no memory that can be locked.
  static let noGuardedMemory = Fault(.failed) { $0.noGuardedMemory }
}
