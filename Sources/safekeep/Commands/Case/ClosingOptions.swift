import ArgumentParser
import Casework
import Vault

/// What closing and reopening have in common: a reason, which is recorded, and the step that rests on it.
struct ClosingOptions: ParsableArguments {
  @OptionGroup var argument: CaseArgument
  @OptionGroup var source: FormSource
  @Option(help: .of({ $0.optionConfirm }, "case")) var confirm: String?
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  /// - Parameters:
  ///   - names: the fields of the form that are asked.
  ///   - command: as it is told to who gave an answer on the command line.
  func run(_ names: [String], to status: String, _ command: String) throws {
    try strays.refuse(for: command)
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    // A severe act wants the code of the case typed.
    try desk.confirm(
      confirm, accepted: [code.text, code.symbols], desk.words.confirmCase(code: code.text))
    let outcome = try desk.withCasework { casework, session in
      let input = try given ?? ask(names, desk, casework)
      return try Fault.doing(.writing) {
        try casework.close(code, to: status, input, naming: names, as: session)
      }
    }
    try desk.show(StepReport(code, desk.words).report(outcome))
  }

  private func ask(_ names: [String], _ desk: Desk, _ casework: Casework) throws -> FormInput {
    let fields = names.compactMap { casework.book["closure." + $0] }
    return try FormDialogue(desk, casework).ask(fields)
  }
}
