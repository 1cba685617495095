import Casework
import Vault

/// What is told of the end of somebody's access.
struct LeavingReport {
  let handle: String
  let role: Role?
  let words: any Words

  func report(_ left: Left, _ reach: LeaverReach?, _ cases: [LeaverCase]) -> Report {
    Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("roles", words.label(.roles), .roles(left.roles, in: words)),
        .init("cases", words.label(.cases), .integer(left.cases)),
        .init(
          "every_case", words.label(.everyCase),
          .flag(reach.map { !$0.standing.isEmpty } ?? left.isStanding)),
        .init("ownerless", words.label(.ownerless), .integer(left.ownerless)),
        .init("altered", words.label(.altered), .integer(left.spoilt)),
        .init("given", words.label(.given), reach.map { .integer($0.given) } ?? .none),
        .init("looked", words.label(.looked), reach.map { .integer($0.looked) } ?? .none),
        .init("entry", words.label(.entry), .integer(left.entry)),
      ] + unread(left), lists: reach.map { roles($0.standing) + [list(cases)] } ?? [],
      notes: notes(left, reach))
  }

  /// Told where there is any: it is what somebody decided.
  private func unread(_ left: Left) -> [Report.Field] {
    left.unread == 0 ? [] : [.init("unread", words.label(.unread), .integer(left.unread))]
  }

  /// What a role opened of every case; nothing where none did.
  private func roles(_ standing: [LeaverReach.Standing]) -> [Report.List] {
    guard !standing.isEmpty else { return [] }
    return [
      Report.List(
        "by_role", title: words.byRoleTitle,
        columns: [
          .init("role", words.label(.role)), .init("cases", words.label(.cases)),
          .init("classes", words.label(.readable), isWhole: true),
        ],
        rows: standing.map { one in
          [
            .code(one.role.rawValue, label: words.role(one.role.rawValue)), .integer(one.cases),
            .list(one.classes.map { .code($0.name, label: words.fieldClass($0.name)) }),
          ]
        }, ifEmpty: words.couldReadNothing)
    ]
  }

  private func list(_ cases: [LeaverCase]) -> Report.List {
    Report.List(
      "could_read", title: words.couldReadTitle,
      columns: [
        .init("case", words.label(.caseCode)), .init("pseudonym", words.label(.caseName)),
        .init("given", words.label(.given)), .init("as", words.label(.way)),
        .init("classes", words.label(.readable), isWhole: true),
        .init("looks", words.label(.looks)), .init("last", words.label(.time)),
      ],
      rows: cases.map { one in
        [
          one.code.map(Cell.text) ?? .none, .text(one.stated.pseudonym),
          .flag(one.stated.isGiven), .ways(one.stated, in: words),
          .classes(one.stated, in: words), .integer(one.stated.looks),
          one.stated.last.map { .moment(WallTime(milliseconds: $0)) } ?? .none,
        ]
      }, ifEmpty: words.couldReadNothing)
  }

  private func notes(_ left: Left, _ reach: LeaverReach?) -> [String] {
    var notes: [String] = []
    if left.isPlan {
      notes.append(words.leavingPlanned(handle: handle, cases: left.cases, entry: left.entry))
    } else if let role {
      let name = words.role(role.rawValue)
      notes.append(words.roleRemoved(handle: handle, role: name, entry: left.entry))
    } else {
      notes.append(words.suspended(handle: handle, entry: left.entry))
    }
    notes += (reach?.standing ?? []).map { one in
      let classes = one.classes.map { words.fieldClass($0.name) }.joined(separator: ", ")
      return words.couldReadEvery(one.cases, role: words.role(one.role.rawValue) + " (\(classes))")
    }
    if left.ownerless > 0 { notes.append(words.ownerless(left.ownerless)) }
    if left.unread > 0 { notes.append(words.leftUnread(left.unread)) }
    if left.spoilt > 0 { notes.append(words.spoiltCases(left.spoilt)) }
    if left.roles.contains(.trustee), !left.isPlan {
      notes.append(words.oldSeedCounts(handle: Escaping.line(handle)))
    }
    if !left.isPlan, left.roles.contains(.admin) || left.roles.contains(.auditor) {
      notes.append(words.oldBackupsNeedThem)
    }
    notes += left.waiting.map { words.dueAfterCompromise($0) }
    if !left.isPlan { notes.append(words.keptWhatWasCopied) }
    return notes + (left.isPlan ? [] : reach.map { [words.lookRecorded(entry: $0.entry)] } ?? [])
  }
}
