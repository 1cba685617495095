import Casework
import Vault

/// Figures with what is said beside them, whatever they are written as.
struct FigurePage {
  let figures: Figures
  let book: RuleBook
  /// Who made them.
  let handle: String
  /// Who receives exact ones, and by which provision.
  let recipient: String?
  let citation: String?

  /// A share beside its target; nil where a number of it is suppressed, or nothing was received.
  struct Share {
    let target: FigureTarget
    /// In tenths of a per cent, cut and not rounded: 99.96 is not all.
    let tenths: Int
    let isReached: Bool

    var text: String { "\(tenths / 10).\(tenths % 10)" }
  }

  var shares: [(target: FigureTarget, share: Share?)] {
    guard let reports = figures[.reports] else { return [] }
    return FigureTarget.all.map { target in
      guard let whole = reports[FigureTable.total, "received"],
        let part = reports[FigureTable.total, target.column],
        let isReached = target.isReached(part, of: whole)
      else { return (target, nil) }
      return (target, Share(target: target, tenths: part * 1000 / whole, isReached: isReached))
    }
  }

  /// What whoever reads the figures must know.
  func notes(_ words: any Words) -> [String] {
    var notes: [String] = []
    if !figures.isExact { notes.append(words.figuresSuppressed) }
    return notes + Self.notCounted(figures.waiting, unopened: figures.unopened, words)
  }

  /// Cases of which nothing is counted, and why.
  static func notCounted(
    _ waiting: VaultStatus.DueCases?, unopened: Int, _ words: any Words
  ) -> [String] {
    (waiting.map { [words.notCounted($0)] } ?? [])
      + (unopened > 0 ? [words.casesNotOpened(unopened)] : [])
  }

  /// The same as numbers, nought too: whoever reads a file of figures must see of what they are.
  static func notCounted(
    _ waiting: VaultStatus.DueCases?, unopened: Int, in words: any Words
  ) -> [Report.Field] {
    [
      .init("not_given", words.label(.notGiven), .integer(waiting?.count ?? 0)),
      .init("not_opened", words.label(.notOpened), .integer(unopened)),
    ]
  }
}
