import ArgumentParser
import Casework

/// `safekeep case share CASE HANDLE --fields … --until DAY`: copies of named fields for one member.
struct CaseShare: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseShare,
    example: """
      safekeep case share K7M-2QX-9T8 minh --until 31/12/2026 \\
          --fields person.full_name,person.birth_date --provision L53_27_2
      """)

  @OptionGroup var argument: CaseArgument
  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String
  @Option(help: .of({ $0.optionFields }, "fields")) var fields: String
  @Option(help: .of({ $0.optionUntil }, "day")) var until: String
  @OptionGroup var basis: BasisOptions
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let basis = try basis.basis()
    guard let day = try? PartialDate(until).exactDay else { throw Fault.noDay }
    let names = fields.split(separator: ",").map { String($0) }
    let purpose = try desk.purpose(asking: true)
    let sharing = Casework.Sharing(
      names, with: handle, until: day, on: basis, purpose: self.basis.purpose)
    let shared = try desk.withCasework(fresh: true) { casework, session in
      try Fault.doing(.sharing) {
        try casework.share(sharing, of: code, for: purpose, as: session)
      }
    }
    let words = desk.words
    let lastDay = DateForm.forPeople(day.text)
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("handle", words.label(.handle), .text(handle)),
          .init("until", words.label(.until), .date(day.text)),
          .init("entry", words.label(.entry), .integer(shared.entry)),
        ],
        notes: [
          words.shared(code: code.text, handle: handle, until: lastDay, entry: shared.entry)
        ]
          + (shared.awaitsAssignment
            ? [words.awaitsAssignment(code: code.text, handle: handle)] : [])))
  }
}

extension Fault {
  static let noDay = Fault(.usage, reason: "not_a_day") { $0.untilIsNoDay }
}
