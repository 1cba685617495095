import Vault

/// The fields and classes that a consent or a release lists by name.
struct ReleaseScope {
  let fields: [FieldDefinition]
  let classes: Set<FieldClass>

  /// Where somebody is hidden is never one of many fields of a class: it is given when that very field was
  /// consented to, and not otherwise (Law 53/2024 Art. 34, 35; design).
  static let onlyByName: Set<String> = [
    "protection.shelter", "protection.room", "stay.stay_facility",
  ]

  /// - Parameter items: `person.full_name`, or a class such as `identity`.
  /// - Throws: `.form` with every name that there is not.
  init(_ items: [String], _ book: RuleBook) throws(CaseworkError) {
    var (fields, classes) = ([FieldDefinition](), Set<FieldClass>())
    var faults: [FieldFault] = []
    for item in items {
      if let field = book[item] {
        fields.append(field)
      } else if let fieldClass = FieldClass(name: item) {
        classes.insert(fieldClass)
      } else {
        faults.append(FieldFault(field: item, fault: .unknownField))
      }
    }
    guard faults.isEmpty else { throw .form(faults) }
    (self.fields, self.classes) = (fields, classes)
  }

  func covers(_ field: FieldDefinition) -> Bool {
    fields.contains { $0.id == field.id }
      || classes.contains(field.fieldClass) && !Self.onlyByName.contains(field.qualifiedName)
  }

  /// Whether anything of it is sensitive (Decree 356/2025 Art. 4(1)): a restricted class, or health.
  func isSensitive(_ book: RuleBook) -> Bool {
    book.fields.contains { $0.isSensitive && covers($0) } || fields.contains(where: \.isSensitive)
  }
}

extension FieldDefinition {
  var isSensitive: Bool { fieldClass.isRestricted || isHealth }

  var isHealth: Bool { form == "health" }
}
