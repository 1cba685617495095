/// How somebody stands to a case in one of their roles.
public struct CaseStanding: Hashable, Sendable {
  public let role: Role
  public let relation: Relation
}
