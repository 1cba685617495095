import Vault

/// A row of a register that is likely to be somebody's.
struct LikelySubject: Sendable {
  let line: Int
  let subject: SearchSubject
  let reasons: [MatchReason]
}
