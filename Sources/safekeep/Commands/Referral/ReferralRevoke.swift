import ArgumentParser
import Casework

/// `safekeep referral revoke CASE RECORD`: taken back; the fields can be read no more.
struct ReferralRevoke: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralRevoke,
    example: """
      safekeep referral revoke K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --as mai
      """)

  @OptionGroup var move: ReferralMove

  func run() throws {
    try move.run(to: .revoked, { $0.referralRevoked(entry: $1) }) {
      try $0.revoke($1, of: $2, as: $3)
    }
  }
}
