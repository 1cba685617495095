import Vault

/// What an entry is shown with. For people the few that fit a terminal, for programs all.
enum LogColumn: String, CaseIterable {
  case entry, time, actor, handle, role, act, outcome, reason, purpose
  case file = "case"
  case kind, fields, count, by, ref

  static let forPeople: [LogColumn] = [.entry, .time, .handle, .act, .outcome, .reason, .file]

  /// Those that fit: a time cut in half is no time.
  static func forPeople(width: Int?) -> [LogColumn] {
    guard let width, width < 80 else { return forPeople }
    return [.entry, .time, .handle, .act, .outcome]
  }

  var label: Label {
    switch self {
    case .entry: .entry
    case .time: .time
    case .actor: .actor
    case .handle: .handle
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
    // Root and invitations have no handle; their key is who they are.
    case .handle: line.handle.map(Cell.text) ?? .code("", label: line.actor)
    case .role: line.role.map { .code($0, label: words.role($0)) } ?? .none
    // The text of the log is never translated: what was written is what is shown.
    case .act: .text(line.act)
    case .outcome: .code(line.outcome, label: words.outcome(line.outcome))
    case .reason: line.reason.map { .code($0, label: reason($0, of: line.act, words)) } ?? .none
    case .purpose: line.purpose.map { .code($0, label: words.purpose($0)) } ?? .none
    case .file: line.file.map(Cell.text) ?? .none
    case .kind: line.kind.map(Cell.text) ?? .none
    case .fields: .list(line.fields.map(Cell.text))
    case .count: line.count.map(Cell.integer) ?? .none
    case .by: line.by.map(Cell.integer) ?? .none
    case .ref: line.ref.map(Cell.integer) ?? .none
    }
  }

  private func reason(_ code: String, of act: String, _ words: any Words) -> String {
    Refusal(rawValue: code).map { words.reason($0, of: Deed(act: act)) } ?? code
  }
}
