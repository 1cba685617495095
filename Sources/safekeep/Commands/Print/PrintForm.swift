import ArgumentParser
import Casework

/// `safekeep print form STAGE`: the questions of a stage without answers.
struct PrintForm: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .printForm, example: "safekeep print form reception --to reception.html --as mai")

  @Argument(help: .of({ $0.argumentStage }, "stage"), completion: .stages)
  var stage: String
  @OptionGroup var page: PageOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    guard Self.stages.contains(stage) else { throw Fault.unknownStage }
    let file = try page.file()
    let (html, entry) = try desk.withCasework(fresh: true) { casework, session in
      let form = try Fault.doing(.reading) { try casework.blankForm(stage, as: session) }
      let html = try BlankFormHTML(stage, form.fields, casework.book, entry: form.entry, desk).text
      return (html, form.entry)
    }
    try page.show(html, into: file, nil, entry: entry, desk)
  }

  static let stages = [
    "person", "reception", "verification", "identification", "rescue", "protection", "support",
    "health",
  ]
}

extension Fault {
  fileprivate static let unknownStage = Fault(.usage, reason: "unknown_stage") {
    $0.notAChoice(PrintForm.stages.joined(separator: " "))
  }
}
