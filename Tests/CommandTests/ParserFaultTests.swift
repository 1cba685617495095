import Testing

@testable import safekeep

/// The sentences of the argument parser, as it says them, and what we make of them. Those that the
/// program itself can be brought to say are held against it in `PorchTests`.
@Suite struct ParserFaultTests {
  @Test(
    arguments: [
      (
        "Unknown option '--clas'. Did you mean '--class'?",
        .unknownOption("--clas", meant: "--class")
      ),
      ("Unknown option '--nope'. Did you mean '--for'?", .unknownOption("--nope", meant: nil)),
      (
        "Unknown option '--passphrase-fil'. Did you mean '--passphrase-file'?",
        .unknownOption("--passphrase-fil", meant: "--passphrase-file")
      ),
      ("Unknown option '-x'", .unknownOption("-x", meant: nil)),
      ("Missing value for '--class <class>'", .missingValue(of: "--class <class>")),
      ("Missing expected argument '<case>'", .missingArgument("<case>")),
      ("Missing one of: '<a>', '<b>'", .missingArgument("<a>, <b>")),
      (
        "The option '--json' does not take any value, but 'x' was specified.",
        .noValueTaken("--json")
      ),
      ("Unexpected argument 'Hoà'", .tooMany), ("2 unexpected arguments: 'a', 'b'", .tooMany),
      ("The value 'it's' is invalid for '--from <n>'", .badValue(of: "--from <n>", choices: "")),
      (
        "The value 'xml' is invalid for '--kind <kind>'. Please provide one of 'a', 'b' and 'c'.",
        .badValue(of: "--kind <kind>", choices: "a, b, c")
      ),
      ("Something new", .other),
    ] as [(String, ParserFault)])
  func whatTheParserSaysIsUnderstood(message: String, fault: ParserFault) {
    #expect(ParserFault(message) == fault)
  }

  @Test func noSentenceRepeatsAValue() {
    for message in [
      "The value 'Nguyễn' is invalid for '--from <n>'", "Unexpected argument 'Nguyễn'",
      "The option '--json' does not take any value, but 'Nguyễn' was specified.",
    ] {
      for language in Language.allCases {
        #expect(!language.words.reason(ParserFault(message)).contains("Nguyễn"))
      }
    }
  }

  @Test func theCommandOfTheHelpIsFound() {
    let message =
      "Error: x\nUsage: safekeep case show <case>\n  See 'safekeep case show --help' for more information."
    #expect(HelpPage.command(in: message) == "safekeep case show")
    #expect(HelpPage.command(in: "no help") == "safekeep")
  }
}
