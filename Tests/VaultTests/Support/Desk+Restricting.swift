import AuditLog
import Testing

@testable import Vault

extension Desk {
  /// Keeps a field of the shared case from a role, as the social worker writes it down.
  @discardableResult
  func restrict(
    _ field: FieldID, from role: Role?, of id: CaseID? = nil, by handle: String = "social"
  ) throws -> Restricted {
    try act(handle) { vault, session in
      let values: [FieldID: FieldValue] = [
        TestTable.restrictedField: .text("f\(field.rawValue)"),
        TestTable.excludedRole: role.map { .text($0.rawValue) } ?? .absent(.notAsked),
      ]
      return try vault.restrict(field, from: role, values, of: id ?? shared, as: session)
    }
  }

  @discardableResult
  func lift(
    _ record: RecordID, of id: CaseID? = nil, by handle: String = "social"
  ) throws -> Restricted {
    try act(handle) { vault, session in
      try vault.liftRestriction(
        record, [TestTable.liftedAt: .dateTime("2026-09-01T08:00+07:00")], of: id ?? shared,
        as: session)
    }
  }

  /// Any command of somebody: what waits for them is done.
  func visit(_ handle: String) throws { try act(handle) { _, _ in } }

  /// Refused, for a reason, and the newest entry says so.
  func expectRefused(
    _ reason: Refusal, _ act: String, _ place: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) throws {
    let size = try entries().count
    var told: Int?
    do { try body() } catch VaultError.denied(let why, let entry) {
      #expect(why == reason, sourceLocation: place)
      told = entry
    } catch VaultError.emergencyState(_, let entry) {
      #expect(reason == .state, sourceLocation: place)
      told = entry
    }
    let last = try #require(try entries().last, sourceLocation: place)
    #expect(last.seq >= size && last.seq == told, sourceLocation: place)
    #expect(last.act == act && last.out == .denied && last.why == reason, sourceLocation: place)
  }

  func expectKept(
    _ handle: String, _ field: FieldID, of id: CaseID? = nil,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    try expectRefused(.restricted, Act.fieldRead, place) {
      try read(handle, [field], of: id ?? shared)
    }
    let readable = try act(handle) { vault, session in
      try vault.mayRead([field], of: id ?? shared, for: .careManagement, as: session)
    }
    #expect(readable == [], sourceLocation: place)
  }

  func expectSound(_ place: SourceLocation = #_sourceLocation) throws {
    #expect(try verify().findings == [], sourceLocation: place)
  }
}

// MARK: What follows

extension Desk {
  /// What was derived from a field: the facts as they are to stand, and fields that are kept with it.
  func derived(_ facts: [String]?, with fields: [FieldID]) -> DerivedKeeping {
    var derived = DerivedKeeping()
    derived.facts = facts.map {
      RecordChange(.sole, entity: TestTable.figures, fields: [TestTable.facts: .list($0)])
    }
    derived.fields = fields.map {
      DerivedKeeping.Field($0, [TestTable.restrictedField: .text("f\($0.rawValue)")])
    }
    return derived
  }

  /// Keeps a field, and what was derived from it, from a role.
  @discardableResult
  func keep(
    _ field: FieldID, from role: Role, restating facts: [String]?, with fields: [FieldID] = [],
    since version: UInt64? = nil
  ) throws -> Restricted {
    try act("social") { vault, session in
      var derived = derived(facts, with: fields)
      derived.since = version
      return try vault.restrict(
        field, from: role, [TestTable.excludedRole: .text(role.rawValue)], deriving: derived,
        of: shared, as: session)
    }
  }

  /// The facts of the shared case, as somebody counts them.
  func facts(_ handle: String) throws -> [String]? {
    try act(handle) { vault, session in
      var found: [String]?
      _ = try vault.facts(TestTable.facts, for: .look, as: session) { id, items in
        if id == shared { found = items }
      }
      return found
    }
  }
}
