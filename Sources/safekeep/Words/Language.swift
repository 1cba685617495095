import ArgumentParser

/// The two languages of the porch.
enum Language: String, CaseIterable, Sendable, ExpressibleByArgument {
  case vietnamese = "vi"
  case english = "en"

  var words: any Words {
    switch self {
    case .vietnamese: Vietnamese()
    case .english: English()
    }
  }

  /// What the person chose, from the nearest choice to the farthest: `--lang`, `SAFEKEEP_LANG`,
  /// `lang` of the configuration, then the locale in the order of POSIX (`LC_ALL`, `LC_MESSAGES`,
  /// `LANG`). The first that is set decides, also when it names a language that we do not speak:
  /// then it is English.
  static func chosen(
    option: String?, environment: Environment, configured: String? = nil
  ) -> Language {
    let choices = [
      option, environment["SAFEKEEP_LANG"], configured,
      environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"],
    ]
    return choices.lazy.compactMap { $0 }.first.flatMap(Language.init(locale:)) ?? .english
  }

  /// What stands after `--lang` among the arguments, before they are parsed: the help itself, and
  /// what is wrong with the arguments, is to be said in that language.
  static func option(in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == "--lang" { return arguments.dropFirst(index + 1).first }
      if argument.hasPrefix("--lang=") { return String(argument.dropFirst("--lang=".count)) }
    }
    return nil
  }

  /// `vi`, `vi_VN`, `vi_VN.UTF-8`, `vi-VN`: the part before the first separator counts.
  init?(locale: String) {
    let language = locale.prefix { !"_-.@".contains($0) }
    self.init(rawValue: language.lowercased())
  }
}
