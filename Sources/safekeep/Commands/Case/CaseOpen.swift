import ArgumentParser
import Casework
import Vault

/// `safekeep case open`: a new file, in five minutes, with a code and without a name if need be.
struct CaseOpen: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseOpen, example: "safekeep case open --from arrival.json --as lan")

  @OptionGroup var source: FormSource
  @Option(help: .of({ $0.optionOwner }, "handle")) var owner: String?
  @Flag(help: .of({ $0.optionReported })) var reported = false
  @Flag(help: .of({ $0.optionCanary })) var canary = false
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "case open")
    let desk = try Desk(common)
    let given = try source.read(common)
    let opened = try desk.withCasework { casework, session in
      let input = try given ?? FormDialogue(desk, casework).ask(casework.fieldsToOpen)
      return try Fault.doing(.writing) {
        try casework.openCase(
          input, owner: owner, isReported: reported, isCanary: canary, as: session)
      }
    }
    try desk.show(report(opened, desk.words))
  }

  private func report(_ opened: OpenedCase, _ words: any Words) -> Report {
    let code = opened.code.text
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code)),
        .init("entry", words.label(.entry), .integer(opened.entry)),
      ],
      notes: [words.caseOpened(code: code, entry: opened.entry)]
        + opened.warnings.map(words.told) + [next(opened, words)])
  }

  private func next(_ opened: OpenedCase, _ words: any Words) -> String {
    let code = opened.code.text
    if canary { return words.canarySet }
    return opened.role == .lead ? words.nextAssign(code: code) : words.nextRecord(code: code)
  }
}
