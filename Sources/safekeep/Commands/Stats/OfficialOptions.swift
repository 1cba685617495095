import ArgumentParser
import Casework
import Vault

/// `--official`: exact figures, for a recipient who is named and by a provision that is.
struct OfficialOptions: ParsableArguments {
  @Flag(help: .of({ $0.optionOfficial })) var official = false
  @Option(help: .of({ $0.optionRecipient }, "name")) var recipient: String?
  @Option(help: .of({ $0.optionCitation }, "text")) var citation: String?

  /// - Throws: 64 where one is there without the others, or they are too long to be kept.
  func use(isFile: Bool) throws(Fault) -> FiguresUse {
    guard official else {
      guard recipient == nil, citation == nil else { throw .officialIncomplete }
      return isFile ? .file : .look
    }
    guard let recipient, let citation,
      TextRules.isBlank(recipient) == false, TextRules.isBlank(citation) == false,
      recipient.utf8.count + citation.utf8.count < FiguresUse.longestNote
    else { throw .officialIncomplete }
    return .official(recipient: recipient, provision: citation)
  }
}

extension Fault {
  static let officialIncomplete = Fault(.usage, reason: "official_incomplete") {
    $0.officialIncomplete
  }
}
