/// What a rule has to say of something that it lets pass: a condition that no field shows, a thing to do
/// next. Codes and names of the rule book only, like a refusal.
public struct RuleNote: Hashable, Sendable {
  public let reason: NoteReason
  public let label: RuleLabel?
  public let citation: Citation?
  public let names: [StopName]

  init(
    _ reason: NoteReason, label: RuleLabel? = nil, _ citation: Citation? = nil,
    names: [StopName] = []
  ) {
    (self.reason, self.label, self.citation, self.names) = (reason, label, citation, names)
  }
}
