import Casework

extension Citation {
  /// Whether anybody confirmed the rule, as a code that programs read and words that people do.
  func standing(in words: any Words) -> Cell {
    if isProjectChoice { return .code("project_choice", label: words.projectChoice) }
    return isVerified
      ? .code("verified", label: words.verifiedRule)
      : .code("unverified", label: words.unverifiedRule)
  }

  /// The provision, short, with what must be said beside it.
  func told(in words: any Words) -> String {
    if isProjectChoice { return words.projectChoice }
    let cited = words.cited(self)
    return isVerified ? cited : "\(cited), \(words.unverifiedRule)"
  }

  /// A name with what must be said beside it, wherever people are shown what rests on the rule: nothing
  /// for a rule that was verified.
  func mark(_ name: String, in words: any Words) -> String {
    if isProjectChoice { return "\(name) (\(words.projectChoice))" }
    return isVerified ? name : "\(name) (\(words.unverifiedRule))"
  }
}
