import Vault

/// Who is to get something: by the name under which the person was told of them, and where it is a member
/// of this vault, that member.
struct Recipient {
  /// What the release itself calls them; empty where it names a colleague and nothing else.
  let names: [String]
  /// Nil for somebody outside.
  let colleague: Colleague?

  /// A member of this vault who is to receive something.
  struct Colleague {
    let member: MemberID
    let handle: String?
    let roles: [Role]
    /// Of which classes they may be given copies, by role.
    let given: [Role: Set<FieldClass>]

    /// The same by whatever role.
    var takes: Set<FieldClass> { given.values.reduce(into: []) { $0.formUnion($1) } }

    /// Whether the field table lets them read a field in a role that is given copies of it: who has another role
    /// beside reads in that one by a right of their own, or not at all.
    func reads(_ field: FieldDefinition) -> Bool {
      given.contains { $1.contains(field.fieldClass) && field.readers.contains($0) }
    }
  }

  /// Whether a person of this name is meant, with or without what stands beside it: the relation, the village. A name of
  /// one syllable is in too many others.
  func isCalled(_ person: String) -> Bool {
    let wanted = OfficeName.plain(person)
    guard !wanted.isEmpty else { return false }
    return names.map(OfficeName.plain).contains { name in
      name == wanted || wanted.contains(" ") && " \(name) ".contains(" \(wanted) ")
    }
  }

  /// Written the same but for case and outer blanks.
  static func isSame(_ left: String, _ right: String) -> Bool { plain(left) == plain(right) }

  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Casework {
  /// Who a colleague is, as far as that decides what they may be given.
  func colleague(
    _ member: MemberID, _ session: borrowing Session
  ) throws(CaseworkError) -> Recipient.Colleague {
    try CaseworkError.ofVault { () throws(VaultError) in
      let roles = try vault.roles(of: member)
      let given = roles.map { ($0, vault.classesGiven(to: [$0])) }
      return Recipient.Colleague(
        member: member, handle: try vault.handle(of: member, as: session), roles: roles,
        given: Dictionary(given) { first, _ in first })
    }
  }

  /// The colleagues to whom the referrals of a form go: the rules that hold it know no session.
  func colleagues(
    in form: CheckedChanges, _ session: borrowing Session
  ) throws(CaseworkError) -> [MemberID: Recipient.Colleague] {
    var found: [MemberID: Recipient.Colleague] = [:]
    for (_, record) in form.records("referral") {
      guard let member = Referral(record: record, records: form.after).receiver else { continue }
      found[member] = try colleague(member, session)
    }
    return found
  }
}
