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
  @OptionGroup var first: SearchFirst
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "case open")
    let desk = try Desk(common)
    _ = try first.code()
    let given = try source.read(common)
    let (opened, settled) = try desk.withCasework { casework, session in
      var settled: SearchFirst.Settled?
      if let given { return try write(given, &settled, desk, casework, session) }
      if let owner { try casework.checkFirstOwner(owner, as: session) }
      return try FormDialogue(desk, casework).ask(casework.fieldsToOpen) { input in
        try write(input, &settled, desk, casework, session)
      }
    }
    try desk.show(report(opened, settled, desk.words))
  }

  private func write(
    _ input: FormInput, _ settled: inout SearchFirst.Settled?, _ desk: Desk,
    _ casework: Casework, _ session: borrowing Session
  ) throws -> (OpenedCase, SearchFirst.Settled) {
    try Fault.doing(.writing) {
      let (opened, settled) = try open(input, &settled, desk, casework, session)
      if let same = settled.same {
        _ = try casework.link(opened.code, to: same, as: .same, as: session)
      }
      return (opened, settled)
    }
  }

  /// Where somebody else opened a file meanwhile, or recorded what a person is called, it is looked once more: it may be
  /// the same person's.
  private func open(
    _ input: FormInput, _ settled: inout SearchFirst.Settled?, _ desk: Desk,
    _ casework: Casework, _ session: borrowing Session
  ) throws -> (OpenedCase, SearchFirst.Settled) {
    while true {
      // Nobody's file is of nobody.
      let now =
        canary
        ? SearchFirst.Settled()
        : try first.settle(input, after: settled, desk, casework, session)
      settled = now
      do throws(CaseworkError) {
        let opened = try casework.openCase(
          input, owner: owner, isReported: reported, isCanary: canary, after: now.found,
          as: session)
        return (opened, now)
      } catch {
        guard case .vault(.nothingToDo) = error else { throw error }
      }
    }
  }

  private func report(
    _ opened: OpenedCase, _ settled: SearchFirst.Settled, _ words: any Words
  ) -> Report {
    let code = opened.code.text
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code)),
        .init("entry", words.label(.entry), .integer(opened.entry)),
      ] + Report.Field.unread(settled.unsearched, words)
        + Report.Field.missing(opened.missing, words),
      notes: [words.caseOpened(code: code, entry: opened.entry)]
        + (settled.same.map { linked(code, $0, settled.found, words) } ?? [])
        + opened.warnings.map(words.told) + [next(opened, words)])
  }

  /// Two histories are joined: whoever gave the code of a file that the search did not find is told so.
  private func linked(
    _ code: String, _ same: CaseCode, _ found: FoundPeople?, _ words: any Words
  ) -> [String] {
    let isFound = found?.people.contains { $0.code == same.text } ?? false
    return [words.linkedAsSame(code, same.text)] + (isFound ? [] : [words.linkedUnfound(same.text)])
  }

  private func next(_ opened: OpenedCase, _ words: any Words) -> String {
    let code = opened.code.text
    if canary { return words.canarySet }
    return opened.role == .lead ? words.nextAssign(code: code) : words.nextRecord(code: code)
  }
}
