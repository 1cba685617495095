import ArgumentParser
import Casework
import Vault

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
    guard !(end && owner) else { throw Fault(.usage, reason: "end_and_owner") { $0.endIsNoOwner } }
    let words = desk.words
    let (entry, told, notes) = try desk.withCasework(fresh: true) { casework, session in
      if end {
        let ended = try casework.unassign(handle, from: code, as: session)
        let told = EndedTelling(ended, casework, session)
        let note = words.unassigned(code: code.text, handle: handle, entry: ended.entry)
        let isTold = told.reach.allSatisfy(\.isToldLooks)
        return (ended.entry, told, [note] + (isTold ? [] : [words.looksNotTold(code: code.text)]))
      }
      let assigned = try casework.assign(handle, to: code, owner: owner, as: session)
      let told = EndedTelling(assigned.ended, casework, session)
      return (assigned.entry, told, Self.notes(assigned, handle, code.text, words))
    }
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("handle", words.label(.handle), .text(handle)),
          .init("entry", words.label(.entry), .integer(entry)),
        ], lists: told.reach.isEmpty ? [] : [.couldRead(told.reach, words)], notes: notes))
    try told.checkTold()
  }

  private static func notes(
    _ assigned: Assigned, _ handle: String, _ code: String, _ words: any Words
  ) -> [String] {
    var notes = [words.assigned(code: code, handle: handle, entry: assigned.entry)]
    if assigned.isHandOver { notes.append(words.handedOver) }
    if !assigned.ungiven.isEmpty {
      let classes = assigned.ungiven.map { words.fieldClass($0.name) }.joined(separator: ", ")
      notes.append(words.assignedWithout(classes, code: code, handle: handle))
    }
    if assigned.endsOwner { notes.append(words.ownerPassedOn(code: code)) }
    return notes
  }
}
