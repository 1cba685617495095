import ArgumentParser
import Vault

/// `safekeep whoami`: who is at work here, and until when. It asks nothing and writes nothing, so it tells what this
/// account knows of itself: the name that it was given, and of a member who is unlocked their roles. Nobody learns
/// here who else is of the office, and as what.
struct Whoami: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .whoami, example: "safekeep whoami --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (vault, handle) = (try desk.vault(), try desk.handle())
    let kept = try KeptSession.take(vault, handle, pins: desk.places.pins)
    let seconds: Int? =
      if let kept, try Fault.translating({ try vault.isKey(kept.key, of: handle) }) {
        kept.seconds
      } else { nil }
    let known =
      seconds == nil ? nil : try Fault.translating({ try vault.standing(of: handle) })
    let isShared = KeptSession.isShared(vault, handle, pins: desk.places.pins)
    try desk.show(Self.report(handle, known, seconds, isShared: isShared, desk.words))
  }

  private static func report(
    _ handle: String, _ known: (standing: StaffMember.Standing, roles: [Role])?, _ seconds: Int?,
    isShared: Bool, _ words: any Words
  ) -> Report {
    let until = seconds.map { WallTime(milliseconds: Desk.now() + $0 * 1000) }
    let standing = known?.standing.code
    return Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("roles", words.label(.roles), known.map { .roles($0.roles, in: words) } ?? .none),
        .init(
          "standing", words.label(.standing),
          standing.map { .code($0, label: words.standing($0)) } ?? .none),
        .init("unlocked", words.label(.unlocked), .flag(until != nil)),
        .init("until", words.label(.until), until.map(Cell.moment) ?? .none),
      ],
      notes: [
        until.map { words.unlockedUntil($0.forPeople) }
          ?? (isShared ? words.twoMembersOneAccount : words.asksEachTime)
      ])
  }
}
