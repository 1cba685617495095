import Foundation
import Testing

/// Plays a life through the real program, line by line, and holds every line against how it has to end.
final class LifeScript {
  let office: Office
  private let start = Date()
  /// What stands for the words in capitals.
  private(set) var met: [String: String] = [:]
  private var seen = 0
  /// The cases as the last refusal left them, while nothing was done since.
  private var untouched: [String]?
  /// Every refusal in the file of the person: its entry, and who heard it.
  private(set) var refusals: [(entry: Int, who: String)] = []
  /// Who did something in that file.
  private(set) var present: Set<String> = []

  init(_ office: Office) throws {
    self.office = office
    seen = try office.logLines(from: 0).count
  }

  func play(_ steps: [LifeStep]) throws {
    for step in steps {
      switch step.end {
      case .done: try carryOut(step)
      case .refused(let status, let why): try beRefused(step, status, why)
      }
    }
  }

  // MARK: Done

  private func carryOut(_ step: LifeStep) throws {
    untouched = nil
    let run = try run(step)
    guard run.status == 0 else { throw Office.Step(command: told(step), run: run) }
    let answer = Self.object(run.output)
    for (word, name) in step.keeps { met[word] = try Self.value(name, in: answer, told(step)) }
    for text in step.shows {
      #expect(run.output.contains(filled(text)), "\(told(step))", sourceLocation: step.place)
    }
    for text in step.hides {
      #expect(!run.output.contains(filled(text)), "\(told(step))", sourceLocation: step.place)
    }
    if isOfPerson(step) { present.insert(step.who) }
    seen += try office.logLines(from: seen).count
  }

  // MARK: Refused

  /// Refused with the code of why, nothing written of any case, and where it is a refusal (77) in the log:
  /// the entry that the sentence names is there, says so, and is the last.
  private func beRefused(_ step: LifeStep, _ status: Int32, _ why: String) throws {
    let before = try untouched ?? office.sealedCases()
    let run = try run(step)
    let said = Comment(rawValue: "\(told(step)): exit \(run.status) \(run.errors)\(run.output)")
    let error = Self.object(run.errors)
    #expect(run.status == status, said, sourceLocation: step.place)
    #expect(Self.why(error) == why, said, sourceLocation: step.place)
    if let law = step.law {
      #expect(error["citation"] as? String == law, said, sourceLocation: step.place)
    }
    let after = try office.sealedCases()
    #expect(after == before, said, sourceLocation: step.place)
    untouched = after
    let lines = try office.logLines(from: seen)
    seen += lines.count
    let entries = try lines.map(CommandDay.name)
    // What is not there is refused too, and that is an entry.
    let isLast = status == 77 || entries.last?.hasSuffix(" denied") == true
    let looks = isLast ? entries.dropLast() : entries[...]
    #expect(looks.filter { !Self.isLook($0) } == [], said, sourceLocation: step.place)
    guard status == 77 else { return }
    #expect(entries.last?.hasSuffix(" denied") == true, said, sourceLocation: step.place)
    #expect(error["entry"] as? Int == seen - 1, said, sourceLocation: step.place)
    if isOfPerson(step) { refusals.append((seen - 1, step.who)) }
  }

  /// An entry by which nothing changes: who unlocked, read, listed.
  private static func isLook(_ entry: String) -> Bool {
    entry == "auth.ok ok" || entry == "field.read ok" || entry.hasPrefix("list/")
  }

  /// The code of a refusal, or the faults of a form.
  private static func why(_ error: [String: Any]) -> String? {
    if let faults = error["faults"] as? [[String: Any]] {
      return faults.map { "\($0["field"] as? String ?? "") \($0["reason"] as? String ?? "")" }
        .joined(separator: "; ")
    }
    return error["reason"] as? String ?? error["why"] as? String
  }

  // MARK: Running

  private func run(_ step: LifeStep) throws -> Program.Run {
    var words = step.command.split(separator: " ").map { filled(String($0)) }
    var input = ""
    if let answers = step.answers {
      words += ["--from", "-"]
      input = try LifeAnswers(
        filled(answers), of: step.command.hasPrefix("case open") ? nil : words[2]
      ).json
    }
    return try Program.safekeep.run(
      words + office.by(step.who) + ["--vault", office.vault, "--json"], input: input,
      home: office.home)
  }

  /// Words in capitals by what they stand for, and days by their dates.
  private func filled(_ text: String) -> String {
    let dated = LifeDays(start).filled(text)
    return met.reduce(dated) { $0.replacing($1.key, with: $1.value) }
  }

  private func isOfPerson(_ step: LifeStep) -> Bool {
    step.command.split(separator: " ").contains("CASE")
  }

  private func told(_ step: LifeStep) -> String { "\(step.who): \(filled(step.command))" }

  /// The last line, which with `--json` is an object.
  private static func object(_ text: String) -> [String: Any] {
    let line = text.split(separator: "\n").last ?? ""
    return (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]) ?? [:]
  }

  /// `case`, or `stay.record`: of the last of many.
  private static func value(
    _ name: String, in answer: [String: Any], _ step: String
  ) throws -> String {
    let path = name.split(separator: ".").map(String.init)
    var found: Any? = answer[path[0]]
    if path.count == 2 { found = (found as? [[String: Any]])?.last?[path[1]] }
    if let text = found as? String { return text }
    return String(try #require(found as? Int, "\(step) told no \(name)"))
  }
}
