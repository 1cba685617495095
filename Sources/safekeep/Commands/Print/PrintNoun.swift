import ArgumentParser

/// `safekeep print`: pages on paper, each a file of its own that fetches nothing.
struct PrintNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .print,
    [
      PrintLetter.self, PrintConsent.self, PrintReceipt.self, PrintAccesses.self,
      PrintSummary.self, PrintStats.self, PrintForm.self,
    ])
}
