import Vault

/// What an entry is shown with. For people the few that fit a terminal, for programs all.
enum LogColumn: String, CaseIterable {
  case entry, time, actor, handle, role, act, outcome, reason, purpose
  case file = "case"
  case kind, fields, count, by, ref
  /// Added after the others were published: the place of a column is promised to programs.
  case tried

  /// Those that fit: a time cut in half is no time.
  ///
  /// - Parameter failures: whether a failed unlocking is among the entries.
  static func forPeople(failures: Bool, width: Int?) -> [LogColumn] {
    let tried: [LogColumn] = failures ? [.tried] : []
    guard let width, width < 80 else {
      return [.entry, .time, .handle, .act, .outcome, .reason] + tried + [.file]
    }
    return [.entry, .time, .handle, .act, .outcome] + tried
  }

  var label: Label {
    switch self {
    case .entry: .entry
    case .time: .time
    case .actor: .actor
    case .handle: .handle
    case .tried: .tried
    case .role: .role
    case .act: .act
    case .outcome: .outcome
    case .reason: .reason
    case .purpose: .purpose
    case .file: .caseName
    case .kind: .kind
    case .fields: .fields
    case .count: .quantity
    case .by: .right
    case .ref: .answers
    }
  }

  func cell(of line: LogLine, _ words: any Words) -> Cell {
    switch self {
    case .entry: .integer(line.seq)
    case .time: .moment(WallTime(milliseconds: line.time))
    case .actor: .text(line.actor)
    case .handle: handle(line, words)
    case .tried: line.tried.map { tried($0, words) } ?? .none
    case .role: line.role.map { .code($0, label: words.role($0)) } ?? .none
    // The text of the log is never translated: what was written is what is shown.
    case .act: .text(line.act)
    case .outcome: .code(line.outcome, label: words.outcome(line.outcome))
    case .reason:
      line.reason.map {
        .code($0, label: Self.label(of: $0, kind: line.kind, act: line.act, words))
      } ?? .none
    case .purpose: line.purpose.map { .code($0, label: words.purpose($0)) } ?? .none
    case .file: line.file.map(Cell.text) ?? .none
    case .kind: line.kind.map(Cell.text) ?? .none
    case .fields: .list(line.fields.map(Cell.text))
    case .count: line.count.map(Cell.integer) ?? .none
    case .by: line.by.map(Cell.integer) ?? .none
    case .ref: line.ref.map(Cell.integer) ?? .none
    }
  }

  /// Root and invitations have no handle; their key is who they are. What is nobody's act was only
  /// noted down by who signed it.
  private func handle(_ line: LogLine, _ words: any Words) -> Cell {
    guard let handle = line.handle else { return .code("", label: line.actor) }
    return line.tried == nil ? .text(handle) : .code(handle, label: words.notedBy(handle))
  }

  /// `?` can be nobody's handle.
  private func tried(_ tried: LogLine.Tried, _ words: any Words) -> Cell {
    switch tried {
    case .handle(let handle): .text(handle)
    case .unknown: .code("?", label: words.unknownName)
    }
  }

  /// Of a share of a seed its kind says what was wrong: nothing stored is, and it is about no case.
  static func label(
    of reason: String, kind: String?, act: String, _ words: any Words
  ) -> String {
    kind.flatMap(words.shareReason)
      ?? Refusal(rawValue: reason).map { words.reason($0, of: Deed(act: act)) } ?? reason
  }
}
