import ArgumentParser
import Casework

/// `safekeep referral done CASE RECORD`: what it was for is done; the fields can be read no more.
struct ReferralDone: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralDone,
    example: """
      safekeep referral done K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --as mai
      """)

  @OptionGroup var move: ReferralMove

  func run() throws {
    try move.run(to: .done, { $0.referralDone(entry: $1) }) {
      try $0.finish($1, of: $2, as: $3)
    }
  }
}
