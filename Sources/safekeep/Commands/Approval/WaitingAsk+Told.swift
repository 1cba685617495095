import Casework
import Vault

extension WaitingAsk {
  /// What is asked for: a step by the status that it leads to.
  func kind(in words: any Words) -> Cell {
    switch ask.act {
    case .step: .code(ask.act.rawValue, label: words.waitingStep(words.status(ask.subject)))
    case .stayExtend: .code(ask.act.rawValue, label: words.waitingStay)
    default: .text(ask.act.rawValue)
    }
  }

  /// Shown above the question whether somebody agrees.
  func told(in words: any Words) -> String {
    let what = kind(in: words).shown(in: words)
    return words.askedInCase(caseCode, what: what, by: Escaping.line(askerHandle ?? "–"))
  }
}
