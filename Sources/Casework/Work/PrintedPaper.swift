public import Vault

/// What a printed page is made of. Where somebody is hidden is on none of them: a page is read by whoever
/// finds it.
public struct PrintedPaper: Sendable {
  /// What of the case stands on the page.
  public let data: CasePage
  /// The record that the page is about: a consent, a request, a referral.
  public let record: PageRecord?
  /// The fields and the whole classes that this record names.
  public let named: [FieldDefinition]
  public let classes: [FieldClass]
  /// The entry of the print, durable before this was handed on.
  public let entry: Int

  public subscript(_ name: String) -> PageField? {
    record?.fields.first { $0.definition.qualifiedName == name }
  }
}
