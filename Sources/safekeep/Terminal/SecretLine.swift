/// One line of a secret as it is typed: what each byte does to what stands already.
///
/// The bytes lie in guarded memory only. A byte that is taken back stays in that memory until the
/// whole is wiped, and nowhere else.
struct SecretLine {
  enum State: Equatable {
    case typing
    case entered
    /// ^C.
    case interrupted
    /// ^D on an empty line, or the terminal went away.
    case ended
  }

  /// More was typed than there is room for: cutting it short would make another passphrase.
  private(set) var isTooLong = false

  /// Takes one byte of a terminal without line editing.
  mutating func take(_ byte: UInt8, into line: inout OutputSpan<UInt8>) -> State {
    switch byte {
    case 0x0A, 0x0D: return .entered
    case 0x03: return .interrupted
    case 0x04: return line.isEmpty ? .ended : .entered
    case 0x08, 0x7F: eraseLetter(of: &line)
    case 0x15:
      line.removeAll()
      isTooLong = false
    // Other controls are no part of any passphrase: a stray ^Z would otherwise lock its owner out.
    case 0x00...0x1F: break
    default: append(byte, to: &line)
    }
    return .typing
  }

  private mutating func append(_ byte: UInt8, to line: inout OutputSpan<UInt8>) {
    if line.isFull {
      isTooLong = true
    } else {
      line.append(byte)
    }
  }

  /// Takes back a whole scalar of UTF-8. Vietnamese input methods work by sending backspaces and
  /// the letter anew, so half a letter left behind would be a wrong passphrase that nobody sees.
  private mutating func eraseLetter(of line: inout OutputSpan<UInt8>) {
    while !line.isEmpty {
      let byte = line.removeLast()
      if byte & 0xC0 != 0x80 { return }
    }
  }
}
