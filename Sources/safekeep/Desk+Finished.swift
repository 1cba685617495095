import Vault

extension Desk {
  /// What another command began to erase and this one finished: the receipt on standard error, for standard output is
  /// the command's own.
  ///
  /// - Throws: 74 where something is left of it, and the command does nothing else: whoever is at work must see that.
  func tellFinished(_ finished: [FinishedErasure]) throws(Fault) {
    let receipt = ErasureReport(words)
    for done in finished {
      terminal.say(words.erasureFinished(entry: done.erasure.entry))
      let report = receipt.report(done.erasure, of: "–", field: nil)
      terminal.say(report.table(in: words, width: terminal.width))
    }
    if let failed = finished.compactMap(\.failed).first {
      throw Fault.of(VaultError.notAllErased(entry: failed))
    }
  }

  /// - Throws: 74 where a seal of before is left of a field that was restricted.
  static func checkOverwritten(_ left: Int?) throws(Fault) {
    if let left { throw Fault.of(VaultError.notAllOverwritten(entry: left)) }
  }
}
