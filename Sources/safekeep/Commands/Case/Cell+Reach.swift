import Vault

extension Report.List {
  /// What those whose access to one case ended could read of it: a line for each of them.
  static func couldRead(_ ended: [EndedReach], _ words: any Words) -> Report.List {
    Report.List(
      "could_read", title: words.couldReadOfCaseTitle,
      columns: [
        .init("handle", words.label(.handle)), .init("as", words.label(.way)),
        .init("since", words.label(.since)), .init("entries", words.label(.entry)),
        .init("classes", words.label(.readable), isWhole: true),
        .init("looks", words.label(.looks)), .init("first_look", words.label(.firstLook)),
        .init("last_look", words.label(.lastLook)),
      ],
      rows: ended.map { one in
        [
          one.handle.map(Cell.text) ?? .none, .ways(one.stated, in: words),
          one.stated.given.first.map { .moment(WallTime(milliseconds: $0.time)) } ?? .none,
          .list(one.stated.given.map { .integer($0.entry) }), .classes(one.stated, in: words),
          one.isToldLooks ? .integer(one.stated.looks) : .none,
          one.stated.firstLook.map(Cell.integer) ?? .none,
          one.stated.lastLook.map(Cell.integer) ?? .none,
        ]
      }, ifEmpty: words.couldReadNothing)
  }
}

extension Cell {
  /// How somebody came to read a case, in the order of the log.
  static func ways(_ stated: LeaverReach.Case, in words: any Words) -> Cell {
    .list(stated.given.map { .code($0.way.rawValue, label: words.way($0)) })
  }

  static func classes(_ stated: LeaverReach.Case, in words: any Words) -> Cell {
    .list(stated.classes.map { .code($0.name, label: words.fieldClass($0.name)) })
  }
}
