import ArgumentParser

/// `safekeep evidence`: files that are kept in a case.
struct EvidenceNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .evidence, [EvidenceAdd.self, EvidenceList.self, EvidenceSave.self])
}
