public import Vault

/// The rule book: which fields there are, who may read and write them, which codes they take, and
/// on what provision each rests. Data, not code: an office replaces it by two people and an entry in
/// the log. A book that is incomplete or contradicts itself is refused whole.
///
/// An object: every file and every value that is looked at holds the book.
public final class RuleBook: Sendable {
  /// The tables byte for byte, as `rules export` writes them.
  public let files: [RuleTable: [UInt8]]
  /// Ascending by number.
  public let entities: [EntityDefinition]
  /// Ascending by id.
  public let fields: [FieldDefinition]
  public let codeLists: [String: CodeList]
  public let roles: [RoleHoldings]
  public let places: PlaceTable
  public let clocks: ClockTable
  public let steps: StepTable
  public let entitlements: EntitlementTable
  /// What may be given to whom on which basis.
  public let bases: [BasisRule]
  public let calendar: HolidayCalendar

  private let fieldsByID: [FieldID: FieldDefinition]
  private let fieldsByName: [String: FieldDefinition]
  private let fieldsByEntity: [UInt16: [FieldDefinition]]
  private let entitiesByNumber: [UInt16: EntityDefinition]
  /// By entity: the field that says when a record was entered.
  private let stamps: [UInt16: FieldID]

  /// - Throws: `.rules` with file, line and reason.
  public init(_ files: [RuleTable: [UInt8]]) throws(CaseworkError) {
    self.files = files
    entities = try RuleBook.entities(files)
    let byName = Dictionary(uniqueKeysWithValues: entities.map { ($0.name, $0) })
    entitiesByNumber = Dictionary(uniqueKeysWithValues: entities.map { ($0.number, $0) })
    let fields = try RuleBook.fields(files, byName)
    self.fields = fields
    fieldsByID = Dictionary(uniqueKeysWithValues: fields.map { ($0.id, $0) })
    fieldsByName = Dictionary(uniqueKeysWithValues: fields.map { ($0.qualifiedName, $0) })
    fieldsByEntity = Dictionary(grouping: fields, by: \.entity)
    stamps = Dictionary(
      uniqueKeysWithValues: fields.filter { $0.name == "entered_at" }.map { ($0.entity, $0.id) })
    codeLists = try RuleBook.codeLists(files)
    roles = try RuleBook.roles(files)
    places = try PlaceTable(RuleBook.read(.places, files, Place.init))
    calendar = try HolidayCalendar(RuleBook.read(.holidays, files, Holiday.init))
    clocks = try ClockTable(RuleBook.clocks(files), calendar)
    steps = try StepTable(RuleBook.steps(files))
    entitlements = try EntitlementTable(RuleBook.entitlements(files))
    bases = try RuleBook.bases(files)
    try RuleBookCheck(self).run()
    try WorkflowCheck(self).run()
  }

  /// The book built into the program, which every vault begins with.
  public static func builtIn() throws(CaseworkError) -> RuleBook {
    try RuleBook([
      .bases: PackageResources.bases_csv, .clocks: PackageResources.clocks_csv,
      .codes: PackageResources.codes_csv,
      .entities: PackageResources.entities_csv,
      .entitlements: PackageResources.entitlements_csv, .fields: PackageResources.fields_csv,
      .holidays: PackageResources.holidays_csv, .places: PackageResources.places_csv,
      .roles: PackageResources.roles_csv, .steps: PackageResources.steps_csv,
    ])
  }

  // MARK: Looking up

  public subscript(id: FieldID) -> FieldDefinition? { fieldsByID[id] }

  /// - Parameter name: `entity.field`.
  public subscript(name: String) -> FieldDefinition? { fieldsByName[name] }

  public func entity(_ number: UInt16) -> EntityDefinition? { entitiesByNumber[number] }

  /// The field that says when a record of a kind was entered, where it has one.
  func stamp(of entity: UInt16) -> FieldID? { stamps[entity] }

  public func entity(named name: String) -> EntityDefinition? {
    entities.first { $0.name == name }
  }

  public func fields(of entity: UInt16) -> [FieldDefinition] { fieldsByEntity[entity] ?? [] }

  public func fields(ofForm form: String) -> [FieldDefinition] {
    fields.filter { $0.form == form }
  }

  /// The field that somebody means in a form: `entity.field`, or the bare name where the form has
  /// one field so called.
  public func field(_ name: String, inForm form: String) -> FieldDefinition? {
    if let field = self[name] { return field.form == form ? field : nil }
    let found = fields.filter { $0.form == form && $0.name == name }
    return found.count == 1 ? found[0] : nil
  }

  /// The holdings of a role; several rows where it stands in several relations.
  public func holdings(of role: Role) -> [RoleHoldings] {
    roles.filter { $0.name == role.rawValue }
  }

  // MARK: For the Vault

  /// The book as the Vault enforces it: numbers alone.
  ///
  /// A statistician reads the class facts and nothing else, whatever a row says of being counted.
  /// What the program writes as part of an act is written by whoever acts: any role whose keys reach
  /// the class; that nobody types it is `FieldDefinition.isTyped`.
  public func fieldTable() throws(VaultError) -> FieldTable {
    try FieldTable(
      fields.map { field in
        var read = field.readers
        if field.isCounted { read.remove(RoleSet([.statistician])) }
        let write =
          field.isWrittenBySystem
          ? field.writers.union(depositors(field.fieldClass)) : field.writers
        return FieldRule(
          id: field.id, entity: field.entity, fieldClass: field.fieldClass, read: read,
          write: write)
      })
  }

  private func depositors(_ fieldClass: FieldClass) -> RoleSet {
    RoleSet(
      roles.filter { $0.access(to: fieldClass).mayWrite }.compactMap { Role(rawValue: $0.name) })
  }

  /// What the hash of the rule book is taken over (`rules.adopt`): the files in the order of their
  /// names, each as u32 length of the name, name, u64 length, bytes; little-endian.
  public var canonicalBytes: [UInt8] {
    var out = Array("safekeep/rules/1".utf8)
    for (table, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let name = Array(table.fileName.utf8)
      out += Self.littleEndian(UInt32(name.count)) + name
      out += Self.littleEndian(UInt64(bytes.count)) + bytes
    }
    return out
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
