public import Vault

/// A row of `steps.csv`: a step of the legal status, who may take it, and what must be recorded first.
public struct StepRule: Hashable, Sendable {
  public let id: String
  public let from: String
  public let to: String
  public let who: RoleSet
  /// Who must approve, somebody else than who takes the step; empty where nobody has to.
  public let second: RoleSet
  /// Those of them who can: police and legal aid read a case by excerpt alone and hold no key of the row in
  /// which its status stands (keys, "Excerpt"), so that nobody is sent to them for a step.
  public var takers: RoleSet { who.subtracting(Self.byExcerpt) }
  public var approvers: RoleSet { second.subtracting(Self.byExcerpt) }
  private static let byExcerpt = RoleSet([.police, .legalAid])

  public let guards: RuleCondition
  public let label: Label
  public let citation: Citation
  public let validity: Validity
  let line: Int

  init(_ row: RuleRow) throws(CaseworkError) {
    id = try row.word("id")
    from = try row.word("from")
    to = try row.word("to")
    who = try row.roles("who")
    second = row.optional("second") == nil ? [] : try row.roles("second")
    guards = try row.condition("guards")
    label = try row.label()
    citation = try row.citation("citation")
    validity = try row.validity()
    line = row.line
    // The keys of a file that another office took in are destroyed: nothing leads on from there.
    guard from != "transferred" else { throw row.fault(.badCell(column: "from")) }
    guard from != to else { throw row.fault(.badCell(column: "to")) }
  }
}
