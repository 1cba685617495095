import Vault

/// What the steps after reception ask for (design, "States, guards, clocks": reported to received,
/// received to in process). Shown as missing until given.
enum CaseGuards {
  static let names = [
    "case.entry_path", "case.receiving_unit", "case.received_at", "case.health_agency_notified_at",
    "case.person_category", "reception.limits_explained_at", "reception.limits_not_explained",
  ]

  /// The guards among the fields that were seen and hold no answer. Of the two fields about the
  /// limits of confidentiality one answer is enough.
  static func missing(in fields: [PageField], _ book: RuleBook) -> [FieldDefinition] {
    let seen = Dictionary(
      fields.map { ($0.definition.qualifiedName, $0.value) },
      uniquingKeysWith: { first, _ in first })
    return names.compactMap { name in
      guard name != "reception.limits_not_explained", isOpen(seen[name]) else { return nil }
      if name == "reception.limits_explained_at", !isOpen(seen["reception.limits_not_explained"]) {
        return nil
      }
      return book[name]
    }
  }

  /// The same of values that are about to be written.
  static func missing(in values: [FieldID: FieldValue], _ book: RuleBook) -> [FieldDefinition] {
    func isOpen(_ name: String) -> Bool {
      book[name].map { values[$0.id] ?? .absent(.notAsked) } == .absent(.notAsked)
    }
    return names.filter { name in
      switch name {
      case "reception.limits_not_explained": false
      case "reception.limits_explained_at":
        isOpen(name) && isOpen("reception.limits_not_explained")
      default: isOpen(name)
      }
    }.compactMap { book[$0] }
  }

  /// Seen, and without an answer: what this member may not see is not theirs to call missing.
  private static func isOpen(_ value: FieldValue?) -> Bool { value == .absent(.notAsked) }
}
