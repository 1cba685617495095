import ArgumentParser
import Vault

/// `safekeep staff list`: members, their roles and how far each has come.
struct StaffList: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .staffList, example: "safekeep staff list --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let staff = try desk.withSession { vault, session in try vault.staff(as: session) }
    try desk.show(Report(lists: [.staff(staff, in: desk.words)]))
  }
}

extension Report.List {
  /// Members, one a row.
  static func staff(_ members: [StaffMember], in words: any Words) -> Report.List {
    Report.List(
      "members",
      columns: [
        .init("handle", words.label(.handle)), .init("roles", words.label(.roles)),
        .init("standing", words.label(.standing)), .init("since", words.label(.since)),
        .init("fingerprint", words.label(.fingerprint)),
      ],
      rows: members.map { member in
        [
          .handle(of: member, in: words), .roles(member.roles, in: words),
          .code(member.standing.code, label: words.standing(member.standing.code)),
          .integer(member.since), .text(member.fingerprint),
        ]
      }, ifEmpty: words.noStaff)
  }
}

extension Cell {
  /// Nobody's name stands where what is stored is not the handle that the log names. No handle has
  /// brackets.
  static func handle(of member: StaffMember, in words: any Words) -> Cell {
    if member.isAltered { return .code("(altered)", label: words.handleAltered) }
    return member.handle.map(Cell.text) ?? .none
  }

  static func roles(_ roles: [Role], in words: any Words) -> Cell {
    .list(roles.map { .code($0.rawValue, label: words.role($0.rawValue)) })
  }
}

extension StaffMember.Standing {
  /// The word for it in a pipe and in JSON, never translated.
  var code: String {
    switch self {
    case .enrolled: "enrolled"
    case .waiting: "waiting"
    case .active: "active"
    case .suspended: "suspended"
    }
  }
}
