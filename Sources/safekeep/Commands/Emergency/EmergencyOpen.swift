import ArgumentParser
import Casework
import Vault

/// `safekeep emergency open CASE --class CLASS --reason CODE`: the passphrase is asked for whatever is
/// unlocked, and the reason in words, which never stands on a command line.
struct EmergencyOpen: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .emergencyOpen,
    example: """
      safekeep emergency open K7M-2QX-9T8 --class vital --reason unconscious \\
          --from reason.json --as duc
      """)

  @OptionGroup var argument: CaseArgument
  @Option(
    name: .customLong("class"), help: .of({ $0.optionEmergencyClass }, "class"),
    completion: .classes)
  var fieldClass: String
  @Option(
    help: .of({ $0.optionEmergencyReason }, "code"), completion: .codes(of: "emergency_reason"))
  var reason: String
  @OptionGroup var source: FormSource
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "emergency open CASE")
    let desk = try Desk(common)
    let code = try argument.caseCode()
    guard let asked = FieldClass(name: fieldClass) else { throw Fault.noEmergencyClass }
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    let opened: Emergency = try desk.withAskedCasework { casework, session in
      guard let reason = casework.emergencyReasons.first(where: { $0.code == reason }) else {
        throw Fault.noEmergencyReason(casework.emergencyReasons.map(\.code))
      }
      let input = try given ?? Self.ask(desk)
      return try casework.openEmergency(asked, of: code, because: reason, input, as: session)
    }
    try desk.show(Self.report(opened, code, desk.words))
  }

  private static func ask(_ desk: Desk) throws(Fault) -> FormInput {
    let words = desk.words
    return FormInput([Casework.emergencyText: .text(try desk.ask(words.emergencyQuestion))])
  }

  private static func report(
    _ opened: Emergency, _ code: CaseCode, _ words: any Words
  ) -> Report {
    let name = opened.fieldClass.name
    let giver = Emergency.giver(of: opened.fieldClass)
    let next =
      giver.map { [words.emergencyWaits(entry: opened.entry, words.role($0.rawValue))] }
      ?? [
        words.emergencyOpened(opened.told(in: words), entry: opened.entry),
        words.next("health show \(code.text) --class \(name) --for ETREAT"),
      ]
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        .init("class", words.emergencyClass, .code(name, label: words.fieldClass(name))),
        .init("state", words.label(.standing), opened.stateCell(in: words)),
        .init("until", words.label(.until), .moment(WallTime(milliseconds: opened.until))),
        .init(
          "review_until", words.reviewUntil, .moment(WallTime(milliseconds: opened.reviewDue))),
        .init("entry", words.label(.entry), .integer(opened.entry)),
      ], notes: next + [words.emergencyTold])
  }
}

extension Fault {
  fileprivate static let noEmergencyClass = Fault(.usage, reason: "unknown_class") {
    $0.notAChoice(FieldClass.allCases.map(\.name).joined(separator: " "))
  }

  fileprivate static func noEmergencyReason(_ codes: [String]) -> Fault {
    Fault(.usage, reason: "unknown_reason") { $0.notAChoice(codes.joined(separator: " ")) }
  }
}
