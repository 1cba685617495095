import ArgumentParser

/// The entry that asks for a second person, named once, and once more to confirm the answer.
struct AskedArgument: ParsableArguments {
  @Argument(help: .of({ $0.argumentAsked }, "entry")) var entry: Int
  @Option(help: .of({ $0.optionConfirmAsked }, "entry")) var confirm: Int?
}
