import Casework
import Glibc

/// Why a command ends without having done what was asked: a status, what a program needs to know of
/// it, and the sentences that a person is told.
///
/// It holds codes and numbers, never a value, a name or a path: it goes to standard error, and from
/// there into terminals, tickets and screenshots.
struct Fault: Error, Sendable {
  /// A sentence that is still to be said in one of the languages.
  typealias Sentence = @Sendable (any Words) -> String
  typealias Hint = @Sendable (any Words) -> String?

  let status: ExitStatus
  /// The entry of the log that records what happened, where there is one.
  let entry: Int?
  /// Codes and numbers for `--json`, after the error, the entry and the status.
  let details: [JSONValue.Member]
  /// What is wrong; nil when there is nobody to tell.
  let sentence: Sentence?
  /// What to do about it; nil where nothing can be done.
  let hint: Hint?
  /// The answers of a form that are meant: whoever is at the form is asked for them once more.
  var fields: [FieldFault] = []
  /// Names of fields without which it cannot be recorded.
  var missing: [String] = []

  /// - Parameter reason: the code of it in `--json`, where a status has many.
  init(
    _ status: ExitStatus, reason: String? = nil, entry: Int? = nil,
    details: [JSONValue.Member] = [], hint: Hint? = nil, _ sentence: Sentence?
  ) {
    self.status = status
    self.entry = entry
    self.details = (reason.map { [.init("reason", .string($0))] } ?? []) + details
    self.sentence = sentence
    self.hint = hint
  }

  /// The same, with the entry that records it.
  func recorded(in entry: Int) -> Fault {
    Fault(status, entry: entry, details: details, hint: hint, sentence)
  }

  /// The same, with another way out.
  func hinted(_ hint: @escaping Hint) -> Fault {
    Fault(status, entry: entry, details: details, hint: hint, sentence)
  }

  /// The same in other words.
  func told(_ sentence: @escaping Sentence) -> Fault {
    Fault(status, entry: entry, details: details, hint: hint, sentence)
  }

  func isOf(reason: String) -> Bool {
    details.contains { $0.name == "reason" && $0.value == .string(reason) }
  }

  /// Of several that are one act this one stood in the way of all: which it was, where an entry records that.
  ///
  /// - Parameters:
  ///   - name: of the number in `--json`.
  ///   - told: that none of them was done.
  func stoppingAll(_ name: String, _ number: Int, _ told: @escaping Sentence) -> Fault {
    guard entry != nil, let sentence else { return self }
    return Fault(
      status, entry: entry, details: details + [.init(name, .integer(number))], hint: hint
    ) { words in sentence(words) + "\n" + told(words) }
  }

  /// `{"error":"denied","entry":413,"exit":77,…}`, the last line on standard error with `--json`.
  var json: String {
    var members = [JSONValue.Member("error", .string(status.code))]
    if let entry { members.append(.init("entry", .integer(entry))) }
    members.append(.init("exit", .integer(Int(status.rawValue))))
    return JSONValue.object(members + details).text
  }

  /// Tells it in the form that was asked for.
  func tell(on terminal: Terminal, in words: any Words, format: OutputFormat) {
    guard let sentence else { return }
    if format == .json {
      terminal.sayRaw(json)
      return
    }
    terminal.say(sentence(words))
    if let hint = hint?(words) { terminal.say(hint) }
  }
}

// MARK: Faults of the porch itself

extension Fault {
  /// Standard output was closed by its reader: there is nobody to tell.
  static let readerLeft = Fault(.storage, nil)

  /// The result could not be written, or not all of it. What the command did stays done.
  static func outputFailed(errno: Int32) -> Fault {
    Fault(.storage, details: [.init("errno", .integer(Int(errno)))]) { $0.resultNotWritten }
  }

  /// A file could not be read or written.
  static func storage(errno: Int32) -> Fault {
    Fault(.storage, details: [.init("errno", .integer(Int(errno)))]) {
      errno == ENOSPC || errno == EDQUOT ? $0.diskFull : $0.inputOutputError
    }
  }

  /// A question would have to be asked, and there is nobody at the terminal, or it was forbidden.
  static let nobodyToAsk = Fault(.usage, reason: "nobody_to_ask", hint: { $0.nobodyToAskHint }) {
    $0.nobodyToAsk
  }

  /// ^C, or the terminal went away, while a question stood.
  static let interrupted = Fault(.interrupted) { $0.interrupted }

  /// Whether it is `inputEnded`: ^D, or a terminal that is gone.
  var isEndOfInput: Bool {
    status == .usage && isOf(reason: "input_ended")
  }

  /// Input ended where an answer was expected.
  static let inputEnded = Fault(.usage, reason: "input_ended") { $0.inputEnded }

  /// A value that may identify a person stood on the command line, where every other account of the
  /// machine can read it in the list of processes, and where the shell keeps it.
  static func confidentialArgument(option: String, command: String) -> Fault {
    Fault(
      .usage, details: [.init("reason", .string("confidential"))],
      hint: { $0.confidentialArgumentHint(command: command) }
    ) { $0.confidentialArgument(option: option) }
  }
}
