import ArgumentParser
import Casework
import Vault

/// `safekeep case find`: whether a person has a file, whose it is, and why it may be theirs. What is asked for
/// never stands on the command line.
struct CaseFind: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseFind, example: "safekeep case find --from person.json --as lan")

  @OptionGroup var source: FormSource
  @Flag(help: .of({ $0.optionDuplicates })) var duplicates = false
  @Flag(help: .of({ $0.optionAllPairs })) var all = false
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "case find")
    guard duplicates || !all else {
      throw Fault(.usage, reason: "all_of_duplicates") { $0.allOfDuplicates }
    }
    guard !duplicates || source.from == nil else {
      throw Fault(.usage, reason: "duplicates_without_question") { $0.duplicatesWithoutQuestion }
    }
    let desk = try Desk(common)
    if duplicates { return try showDuplicates(desk) }
    let given = try source.bytes(common).map { bytes in
      try Fault.translating { try PersonQuestion(json: bytes) }
    }
    let found = try desk.withCasework { casework, session in
      try casework.find(given ?? asked(desk), as: session)
    }
    let report = FoundReport(words: desk.words, isCut: desk.format == .table)
    try desk.show(report.report(found))
  }

  private func showDuplicates(_ desk: Desk) throws {
    let found = try desk.withCasework { casework, session in
      try casework.duplicates(all: all, as: session)
    }
    try desk.show(FoundReport(words: desk.words).report(found))
  }

  /// Part by part; Enter skips, and what cannot be is asked again.
  ///
  /// - Throws: 64 at ^D, as everywhere before anything is done; it says so.
  private func asked(_ desk: Desk) throws(Fault) -> PersonQuestion {
    let tty = try desk.seat()
    try tty.write(desk.words.findKeys + "\n")
    var question = PersonQuestion()
    do {
      for part in PersonQuestion.Part.allCases {
        while let reason = try ask(for: part, of: &question, tty, desk.words) {
          try tty.write(reason + "\n")
        }
      }
    } catch {
      guard error.isEndOfInput else { throw error }
      throw Fault(.usage, reason: "input_ended") { "\($0.inputEnded); \($0.nothingSearched)" }
    }
    return question
  }

  /// - Returns: why it is to be asked again; nil for an answer.
  private func ask(
    for part: PersonQuestion.Part, of question: inout PersonQuestion,
    _ tty: borrowing ControllingTerminal, _ words: any Words
  ) throws(Fault) -> String? {
    let typed = try tty.ask(words.ask(for: part))
    if typed == "?" { return words.findExplained }
    // The keys of a form mean nothing here, and nobody is called so.
    if ["d", "u", "n", "w", "<"].contains(typed) { return words.findKeys }
    do throws(CaseworkError) {
      try question.take(typed, for: part)
      return nil
    } catch {
      return error == .value(.tooLong)
        ? words.questionLong(PersonQuestion.longest) : words.lineOf(error)
    }
  }
}
