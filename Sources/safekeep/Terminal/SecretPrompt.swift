import CLinux
import Sealing

/// Asks for a secret at the terminal: no echo, and every byte straight into guarded memory.
enum SecretPrompt {
  /// Longer than any passphrase that is typed.
  static let longest = 1024

  /// - Throws: `Fault.interrupted` for ^C or a signal that ends the program, with the echo restored;
  ///   `Fault.inputEnded` for ^D; 64 for more than 1024 bytes.
  static func ask(
    _ question: String, on terminal: borrowing ControllingTerminal
  ) throws(Fault) -> SecretBytes {
    try terminal.write(question + " ")
    let silence = clinux_silence_begin(terminal.descriptor)
    guard silence.error == 0 else { throw .nobodyToAsk }
    // From here no throw: the echo comes back on every path.
    let result = read(from: silence)
    clinux_silence_end(silence)
    try terminal.write("\n")
    return try result.get()
  }

  private static func read(from silence: clinux_silence) -> Typed {
    var editor = SecretLine()
    var state = SecretLine.State.typing
    do throws(SealingError) {
      let secret = try SecretBytes(capacity: longest) { line in
        while state == .typing {
          let byte = clinux_silence_next(silence)
          switch byte {
          case 0...: state = editor.take(UInt8(byte), into: &line)
          case -2: state = .interrupted
          default: state = .ended
          }
        }
      }
      return Typed(secret: secret, state: state, isTooLong: editor.isTooLong)
    } catch {
      return Typed(secret: nil, state: state, isTooLong: false)
    }
  }

  /// What came of it, held until the terminal is as it was.
  private struct Typed: ~Copyable {
    let secret: SecretBytes?
    let state: SecretLine.State
    let isTooLong: Bool

    consuming func get() throws(Fault) -> SecretBytes {
      switch state {
      case .interrupted: throw .interrupted
      case .ended: throw .inputEnded
      case .typing, .entered: break
      }
      if isTooLong { throw .secretTooLong }
      guard let secret else { throw .noGuardedMemory }
      return secret
    }
  }
}

extension Fault {
  static let secretTooLong = Fault(.usage) { $0.secretTooLong(limit: SecretPrompt.longest) }

  /// The system gives no memory that can be locked.
  static let noGuardedMemory = Fault(.failed) { $0.noGuardedMemory }
}
