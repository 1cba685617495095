import AuditLog

/// What the policy answers: how the class may be used, or why not. The reason is one of the log's
/// own codes, so that the entry and the sentence on the screen cannot drift apart.
enum Verdict: Equatable {
  case allowed(role: Role, access: KeyAccess)
  case denied(Refusal)
}
