import ArgumentParser
import Casework
import Vault

/// Before a file is opened it is asked whether the person has one: theirs are then two halves of one history,
/// and not two people.
struct SearchFirst: ParsableArguments {
  @Option(help: .of({ $0.optionOpenLink }, "case")) var link: String?
  @Flag(help: .of({ $0.optionOpenNew })) var new = false

  /// What a new file is, after it was looked whether the person has one.
  struct Settled {
    /// The file that it is to be linked to.
    var same: CaseCode?
    /// Files that could not be looked through.
    var unsearched = 0
    /// Who was found: whoever comes meanwhile is to be looked at too.
    var found: FoundPeople?

    /// Whether nothing was found since that the answer was not given for.
    func holds(for now: FoundPeople) -> Bool {
      let known = Set((found?.people ?? []).map(\.id))
      return now.unsearched <= unsearched && now.people.allSatisfy { known.contains($0.id) }
    }
  }

  /// The code of `--link`.
  ///
  /// - Throws: 64 for no code, and for both options.
  func code() throws(Fault) -> CaseCode? {
    guard let link else { return nil }
    guard !new else { throw .linkOrNew }
    guard let code = try? CaseCode(link) else {
      throw Fault(.usage, reason: "bad_case_code") { $0.badCaseCode }
    }
    return code
  }

  /// The file that the new one is to be linked to; nil where it is another person, or nobody was found. What an option
  /// says of it is written down whether or not anybody was.
  ///
  /// - Parameter before: what was said of it a moment ago, before somebody else wrote: nobody is asked the same twice.
  /// - Throws: 65 with what was found, or that not all could be looked through, where nobody is there to say which it
  ///   is; 1 where it is to stay at that.
  func settle(
    _ input: FormInput, after before: Settled? = nil, _ desk: Desk, _ casework: Casework,
    _ session: borrowing Session
  ) throws -> Settled {
    let code = try code()
    if let code { try casework.checkLink(to: code, as: session) }
    guard let found = try casework.likelySame(input, as: session) else {
      return Settled(same: code)
    }
    let unsearched = found.unsearched
    if unsearched > 0 { desk.terminal.say(desk.words.notSearched(unsearched)) }
    if found.people.isEmpty && unsearched == 0 && code == nil && !new {
      return Settled(found: found)
    }
    var chosen = code
    if code == nil && !new {
      let isSaid = before?.holds(for: found) ?? false
      chosen = isSaid ? before?.same : try ask(about: found, desk)
    }
    if code == nil, let chosen { try casework.checkLink(to: chosen, as: session) }
    try casework.decide(found, isNew: chosen == nil, as: session)
    return Settled(same: chosen, unsearched: unsearched, found: found)
  }

  private func ask(about found: FoundPeople, _ desk: Desk) throws(Fault) -> CaseCode? {
    guard desk.canAsk else { throw .likelySame(found) }
    let tty = try desk.seat()
    let (words, report) = (desk.words, FoundReport(words: desk.words))
    try tty.write(found.people.map { report.line($0) + "\n" }.joined())
    if try FormDialogue.isConfirmed(words.openAnywayQuestion, tty, words) { return nil }
    while true {
      let typed: String
      do { typed = try tty.ask(words.whichFile) } catch {
        throw error.isEndOfInput ? .declined : error
      }
      if typed.isEmpty { throw .declined }
      if let code = try? CaseCode(typed) { return code }
      try tty.write(words.badCaseCode + "\n")
    }
  }
}

extension Fault {
  static let linkOrNew = Fault(.usage, reason: "link_or_new") { $0.linkOrNew }
}

extension Desk {
  /// Whether somebody is there who can be asked.
  var canAsk: Bool {
    do {
      _ = try seat()
      return true
    } catch { return false }
  }
}
