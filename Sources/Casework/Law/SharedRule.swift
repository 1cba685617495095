/// A clock's rule that many lines point to: it has some twenty words of its own, and a list of what is due in a hundred
/// thousand files must not copy them for each.
final class SharedRule: Hashable, Sendable {
  let rule: ClockRule
  let pace: ClockPace

  init(_ rule: ClockRule) { (self.rule, pace) = (rule, ClockPace(rule)) }

  static func == (left: SharedRule, right: SharedRule) -> Bool {
    left === right || left.rule == right.rule
  }

  func hash(into hasher: inout Hasher) { hasher.combine(rule.id) }
}
