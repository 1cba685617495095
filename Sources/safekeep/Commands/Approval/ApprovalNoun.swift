import ArgumentParser

/// `safekeep approval`: the second person.
struct ApprovalNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .approval, [ApprovalList.self, ApprovalGive.self, ApprovalRefuse.self])
}
