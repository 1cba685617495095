import Sealing
import Vault

/// Asks for the words of a share: no echo, in as many lines as whoever types likes, for nobody types
/// thirty-three words blind without a pause.
enum SharePrompt {
  /// - Returns: the words, a space between; nothing where nothing was typed.
  static func ask(
    _ number: Int, on terminal: borrowing ControllingTerminal, _ words: any Words
  ) throws(Fault) -> SecretBytes {
    var typed = try SecretBytes.made(capacity: 0) { _ in }
    var count = 0
    while count < Vault.shareWords {
      let line = try SecretPrompt.ask(
        words.typeShare(number, from: count + 1, of: Vault.shareWords), on: terminal)
      let more = line.withSpan { countWords($0) }
      // Whoever has no more words has typed what there is; what is missing shows when it is read.
      guard more > 0 else { break }
      let before = typed
      typed = try joined(before, line)
      count += more
    }
    return typed
  }

  private static func countWords(_ line: Span<UInt8>) -> Int {
    var (count, isWord) = (0, false)
    for index in line.indices {
      let isLetter = line[index] > 0x20
      if isLetter, !isWord { count += 1 }
      isWord = isLetter
    }
    return count
  }

  private static func joined(
    _ typed: borrowing SecretBytes, _ line: borrowing SecretBytes
  ) throws(Fault) -> SecretBytes {
    try SecretBytes.made(capacity: typed.count + line.count + 1) { output in
      typed.withSpan { for index in $0.indices { output.append($0[index]) } }
      output.append(0x20)
      line.withSpan { for index in $0.indices { output.append($0[index]) } }
    }
  }
}
