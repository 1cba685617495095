import AuditLog
import Testing

@testable import Vault

/// The first wall, whole: every use, role, relation, class, purpose, letter and excerpt, against an
/// answer worked out here from the key table as people wrote it.
@Suite struct PolicyTableTests {
  /// The key table of the design, row for row: K holds, D deposits, X holds an excerpt.
  private static let keyTable = """
    intake opener            K K K D D D D D
    intake openerOfMinor     K K D D D D D D
    social_worker owner      K K K K D D K D
    social_worker assigned   K K K K D D K D
    lead standing            K K K K D D K K
    health_staff assigned    K XD X D K K - D
    duty assigned            K XD X D K K - D
    duty emergency           K - - - K K - -
    police assigned          X XD XD XD - - XD D
    legal_aid assigned       X X X X - - - -
    statistician standing    - - - - - - - K
    """
  /// Its columns.
  private static let columns: [FieldClass] = [
    .operations, .support, .identity, .sensitive, .clinical, .vital, .safety, .facts,
  ]

  private static let cells: [String: [FieldClass: String]] = {
    var found: [String: [FieldClass: String]] = [:]
    for line in keyTable.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      found["\(words[0]) \(words[1])"] = Dictionary(
        uniqueKeysWithValues: zip(columns, words.dropFirst(2)))
    }
    return found
  }()

  static func cell(_ role: Role, _ relation: Relation, _ fieldClass: FieldClass) -> String {
    cells["\(role.rawValue) \(relation)"]?[fieldClass] ?? "-"
  }

  private static let restricted: Set<FieldClass> = [.sensitive, .clinical, .safety, .vital]
  private static let blind: Set<Role> = [.auditor, .admin, .trustee]

  private struct Line {
    var role: Role
    var relation: Relation
    var fieldClass: FieldClass
    var hasLetter: Bool
    var purpose: Purpose?
    var isInExcerpt: Bool
    var isRestricted: Bool
  }

  private func expected(_ use: Policy.Use, _ line: Line) -> Refusal? {
    if Self.blind.contains(line.role) { return .role }
    guard Self.cells["\(line.role.rawValue) \(line.relation)"] != nil else { return .notAssigned }
    let cell = Self.cell(line.role, line.relation, line.fieldClass)
    switch use {
    case .write, .opening:
      // Whoever opens a case fills its forms; later the letters of the field count too.
      let isNamed = line.hasLetter || use == .opening
      return isNamed && (cell == "K" || cell.contains("D")) ? nil : .fieldClass
    case .read:
      // What the person restricted beats the key, the excerpt and the standing role, and not an emergency.
      if line.isRestricted && line.relation != .emergency { return .restricted }
      let opens = cell.contains("X") ? line.isInExcerpt : cell == "K" && line.hasLetter
      guard opens else { return .fieldClass }
      return Self.restricted.contains(line.fieldClass) && line.purpose == nil ? .purpose : nil
    }
  }

  private func answer(_ use: Policy.Use, _ line: Line) -> Refusal? {
    if case .denied(let reason) = verdict(use, line) { return reason }
    return nil
  }

  private func verdict(_ use: Policy.Use, _ line: Line) -> Verdict {
    let letters: RoleSet = line.hasLetter ? RoleSet([line.role]) : []
    let rule = FieldRule(
      id: FieldID(9), entity: 1, fieldClass: line.fieldClass, read: letters, write: letters)
    return Policy.decide(
      Policy.Question(
        use: use, role: line.role, relation: line.relation, rule: rule, purpose: line.purpose,
        isInExcerpt: line.isInExcerpt, isRestricted: line.isRestricted))
  }

  @Test(arguments: Role.allCases) func everyCell(_ role: Role) {
    var count = 0
    for relation in Relation.allCases {
      for fieldClass in FieldClass.allCases {
        for purpose in [nil] + Purpose.allCases.map(Optional.some) {
          for bits in 0..<8 {
            let line = Line(
              role: role, relation: relation, fieldClass: fieldClass, hasLetter: bits & 1 != 0,
              purpose: purpose, isInExcerpt: bits & 2 != 0, isRestricted: bits & 4 != 0)
            for use in Policy.Use.allCases {
              #expect(answer(use, line) == expected(use, line), "\(use) \(line)")
              count += 1
            }
            // Who is excluded writes for others, whatever key of the class they hold.
            guard line.isRestricted, relation != .emergency,
              case .allowed(_, let access) = verdict(.write, line)
            else { continue }
            #expect(access == .deposit, "\(line)")
          }
        }
      }
    }
    #expect(count == 7 * 8 * 8 * 8 * 3)
  }

  /// The person names a role and means whoever has it, whatever else they are; and a duty officer who has
  /// a case is health staff there.
  @Test func anExcludedRoleExcludesItsHolderInEveryOther() {
    let rule = FieldRule(
      id: FieldID(9), entity: 1, fieldClass: .identity, read: RoleSet.readers, write: [])
    func answer(_ standings: [Gate.Standing], _ excluded: Role) -> Verdict {
      Policy.decide(
        .read, rule, purpose: .treat, standings: standings, inExcerpt: true,
        excluded: RoleSet([excluded]))
    }
    let lead = Gate.Standing(role: .lead, relation: .standing)
    let social = Gate.Standing(role: .socialWorker, relation: .stranger)
    #expect(answer([social, lead], .socialWorker) == .denied(.restricted))
    #expect(answer([lead], .socialWorker) == .allowed(role: .lead, access: .key))
    let duty = Gate.Standing(role: .duty, relation: .assigned)
    #expect(answer([duty], .healthStaff) == .denied(.restricted))
    #expect(answer([duty], .duty) == .denied(.restricted))
  }

  @Test func dutyReadsByTheLettersOfHealthStaff() {
    let rule = FieldRule(
      id: FieldID(9), entity: 1, fieldClass: .vital, read: RoleSet([.healthStaff]), write: [])
    let question = Policy.Question(
      use: .read, role: .duty, relation: .assigned, rule: rule, purpose: .treat)
    #expect(Policy.decide(question) == .allowed(role: .duty, access: .key))
  }

  @Test func severalRolesGiveTheBestAnswer() {
    let allowed = Verdict.allowed(role: .lead, access: .key)
    #expect(Policy.best([.denied(.role), allowed, .denied(.purpose)]) == allowed)
    #expect(Policy.best([.denied(.notAssigned), .denied(.purpose)]) == .denied(.purpose))
    #expect(Policy.best([.denied(.role), .denied(.notAssigned)]) == .denied(.notAssigned))
    #expect(Policy.best([.denied(.purpose), .denied(.restricted)]) == .denied(.restricted))
    #expect(Policy.best([]) == .denied(.role))
  }

  @Test func recoveryAndTheStandingEpochs() {
    func classes(_ role: StandingRole) -> Set<FieldClass> {
      Set(KeyTable.standingClasses(of: role))
    }
    #expect(classes(.recovery) == Set(FieldClass.keyed).subtracting([.safety]))
    #expect(classes(.lead) == [.support, .identity, .sensitive, .safety, .facts])
    #expect(classes(.duty) == [.clinical, .vital])
    #expect(classes(.statistician) == [.facts])
  }
}
