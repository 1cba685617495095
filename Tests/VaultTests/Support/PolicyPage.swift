import AuditLog

@testable import Vault

/// The policy as people read it, asked of the policy itself: Documentation/Policy.md.
enum PolicyPage {
  /// A question about a field that names the role in its letters.
  private struct State {
    let title: String
    let use: Policy.Use
    var purpose: Purpose? = .careManagement
    var isInExcerpt = false
    var isRestricted = false
    var hasLetter = true
  }

  private static let states = [
    State(title: "read", use: .read),
    State(title: "read, no purpose", use: .read, purpose: nil),
    State(title: "read a copy", use: .read, isInExcerpt: true),
    State(title: "read, restricted", use: .read, isInExcerpt: true, isRestricted: true),
    State(title: "read, no letter", use: .read, hasLetter: false),
    State(title: "write", use: .write),
    State(title: "write, restricted", use: .write, isRestricted: true),
    State(title: "write, no letter", use: .write, hasLetter: false),
    State(title: "when opening a case", use: .opening, hasLetter: false),
  ]

  static let head = """
    # Who may do what

    Every answer here was asked of the policy that the program runs (`Sources/Vault/Gate/Policy.swift`), and a test
    holds the page to it; nobody writes it by hand. It is the first wall. The second is the keys: a test tries every
    key of every member on everything that is sealed (`SecondWallTests`).

    One table for each role and each way in which it may come to a case. A row is a class of fields, a column a
    question about one field of it whose letters in `fields.csv` name the role, asked with a purpose, unless the column
    says otherwise. *read a copy*: it was shared with this member. *restricted*: the person keeps it from a role
    that the member holds; a copy does not help. *no letter*: the field does not name the role.

    - **yes**: with the key of the class. **sealed for others**: recorded, and not read back. **copy**: of what was shared alone.
    - **no** with its reason, as the log has it: `class`, `purpose`, `restricted`.

    """

  static func text() -> String {
    var parts = [head]
    for role in Role.allCases {
      for relation in KeyTable.relations(of: role) { parts.append(table(role, relation)) }
    }
    parts.append(given())
    parts.append(refused())
    return parts.joined(separator: "\n")
  }

  private static func table(_ role: Role, _ relation: Relation) -> String {
    var lines = ["## \(role.rawValue), \(relation)", ""]
    lines.append("| class | " + states.map(\.title).joined(separator: " | ") + " |")
    lines.append("|---" + String(repeating: "|---", count: states.count) + "|")
    for fieldClass in FieldClass.allCases {
      let answers = states.map { told(answer(role, relation, fieldClass, $0)) }
      lines.append("| " + ([fieldClass.name] + answers).joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A class that a lead gave with its key, for an hour: what a lead may read of it is read, nothing written.
  private static func given() -> String {
    var lines = [
      "## A class given in an emergency", "", "| role | read | write |", "|---|---|---|",
    ]
    for role in Role.allCases {
      let answers = [Policy.Use.read, .write].map { use in
        let found = FieldClass.allCases.map { fieldClass in
          let rule = FieldRule(
            id: FieldID(9), entity: 1, fieldClass: fieldClass, read: RoleSet([.lead]),
            write: RoleSet([.lead]))
          return told(
            Policy.decide(
              Policy.Question(
                use: use, role: role, relation: .emergency, rule: rule, purpose: .breakGlass,
                isGiven: true)))
        }
        return Set(found).sorted().joined(separator: ", ")
      }
      lines.append("| \(role.rawValue) | \(answers[0]) | \(answers[1]) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every other way of standing to a case, which no class and no state helps.
  private static func refused() -> String {
    var lines = [
      "## Everybody else", "", "| role | relation | every class, every question |", "|---|---|---|",
    ]
    for role in Role.allCases {
      for relation in Relation.allCases where !KeyTable.relations(of: role).contains(relation) {
        let answers = Set(
          FieldClass.allCases.flatMap { one in states.map { told(answer(role, relation, one, $0)) }
          })
        lines.append(
          "| \(role.rawValue) | \(relation) | \(answers.sorted().joined(separator: ", ")) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func answer(
    _ role: Role, _ relation: Relation, _ fieldClass: FieldClass, _ state: State
  ) -> Verdict {
    let letters: RoleSet = state.hasLetter ? RoleSet([role]) : []
    return Policy.decide(
      Policy.Question(
        use: state.use, role: role, relation: relation,
        rule: FieldRule(
          id: FieldID(9), entity: 1, fieldClass: fieldClass, read: letters, write: letters),
        purpose: state.purpose, isInExcerpt: state.isInExcerpt, isRestricted: state.isRestricted))
  }

  private static func told(_ verdict: Verdict) -> String {
    switch verdict {
    case .allowed(_, .key): "yes"
    case .allowed(_, .deposit): "sealed for others"
    case .allowed(_, let access) where access.mayHoldExcerpt: "copy"
    case .allowed: "yes"
    case .denied(let reason): "no: `\(reason.rawValue)`"
    }
  }
}
