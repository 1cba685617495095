import Casework
import Testing

@testable import safekeep

@Suite struct LanguageTests {
  private func chosen(
    _ variables: [String: String], option: String? = nil, configured: String? = nil
  ) -> Language {
    .chosen(option: option, environment: Environment(variables), configured: configured)
  }

  @Test func theNearestChoiceDecides() {
    let all = ["SAFEKEEP_LANG": "vi", "LC_ALL": "en_GB", "LC_MESSAGES": "en", "LANG": "en"]
    #expect(chosen(all, option: "en", configured: "vi") == .english)
    #expect(chosen(all, configured: "en") == .vietnamese)
    #expect(chosen(["LC_ALL": "en"], configured: "vi") == .vietnamese)
    #expect(chosen(["LC_ALL": "vi_VN", "LC_MESSAGES": "en", "LANG": "en"]) == .vietnamese)
    #expect(chosen(["LC_MESSAGES": "vi", "LANG": "en"]) == .vietnamese)
    #expect(chosen(["LANG": "vi_VN.UTF-8"]) == .vietnamese)
    #expect(chosen([:]) == .english)
  }

  @Test func anEmptyVariableIsNotSet() {
    #expect(chosen(["LC_ALL": "", "LANG": "vi"]) == .vietnamese)
  }

  @Test func aLanguageWeDoNotSpeakIsEnglish() {
    #expect(chosen(["LC_ALL": "C", "LANG": "vi_VN"]) == .english)
    #expect(chosen(["LANG": "fr_FR.UTF-8"]) == .english)
    #expect(chosen(["LANG": "vie"]) == .english)
  }

  @Test(arguments: ["vi", "VI", "vi_VN", "vi-VN", "vi.UTF-8", "vi@x", "vi_VN.TCVN"])
  func namesOfLocales(name: String) { #expect(Language(locale: name) == .vietnamese) }

  @Test func theOptionIsFoundBeforeParsing() {
    #expect(Language.option(in: ["case", "--lang", "vi"]) == "vi")
    #expect(Language.option(in: ["--lang=en", "case"]) == "en")
    #expect(Language.option(in: ["case", "--", "--lang", "vi"]) == nil)
    #expect(Language.option(in: ["--lang"]) == nil)
  }
}

@Suite struct WordsTests {
  /// What every code is called in a language.
  private func terms(_ words: any Words) -> [[String]] {
    [
      Terms.roles.keys.sorted().map(words.role), Terms.classes.keys.sorted().map(words.fieldClass),
      Terms.states.keys.sorted().map(words.fieldState),
      Terms.statuses.keys.sorted().map(words.status),
      Terms.purposes.keys.sorted().map(words.purpose),
      Terms.outcomes.keys.sorted().map(words.outcome), Terms.stages.keys.sorted().map(words.stage),
      IntakeFault.allCases.map(words.reason), LogFault.allCases.map(words.reason),
      Refusal.allCases.map(words.reason),
    ]
  }

  @Test(arguments: Language.allCases) func noTwoTermsOfOneKindAreTheSame(language: Language) {
    for kind in terms(language.words) {
      #expect(Set(kind).count == kind.count)
      #expect(kind.allSatisfy { !$0.isEmpty })
    }
  }

  /// A sentence copied into the other language and never translated.
  @Test func theLanguagesDiffer() {
    for (english, vietnamese) in zip(terms(English()), terms(Vietnamese())) {
      #expect(Set(english).isDisjoint(with: vietnamese))
    }
    for topic in Topic.allCases {
      #expect(English().abstract(of: topic) != Vietnamese().abstract(of: topic))
    }
    for label in Label.allCases {
      #expect(English().label(label) != Vietnamese().label(label))
    }
  }

  /// A rule that stops something says so in a sentence, and what may be done instead.
  @Test(arguments: Language.allCases) func everyStopHasItsSentence(language: Language) {
    let words = language.words
    let sentences = StopReason.allCases.map { words.stopped($0) }
    #expect(Set(sentences).count == StopReason.allCases.count)
    for (reason, sentence) in zip(StopReason.allCases, sentences) {
      #expect(sentence != reason.rawValue && sentence.contains(" "), "\(reason)")
      let needsNone: [StopReason] = [.linkToItself, .answered]
      #expect(words.remedy(reason) != nil || needsNone.contains(reason), "\(reason)")
    }
  }

  @Test func anUnknownCodeIsShownAsItIs() {
    #expect(English().role("new_role") == "new_role")
    #expect(Vietnamese().status("new_status") == "new_status")
  }

  /// The classes and roles of the design, all of them.
  @Test func theTermsAreComplete() {
    #expect(Terms.classes.count == 8)
    #expect(Terms.roles.count == 12)
    #expect(Terms.statuses.count == 9)
    #expect(Terms.states.count == 5)
    #expect(Terms.purposes.count == 7)
  }

  @Test(arguments: Language.allCases) func abstractsAreOneLineThatFits(language: Language) {
    for topic in Topic.allCases {
      let abstract = language.words.abstract(of: topic)
      #expect(Columns.width(abstract) <= 80)
      #expect(abstract.hasSuffix(".") && !abstract.contains("\n"))
    }
  }

  /// The one word that a log must never say of itself alone.
  @Test func nothingIsCompleteWithoutSayingUpToWhere() {
    let pinned = English().provenUpTo(entry: 412, pinnedBy: [English().pinOf("lan"), "w1"])
    #expect(pinned == "proven up to entry 412, held by the pin of lan, w1")
    #expect(!Vietnamese().provenUpTo(entry: 412, pinnedBy: ["w1"]).contains("đầy đủ"))
    #expect(!English().provenAgainstItselfOnly(entry: 412).contains("complete"))
    #expect(!Vietnamese().provenAgainstItselfOnly(entry: 412).contains("đầy đủ"))
  }

  /// Vietnamese is stored composed: one scalar a letter, whatever keyboard wrote the source.
  @Test func theSourceIsComposed() {
    let scalars = terms(Vietnamese()).joined().flatMap(\.unicodeScalars)
    #expect(!scalars.contains { (0x0300...0x036F).contains($0.value) })
  }
}

@Suite struct HelpPageTests {
  private let page = """
    OVERVIEW: An OVERVIEW: of it.

    USAGE: safekeep <subcommand>

    OPTIONS:
      -h, --help              Show help information.

    SUBCOMMANDS:
      case                    Case files.
    """

  @Test func headingsAtTheBeginningOfALineAreTranslated() {
    let ours = HelpPage.translated(page, to: Vietnamese())
    #expect(ours.hasPrefix("GIỚI THIỆU: An OVERVIEW: of it.\n\nCÁCH DÙNG: safekeep <lệnh-con>"))
    #expect(ours.contains("\nTÙY CHỌN:\n  -h, --help              Hiển thị trợ giúp.\n"))
    #expect(ours.contains("\nLỆNH CON:\n"))
  }

  @Test func vietnameseHelpHasNoEnglishPlaceholder() throws {
    for command in ["", "case", "case share", "person record", "vault create", "intake import"] {
      let words = command.split(separator: " ").map(String.init) + ["--help", "--lang", "vi"]
      let help = try Program.safekeep.run(words, home: TemporaryHome()).output
      for english in ["subcommand", "options", "case", "handle", "dir", "record", "fields"] {
        #expect(!help.contains("<\(english)>"), "\(command): \(english)")
      }
    }
  }

  @Test func englishStaysAsItIs() {
    #expect(HelpPage.translated(page, to: English()) == page)
  }
}
