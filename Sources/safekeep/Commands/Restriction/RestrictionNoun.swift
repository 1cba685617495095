import ArgumentParser

/// `safekeep restriction`: what the person wants kept from whom.
struct RestrictionNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .restriction, [RestrictionSet.self, RestrictionLift.self, RestrictionShow.self])
}
