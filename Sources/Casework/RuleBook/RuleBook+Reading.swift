import Vault

extension RuleBook {
  /// Reads one table row by row.
  static func read<Value>(
    _ table: RuleTable, _ files: [RuleTable: [UInt8]],
    _ make: (RuleRow) throws(CaseworkError) -> Value
  ) throws(CaseworkError) -> [Value] {
    guard let bytes = files[table] else { throw .rules(RuleFault(table, line: nil, .missingTable)) }
    var reader = CSVReader(bytes)
    let columns = table.columns
    guard try next(&reader, of: table)?.cells == columns else {
      throw .rules(RuleFault(table, line: 1, .columns))
    }
    var values: [Value] = []
    while let record = try next(&reader, of: table) {
      values.append(try make(RuleRow(table, columns: columns, record)))
    }
    if values.isEmpty { throw .rules(RuleFault(table, line: nil, .noRows)) }
    return values
  }

  /// Names the file in what the reader found, for it knows none.
  private static func next(
    _ reader: inout CSVReader, of table: RuleTable
  ) throws(CaseworkError) -> CSVRecord? {
    do { return try reader.next() } catch .csv(let fault) {
      throw .rules(RuleFault(table, line: fault.line, .csv(fault.reason)))
    } catch { throw error }
  }

  static func entities(
    _ files: [RuleTable: [UInt8]]
  ) throws(CaseworkError) -> [EntityDefinition] {
    var names = Once()
    return try read(.entities, files) { row throws(CaseworkError) in
      let entity = try EntityDefinition(row)
      try names.take(entity.name, row)
      try names.take(String(entity.number), row)
      return entity
    }.sorted { $0.number < $1.number }
  }

  static func fields(
    _ files: [RuleTable: [UInt8]], _ entities: [String: EntityDefinition]
  ) throws(CaseworkError) -> [FieldDefinition] {
    var names = Once()
    return try read(.fields, files) { row throws(CaseworkError) in
      let field = try FieldDefinition(row, entities: entities)
      try names.take(String(field.id.rawValue), row)
      try names.take(field.qualifiedName, row)
      return field
    }.sorted { $0.id < $1.id }
  }

  static func codeLists(
    _ files: [RuleTable: [UInt8]]
  ) throws(CaseworkError) -> [String: CodeList] {
    var names = Once()
    let rows = try read(.codes, files) { row throws(CaseworkError) in
      let list = try row.word("list")
      let code = try Code(row)
      try names.take(list + "." + code.code, row)
      return (list, code)
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { rows in
      CodeList(name: rows[0].0, codes: rows.map(\.1))
    }
  }

  static func roles(_ files: [RuleTable: [UInt8]]) throws(CaseworkError) -> [RoleHoldings] {
    var names = Once()
    return try read(.roles, files) { row throws(CaseworkError) in
      let holdings = try RoleHoldings(row)
      try names.take(holdings.name + "/" + holdings.relation, row)
      return holdings
    }
  }

  static func clocks(_ files: [RuleTable: [UInt8]]) throws(CaseworkError) -> [ClockRule] {
    var names = Once()
    return try read(.clocks, files) { row throws(CaseworkError) in
      let rule = try ClockRule(row)
      try names.take(rule.id, row)
      return rule
    }
  }

  static func steps(_ files: [RuleTable: [UInt8]]) throws(CaseworkError) -> [StepRule] {
    var names = Once()
    return try read(.steps, files) { row throws(CaseworkError) in
      let step = try StepRule(row)
      try names.take(step.id, row)
      return step
    }
  }

  static func entitlements(_ files: [RuleTable: [UInt8]]) throws(CaseworkError) -> [Entitlement] {
    var known: [String: [Validity]] = [:]
    return try read(.entitlements, files) { row throws(CaseworkError) in
      let right = try Entitlement(row)
      let name = [right.legalRegime, right.category, right.regime].joined(separator: "/")
      // One row may follow another that ended: rules are amended from a day on.
      guard !known[name, default: []].contains(where: { $0.overlaps(right.validity) }) else {
        throw row.fault(.duplicate(name))
      }
      known[name, default: []].append(right.validity)
      return right
    }
  }

  /// Of one basis, act and condition one row may follow another that ended, as with entitlements.
  static func bases(_ files: [RuleTable: [UInt8]]) throws(CaseworkError) -> [BasisRule] {
    var known: [String: [Validity]] = [:]
    return try read(.bases, files) { row throws(CaseworkError) in
      let rule = try BasisRule(row)
      let name = [rule.basis, rule.act.rawValue, row.cell("when")].joined(separator: "/")
      guard !known[name, default: []].contains(where: { $0.overlaps(rule.validity) }) else {
        throw row.fault(.duplicate(name))
      }
      known[name, default: []].append(rule.validity)
      return rule
    }
  }

  /// Names that may stand once in a table.
  private struct Once {
    private var taken: Set<String> = []

    mutating func take(_ name: String, _ row: RuleRow) throws(CaseworkError) {
      if !taken.insert(name).inserted { throw row.fault(.duplicate(name)) }
    }
  }
}
