import ArgumentParser
import Casework

/// `safekeep case link A B --as dependant|relative|same`: B is a minor who came with A, a relative of A under
/// protection, or another file of the same person. Each stays a file of its own.
struct CaseLink: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseLink, example: "safekeep case link K7M-2QX-9T8 GHX-9F3-EE6 --kind dependant --as hoa")

  @OptionGroup var argument: CaseArgument
  @Argument(help: .of({ $0.argumentOther }, "case")) var other: String
  @Option(
    help: .of({ $0.optionLinkAs }, "code"), completion: .choices(LinkKind.allCases.map(\.rawValue)))
  var kind: String
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    guard let otherCode = try? CaseCode(other) else {
      throw Fault(.usage, reason: "bad_case_code") { $0.badCaseCode }
    }
    guard let kind = LinkKind(rawValue: kind) else {
      throw Fault(.usage, reason: "unknown_code") {
        $0.notAChoice(LinkKind.allCases.map(\.rawValue).joined(separator: " "))
      }
    }
    let words = desk.words
    let (linked, label) = try desk.withCasework { casework, session in
      let label = casework.book.codeLists["link_kind"]?[kind.rawValue]?.label
      let linked = try casework.link(code, to: otherCode, as: kind, as: session)
      return (linked, label.map(words.name) ?? kind.rawValue)
    }
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("linked", words.label(.caseCode), .text(otherCode.text)),
          .init("kind", words.label(.kind), .code(kind.rawValue, label: label)),
          .init("entry", words.label(.entry), linked.entry.map(Cell.integer) ?? .none),
          .init(
            "other_entry", words.label(.entry), linked.otherEntry.map(Cell.integer) ?? .none),
        ],
        notes: [words.linked(code.text, otherCode.text, as: label)]
          + linked.notes.map { $0.told(in: words) }))
  }
}
