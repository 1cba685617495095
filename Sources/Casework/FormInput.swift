/// What somebody gave for a form: by the names of fields, not yet checked.
public struct FormInput: Equatable, Sendable {
  public var values: [String: FieldInput]
  /// The draft that the answers were begun in, by its entry: once they are recorded, it goes.
  public var draft: Int?
  /// What had no shape that a field could take, by name.
  var faults: [FieldFault] = []
  /// Of those, what stood inside an object, or inside those of a list: `{"extension": {"step": …}}`.
  var inner: [String: [String]] = [:]
  /// The case that the input says it is for, as written.
  var caseCode: String?

  public init(_ values: [String: FieldInput]) { self.values = values }

  /// Reads one JSON object: `{"field": value}` or `{"field": {"state": "declined"}}`.
  ///
  /// - Throws: `.notUTF8`, `.json`, `.jsonTwice`.
  public init(json: [UInt8]) throws(CaseworkError) {
    guard String(validating: json, as: UTF8.self) != nil else { throw .notUTF8 }
    guard case .object(let members) = try JSONReader.read(json) else { throw .json(at: 0) }
    values = [:]
    for member in members {
      let (name, value) = (member.name, member.value)
      if name == "case", case .string(let code) = value {
        caseCode = code
      } else if let input = Self.input(value) {
        values[name] = input
      } else {
        faults.append(FieldFault(field: name, fault: .wrongShape))
        inner[name] = Self.names(in: value)
      }
    }
  }

  /// Whoever pastes a file for one person must not write it into the file of another.
  ///
  /// - Throws: `.caseMissing`, `.caseDiffers`.
  public func checkIsFor(_ code: CaseCode) throws(CaseworkError) {
    guard let caseCode else { throw .caseMissing }
    guard (try? CaseCode(caseCode)) == code else { throw .caseDiffers }
  }

  private static func input(_ value: JSONInput) -> FieldInput? {
    switch value {
    case .string(let text), .number(let text): .text(text)
    case .bool(let answer): .bool(answer)
    case .array(let items): list(items)
    case .object(let members): state(members)
    case .null: nil
    }
  }

  private static func names(in value: JSONInput) -> [String] {
    switch value {
    case .object(let members): members.map(\.name)
    case .array(let items): items.flatMap(names)
    default: []
    }
  }

  private static func list(_ items: [JSONInput]) -> FieldInput? {
    var texts: [String] = []
    for item in items {
      switch item {
      case .string(let text), .number(let text): texts.append(text)
      default: return nil
      }
    }
    return .list(texts)
  }

  private static func state(_ members: [JSONInput.Member]) -> FieldInput? {
    guard members.count == 1, members[0].name == "state", case .string(let code) = members[0].value
    else { return nil }
    return .state(code)
  }
}
