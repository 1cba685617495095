import CLinux

/// Signals that end a program, held back for as long as several questions and what follows them take.
///
/// At a question they are noticed as they always are. One that comes between two, when nobody waits for
/// it, is noticed at the next: so what was typed before can be kept first.
struct Attention {
  fileprivate let signals: clinux_silence

  /// Signals as before; one that waited is over, for whoever held them back has ended.
  func end() { clinux_attention_end(signals) }
}

extension ControllingTerminal {
  func attend() throws(Fault) -> Attention {
    let signals = clinux_attention_begin(descriptor)
    guard signals.error == 0 else { throw .nobodyToAsk }
    return Attention(signals: signals)
  }
}
