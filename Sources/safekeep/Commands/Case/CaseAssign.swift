import ArgumentParser
import Casework

/// `safekeep case assign CASE HANDLE`: a lead gives it to a social worker, a duty officer to health
/// staff. With `--end` each takes back what they give.
struct CaseAssign: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseAssign, example: "safekeep case assign K7M-2QX-9T8 hoa --owner --as lan")

  @OptionGroup var argument: CaseArgument
  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String
  @Flag(help: .of({ $0.optionMakeOwner })) var owner = false
  @Flag(help: .of({ $0.optionEnd })) var end = false
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    guard !(end && owner) else { throw Fault(.usage) { $0.endIsNoOwner } }
    let entry = try desk.withCasework { casework, session in
      end
        ? try casework.unassign(handle, from: code, as: session)
        : try casework.assign(handle, to: code, owner: owner, as: session)
    }
    let words = desk.words
    let note =
      end
      ? words.unassigned(code: code.text, handle: handle, entry: entry)
      : words.assigned(code: code.text, handle: handle, entry: entry)
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("handle", words.label(.handle), .text(handle)),
          .init("entry", words.label(.entry), .integer(entry)),
        ], notes: [note]))
  }
}
