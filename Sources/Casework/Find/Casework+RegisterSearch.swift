import Vault

extension Casework {
  /// What a register is held against, before any of it is written.
  ///
  /// - Parameter questions: how many rows it has: each asks whether somebody has a file.
  func registerMatcher(
    asking questions: Int, _ session: borrowing Session
  ) throws(CaseworkError) -> RegisterMatcher {
    let book = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.openSearchBook(
        for: .careManagement, use: .register, questions: questions,
        telling: SearchKind.telling, as: session)
    }
    return RegisterMatcher(book, FindableFields(self.book))
  }

  /// Tells which rows are likely to be of people who have a file, and hears what is to become of them; that is
  /// an entry too, also where nobody was found and it was said beforehand.
  ///
  /// - Returns: nil where there are none and every file could be looked through.
  func likeness(
    _ matcher: RegisterMatcher, isDry: Bool, _ session: borrowing Session,
    _ decide: (RegisterLikeness) -> RegisterDecision
  ) throws(CaseworkError) -> (RegisterLikeness, RegisterDecision)? {
    let search = matcher.search
    let likeness = try matcher.likeness { cases, count throws(CaseworkError) in
      try tellAll(search, cases, of: count, session)
    }
    if isDry { return likeness.isEmpty ? nil : (likeness, .new) }
    let decision = decide(likeness)
    // Nobody was found, every file was looked through, and nobody said anything of those who would be.
    if likeness.isEmpty && decision == .stop { return nil }
    guard decision != .stop else { throw .likelySameRows(likeness) }
    try CaseworkError.ofVault { () throws(VaultError) in
      _ = try vault.decide(likeness.entry, isNew: decision == .new, as: session)
    }
    return likeness.isEmpty ? nil : (likeness, decision)
  }

  /// Links each new file to the one that it is likely to be of the same person; a file that this member may
  /// not read, or that cannot be linked, stays as it is.
  ///
  /// - Parameter codes: of the new files, by their line.
  func link(
    _ register: inout ImportedRegister, _ codes: [Int: CaseCode], _ session: borrowing Session
  ) {
    for row in register.likeness?.rows ?? [] {
      if let code = codes[row.line], let other = Self.code(row.other, codes),
        (try? link(code, to: other, as: .same, as: session)) != nil
      {
        register.linked += 1
      } else {
        register.unlinked.append(row.line)
      }
    }
  }

  private static func code(_ other: LikelyRow.Other, _ codes: [Int: CaseCode]) -> CaseCode? {
    switch other {
    case .row(let line): codes[line]
    case .file(let person): person.code.flatMap { try? CaseCode($0) }
    case .untold: nil
    }
  }
}
