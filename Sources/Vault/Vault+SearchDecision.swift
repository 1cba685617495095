import AuditLog

extension Vault {
  /// Writes down what somebody made of the files that they were told of: that the person who is to have a
  /// file is another, or the same.
  ///
  /// - Parameter told: the entry that says which files those were.
  public func decide(
    _ told: Int, isNew: Bool, as session: borrowing Session
  ) throws(VaultError) -> Int {
    try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .searchPeople) else {
        return try context.refuse(Act.search, .role) { $0.kind = Self.decision(isNew) }
      }
      return .allowed(
        try context.append(Act.search) { entry in
          (entry.kind, entry.ref, entry.role) = (Self.decision(isNew), told, role.rawValue)
        })
    }
  }

  private static func decision(_ isNew: Bool) -> String { isNew ? "new" : "same" }
}
