public import Vault

extension Casework {
  /// The field of the input that says why, in words.
  public static let emergencyText = "note"

  /// The codes of the reason, as the adopted rule book has them.
  public var emergencyReasons: [Code] { book.emergencyReasons }

  /// Breaks the glass: one class of one case, for an hour.
  ///
  /// - Parameters:
  ///   - reason: a code of `emergency_reason`.
  ///   - input: the reason in words, which goes to the leads alone.
  /// - Throws: `.form` where the words are missing or cannot be kept; `.vault` with `denied` and what else
  ///   the Vault refuses.
  public func openEmergency(
    _ fieldClass: FieldClass, of code: CaseCode, because reason: Code, _ input: FormInput,
    as session: borrowing Session
  ) throws(CaseworkError) -> Emergency {
    let text = try emergencyText(input)
    let id = try id(of: code)
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.openEmergency(fieldClass, of: id, because: reason.code, text: text, as: session)
    }
  }

  /// What a second duty officer or a lead sees of an emergency before they answer it.
  public func emergency(
    _ entry: Int, as session: borrowing Session
  ) throws(CaseworkError) -> ShownEmergency {
    try CaseworkError.ofVault { () throws(VaultError) in
      let look = try vault.emergency(entry, as: session)
      var code = ""
      if let field = book["case.case_code"], case .text(let text) = look.operations[field.id] {
        code = (try? CaseCode(text).text) ?? text
      }
      return try ShownEmergency(
        emergency: look.emergency, caseCode: code,
        asker: vault.handle(of: look.emergency.asker, as: session), text: look.text,
        entry: look.entry)
    }
  }

  /// The emergencies of a case, for who is to be told of them.
  func emergencies(
    of id: CaseID, _ code: CaseCode, _ session: borrowing Session
  ) throws(VaultError) -> [ShownEmergency] {
    try vault.emergencies(of: id, as: session).map { emergency throws(VaultError) in
      ShownEmergency(
        emergency: emergency, caseCode: code.text,
        asker: try vault.handle(of: emergency.asker, as: session), text: nil,
        entry: emergency.entry)
    }
  }

  private func emergencyText(_ input: FormInput) throws(CaseworkError) -> String {
    var faults = input.faults
    for name in input.values.keys where name != Self.emergencyText {
      faults.append(FieldFault(field: name, fault: .unknownField))
    }
    var given = ""
    if case .text(let text) = input.values[Self.emergencyText] { given = text }
    let fault: ValueFault? =
      if TextRules.isBlank(given) { .missing } else if given.utf8.count > Self.longestText {
        .tooLong
      } else {
        TextRules.fault(in: given, isLong: true)
      }
    if let fault { faults.append(FieldFault(field: Self.emergencyText, fault: fault)) }
    guard faults.isEmpty else { throw .form(faults.sorted { $0.field < $1.field }) }
    return given
  }

  /// Some paragraphs, in bytes; what the Vault can seal.
  private static let longestText = Emergency.longestText
}

extension RuleBook {
  public var emergencyReasons: [Code] { codeLists["emergency_reason"]?.codes ?? [] }
}
