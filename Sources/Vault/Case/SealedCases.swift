import Sealing

/// Some new cases and the keys that custody is to keep for them.
final class SealedCases: Sendable {
  let cases: [SealedCase]
  let keys: KeyArena

  init(_ cases: [SealedCase], keys: consuming KeyArena) {
    self.cases = cases
    self.keys = keys
  }
}
