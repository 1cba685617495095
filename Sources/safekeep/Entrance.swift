import ArgumentParser
import Glibc

/// Where a run begins and ends: hardening first, the exit status last, every error through one door.
enum Entrance {
  /// `arguments`: without the name of the program.
  static func run<Root: ParsableCommand>(_ root: Root.Type, _ arguments: [String]) -> Never {
    let refused = Harden.process()
    let words = Speech.words
    let terminal = Terminal(environment: .ofProcess)
    let format: OutputFormat = wantsJSON(arguments) ? .json : .table
    do {
      // Unprotected we hold no keys: better no work than work whose memory others can read.
      guard refused.isEmpty else { throw Fault.hardeningRefused(refused) }
      if arguments == [ExitPage.flag] {
        try terminal.write(ExitPage.text(in: words))
        exit(ExitStatus.done.rawValue)
      }
      var command = try root.parseAsRoot(arguments)
      try command.run()
      exit(ExitStatus.done.rawValue)
    } catch {
      exit(end(root, error, on: terminal, in: words, format: format).rawValue)
    }
  }

  /// Tells the error and gives its status. Help and the version come as errors of the parser and
  /// are results: they go to standard output.
  private static func end<Root: ParsableCommand>(
    _ root: Root.Type, _ error: any Error, on terminal: Terminal, in words: any Words,
    format: OutputFormat
  ) -> ExitStatus {
    let fault: Fault
    if let error = error as? Fault {
      fault = error
    } else if root.exitCode(for: error) == .success {
      let page = HelpPage.translated(root.fullMessage(for: error), to: words)
      do throws(Fault) {
        try terminal.write(page.hasSuffix("\n") ? page : page + "\n")
        return .done
      } catch { fault = error }
    } else if root.exitCode(for: error) == .validationFailure {
      fault = .badArguments(
        ParserFault(root.message(for: error)),
        of: HelpPage.command(in: root.fullMessage(for: error)))
    } else {
      // An error of no room: it has a name in the code, and its text may hold a value. Not shown.
      fault = Fault(.failed) { $0.unexpected }
    }
    fault.tell(on: terminal, in: words, format: format)
    return fault.status
  }

  /// Looked for before parsing: a parser that fails cannot say whether JSON was wanted.
  private static func wantsJSON(_ arguments: [String]) -> Bool {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return false }
      if argument == "--json" || argument == "--format=json" { return true }
      if argument == "--format" && arguments.dropFirst(index + 1).first == "json" { return true }
    }
    return false
  }
}

extension Fault {
  fileprivate static func badArguments(_ fault: ParserFault, of command: String) -> Fault {
    Fault(.usage, reason: fault.code, hint: { $0.seeHelp(command) }) { $0.reason(fault) }
  }

  fileprivate static func hardeningRefused(_ steps: [String]) -> Fault {
    Fault(.failed) { $0.hardeningRefused(steps.joined(separator: ", ")) }
  }
}
