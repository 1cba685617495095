import ArgumentParser
import Casework
import Vault

/// `safekeep restriction lift CASE RECORD`: the person lifts what they had kept from somebody.
struct RestrictionLift: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .restrictionLift,
    example: """
      safekeep restriction lift K7M-2QX-9T8 \\
          4f0c2b9a7d1e4c58a6b3920f1d7e5c84 --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @Argument(help: .of({ $0.argumentRestriction }, "record")) var record: String
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    guard let id = PageRecord.id(named: record) else {
      throw Fault(.usage, reason: "bad_record") { $0.noSuchRecord }
    }
    let (lifted, followed) = try desk.withCasework { casework, session in
      let lifted = try Fault.doing(.writing) {
        try casework.liftRestriction(id, of: code, as: session)
      }
      return (lifted, lifted.definitions(in: casework.book))
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("record", words.recordName, .text(RecordName.text(id.bytes))),
        ] + lifted.fields(of: followed, in: words) + [
          .init("entry", words.label(.entry), .integer(lifted.entry))
        ],
        notes: [words.restrictionLifted(code: code.text, entry: lifted.entry)]
          + (followed.isEmpty
            ? []
            : [words.freeWithIt(followed.map { words.name($0.label) }.joined(separator: ", "))])
          + (lifted.restatesFacts ? [words.figuresAnew] : [])
          + (lifted.isSealed ? [] : [words.openedByNextHolder])
          + (lifted.isFindable ? [] : [words.notFoundYet])))
    try Desk.checkOverwritten(lifted.leftover)
  }
}
