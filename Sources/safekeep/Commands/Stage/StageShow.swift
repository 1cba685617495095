import ArgumentParser

/// `safekeep STAGE show CASE`: what is not restricted; a restricted class only when named.
struct StageShow<Kind: Stage>: ParsableCommand {
  static var configuration: CommandConfiguration {
    .command(.stageShow, example: "safekeep \(Kind.form) show K7M-2QX-9T8 --as lan")
  }

  @OptionGroup var argument: CaseArgument
  @OptionGroup var classes: ClassOption
  @OptionGroup var common: Common

  func run() throws {
    try Desk(common).showPage(of: Kind.form, argument.caseCode(), classes.classes())
  }
}
