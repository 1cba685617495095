import ArgumentParser
import Casework

/// `safekeep referral accept CASE RECORD`.
struct ReferralAccept: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralAccept,
    example: """
      safekeep referral accept K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --as hanh
      """)

  @OptionGroup var move: ReferralMove

  func run() throws {
    try move.run(to: .accepted, { $0.referralAccepted(entry: $1) }) {
      try $0.accept($1, of: $2, as: $3).entry
    }
  }
}
