import ArgumentParser
import Casework
import Vault

/// `safekeep case erase CASE... --reason CODE [--class CLASS | --history ENTITY.FIELD]`: asks somebody else to
/// have a file erased, or a part of it, or the same of several files, all or none. What was asked is done when they
/// give it: `approval give`.
struct CaseErase: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseErase, example: "safekeep case erase K7M-2QX-9T8 --reason retention_ended --as lan")

  @Argument(help: .of({ $0.argumentCaseMany }, "case")) var cases: [String]
  @Option(help: .of({ $0.optionErasureReason }, "code"), completion: .codes(of: "erasure_reason"))
  var reason: String
  @Option(
    name: .customLong("class"), help: .of({ $0.optionErasedClass }, "class"),
    completion: .choices(FieldClass.keyed.map(\.name)))
  var fieldClass: String?
  @Option(help: .of({ $0.optionErasedHistory }, "field")) var history: String?
  @Option(help: .of({ $0.optionConfirm }, "case")) var confirm: [String] = []
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let words = desk.words
    guard fieldClass == nil || history == nil else { throw Fault.oneErasedPart }
    let codes = try codes()
    // A severe act wants the code of each case typed.
    for code in codes {
      let accepted = [code.text, code.symbols]
      try desk.confirm(
        confirm.first(where: accepted.contains) ?? confirm.first, accepted: accepted,
        words.typeCaseToErase(code.text, named(in: words)))
    }
    let asked = try desk.withCasework(fresh: true) { casework, session in
      try ask(codes, casework, session)
    }
    for (code, ask) in zip(codes, asked) {
      try desk.show(ErasureReport(words).report(ask, code, field: history))
    }
  }

  /// In the order of the line, each once.
  private func codes() throws(Fault) -> [CaseCode] {
    var codes: [CaseCode] = []
    for text in cases {
      let code = try CaseArgument.caseCode(text)
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  private func ask(
    _ codes: [CaseCode], _ casework: Casework, _ session: borrowing Session
  ) throws -> [ErasureAsk] {
    guard let known = casework.book.codeLists["erasure_reason"]?[reason] else {
      throw Fault(.usage, reason: "unknown_code") { $0.reason(.unknownCode) }
    }
    var place = 0
    do {
      return try casework.askErasure(
        of: codes, part: part(casework.book), because: known, at: &place, as: session)
    } catch {
      guard codes.count > 1 else { throw error }
      let number = place + 1
      throw Fault.of(error).stoppingAll("place", number) { $0.noneAsked(because: number) }
    }
  }

  /// As it was named: the book is not read before somebody is unlocked.
  private func named(in words: any Words) -> String? {
    if let found = fieldClass.flatMap(FieldClass.init(name:)) {
      return words.erasedPart(.fieldClass(found), field: nil)
    }
    return history.map { words.erasedPart(.history(FieldID(0)), field: $0) }
  }

  /// - Throws: 64 for what is no class and no field, and for what cannot be erased alone.
  private func part(_ book: RuleBook) throws -> ErasedPart? {
    if let fieldClass {
      guard let found = FieldClass(name: fieldClass), FieldClass.keyed.contains(found)
      else { throw Fault.noErasedClass }
      return .fieldClass(found)
    }
    guard let history else { return nil }
    guard let field = book[history], field.fieldClass != .operations,
      field.entity != Restriction.entity
    else { throw Fault(.usage, reason: "unknown_field") { $0.reason(.unknownField) } }
    return .history(field.id)
  }
}

extension Fault {
  fileprivate static let oneErasedPart = Fault(.usage, reason: "one_part") { $0.oneErasedPart }

  fileprivate static let noErasedClass = Fault(.usage, reason: "unknown_class") {
    $0.notAChoice(FieldClass.keyed.map(\.name).joined(separator: " "))
  }
}
