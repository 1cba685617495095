import Sealing

/// What a command has to show: a record, lists, and what is said about them.
///
/// The command names things by key and by label once; which of the two is seen, and how it is laid
/// out, is decided here and nowhere else.
struct Report: Sendable {
  /// A value with its name.
  struct Field: Sendable {
    /// The name in JSON and in a pipe; never translated.
    let key: String
    /// The name for people.
    let label: String
    let value: Cell

    init(_ key: String, _ label: String, _ value: Cell) {
      self.key = key
      self.label = label
      self.value = value
    }
  }

  /// Records of one kind.
  struct List: Sendable {
    struct Column: Sendable {
      let key: String
      let label: String
      /// What a command takes, or what is looked up: a table never cuts it.
      let isWhole: Bool

      init(_ key: String, _ label: String, isWhole: Bool = false) {
        self.key = key
        self.label = label
        self.isWhole = isWhole || Self.named.contains(key)
      }

      /// Codes, names and provisions, in whatever table they stand.
      private static let named: Set<String> = [
        "case", "record", "owner", "handle", "entry", "citation", "pseudonym", "fingerprint",
        "sha256",
      ]
    }

    let key: String
    /// Above the table; nil where the list is all there is.
    let title: String?
    let columns: [Column]
    let rows: [[Cell]]
    /// Said to people in place of a table without rows.
    let ifEmpty: String

    init(
      _ key: String, title: String? = nil, columns: [Column], rows: [[Cell]], ifEmpty: String
    ) {
      precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
      self.key = key
      self.title = title
      self.columns = columns
      self.rows = rows
      self.ifEmpty = ifEmpty
    }
  }

  /// One record with its fields: an object of its own in JSON, values in full for people.
  struct Group: Sendable {
    /// Of groups with the same key JSON makes an array, where `isMany`.
    let key: String
    let isMany: Bool
    let title: String
    let fields: [Field]
  }

  /// For people alone: a heading.
  var title: String?
  var fields: [Field]
  var groups: [Group]
  var lists: [List]
  /// For people alone, on standard error: what changed, the entry of the log, what may be done next.
  var notes: [String]
  /// The log entry of a look, where no field has it: for JSON alone. People are told in a note, and a pipe
  /// wants rows.
  var entry: Int?
  /// What the log cannot show, by code: for JSON alone. People are told in a note.
  var limits: [String] = []

  init(
    title: String? = nil, fields: [Field] = [], groups: [Group] = [], lists: [List] = [],
    notes: [String] = [], entry: Int? = nil
  ) {
    self.title = title
    self.fields = fields
    self.groups = groups
    self.lists = lists
    self.notes = notes
    self.entry = entry
  }

  /// Prints the result, then says what is to be said about it; the notes only once it arrived.
  func show(
    on terminal: Terminal, in words: any Words, format: OutputFormat
  ) throws(Fault) {
    try terminal.write(text(for: terminal, in: words, format: format))
    guard format != .json else { return }
    notes.forEach(terminal.say)
  }

  /// The same for a report with the place of a secret (`Cell.secret`), which is written there from
  /// its own memory.
  func show(
    _ secret: borrowing SecretBytes, on terminal: Terminal, in words: any Words,
    format: OutputFormat
  ) throws(Fault) {
    let parts = text(for: terminal, in: words, format: format).split(
      separator: Cell.secretPlace, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "one place for one secret")
    try terminal.write(String(parts[0]))
    try terminal.write(secret)
    try terminal.write(String(parts[1]))
    guard format != .json else { return }
    notes.forEach(terminal.say)
  }

  private func text(
    for terminal: Terminal, in words: any Words, format: OutputFormat
  ) -> String {
    switch format {
    case .table: table(in: words, width: terminal.width) { terminal.styled($0, .strong) }
    case .plain: plain
    case .json: json.text + "\n"
    }
  }
}

// MARK: For programs

extension Report {
  /// Fields and lists as members of one object, in the order of the report.
  var json: JSONValue {
    .object(
      Self.members(fields) + (entry.map { [.init("entry", .integer($0))] } ?? [])
        + (limits.isEmpty ? [] : [.init("limits", .array(limits.map(JSONValue.string)))])
        + groupMembers
        + lists.map { list in
          JSONValue.Member(
            list.key,
            .array(
              list.rows.map { row in
                .object(zip(list.columns, row).map { JSONValue.Member($0.key, $1.json) })
              }))
        })
  }

  private static func members(_ fields: [Field]) -> [JSONValue.Member] {
    fields.map { JSONValue.Member($0.key, $0.value.json) }
  }

  private var groupMembers: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    for group in groups where !members.contains(where: { $0.name == group.key }) {
      let objects = groups.filter { $0.key == group.key }.map {
        JSONValue.object(Self.members($0.fields))
      }
      members.append(.init(group.key, group.isMany ? .array(objects) : objects[0]))
    }
    return members
  }

  /// Fields as `key⇥value`, one a line; rows one a line without a heading; an empty line between
  /// the parts of a report that has several.
  var plain: String {
    var parts: [String] = []
    if !fields.isEmpty {
      parts.append(fields.map { "\($0.key)\t\($0.value.plain)\n" }.joined())
    }
    for group in groups {
      parts.append(
        group.fields.map { "\(group.key).\($0.key)\t\($0.value.plain)\n" }.joined())
    }
    for list in lists { parts.append(list.plain) }
    return parts.joined(separator: "\n")
  }
}

extension Report.List {
  /// One text that grows: a list may have a hundred thousand rows.
  fileprivate var plain: String {
    var text = ""
    for row in rows {
      for index in row.indices {
        if index > 0 { text += "\t" }
        text += row[index].plain
      }
      text += "\n"
    }
    return text
  }
}
