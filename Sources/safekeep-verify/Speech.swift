import Foundation

/// The language of this run, chosen once: the parser asks for its texts before there is a command.
enum Speech {
  static let words: any VerifyWords = chosen(
    CommandLine.arguments, ProcessInfo.processInfo.environment)

  /// `--lang`, then `SAFEKEEP_LANG`, then the locale in the order of POSIX. The first that is set decides,
  /// and what is not Vietnamese is English.
  static func chosen(_ arguments: [String], _ environment: [String: String]) -> any VerifyWords {
    let option = arguments.firstIndex(of: "--lang").flatMap { arguments.dropFirst($0 + 1).first }
    let joined = arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    let names = ["SAFEKEEP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    let set = names.compactMap { environment[$0] }.filter { !$0.isEmpty }
    let first = ([option, joined].compactMap { $0 } + set).first ?? "en"
    let language = first.prefix { !"_-.@".contains($0) }.lowercased()
    return language == "vi" ? VietnameseVerifyWords() : EnglishVerifyWords()
  }
}
