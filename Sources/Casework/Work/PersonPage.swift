public import Vault

/// What a person is given who asks for their own data.
public struct PersonPage: Sendable {
  /// Whatever the member who answers may read.
  public let data: CasePage
  /// Classes of the case that others hold, who are to be asked for them.
  public let heldByOthers: [FieldClass]
  /// Who looked, oldest first.
  public let accesses: [ReportedAccess]
  /// The entry of the print.
  public let entry: Int
}
