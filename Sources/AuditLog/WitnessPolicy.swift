/// Which logs and which quorum of witnesses a verifier accepts (c2sp.org/tlog-policy).
///
/// Names are octets, not letters: two that look alike are two.
public struct WitnessPolicy: Hashable, Sendable {
  /// A witness, or so many of a list of them.
  private indirect enum Rule: Hashable, Sendable {
    case witness(NoteKey)
    case group(Int, [Rule])

    func isMet(by signers: Set<NoteKey>) -> Bool {
      switch self {
      case .witness(let key): signers.contains(key)
      case .group(let count, let members): members.count { $0.isMet(by: signers) } >= count
      }
    }
  }

  /// The logs that are accepted; none where any is.
  public private(set) var logs: [NoteKey] = []
  /// The witnesses that are known.
  public private(set) var witnesses: [NoteKey] = []
  /// Nil: `quorum none`.
  private var quorum: Rule?
  private var names: [[UInt8]: Rule] = [:]
  private var members: Set<[UInt8]> = []
  private var hasQuorum = false

  /// The policy in a file.
  ///
  /// - Throws: ``ExportFault/policyForm``; for a key text what ``NoteKey/init(parsing:)`` throws.
  public init(parsing bytes: [UInt8]) throws(AuditLogError) {
    let isText = bytes.allSatisfy { $0 == 0x09 || $0 == 0x0a || ($0 >= 0x20 && $0 != 0x7f) }
    guard isText, bytes.isEmpty || bytes.last == 0x0a else { throw .export(.policyForm) }
    for line in bytes.split(separator: 0x0a) {
      let words = line.split { $0 == 0x20 || $0 == 0x09 }.map(Array.init)
      guard let first = words.first, first.first != 0x23 else { continue }
      try read(String(decoding: first, as: UTF8.self), Array(words.dropFirst()))
    }
    guard hasQuorum else { throw .export(.policyForm) }
  }

  private mutating func read(_ item: String, _ words: [[UInt8]]) throws(AuditLogError) {
    switch (item, words.count) {
    case ("log", 1...2): try addLog(words[0])
    case ("witness", 2...3): try addWitness(words[0], words[1])
    case ("group", 3...): try addGroup(words[0], words[1], Array(words.dropFirst(2)))
    case ("quorum", 1): try setQuorum(words[0])
    default: throw .export(.policyForm)
    }
  }

  private mutating func addLog(_ text: [UInt8]) throws(AuditLogError) {
    let key = try Self.key(text, .ed25519)
    guard !logs.contains(where: { $0.key == key.key }) else { throw .export(.policyForm) }
    logs.append(key)
  }

  private mutating func addWitness(_ name: [UInt8], _ text: [UInt8]) throws(AuditLogError) {
    let key = try Self.key(text, .cosignature)
    guard !witnesses.contains(where: { $0.key == key.key }) else { throw .export(.policyForm) }
    witnesses.append(key)
    try define(name, .witness(key))
  }

  private static func key(
    _ text: [UInt8], _ algorithm: NoteKey.Algorithm
  ) throws(AuditLogError) -> NoteKey {
    let key = try NoteKey(parsing: String(decoding: text, as: UTF8.self))
    guard key.algorithm == algorithm else { throw .note(.algorithm) }
    return key
  }

  private mutating func addGroup(
    _ name: [UInt8], _ threshold: [UInt8], _ list: [[UInt8]]
  ) throws(AuditLogError) {
    let count =
      switch String(decoding: threshold, as: UTF8.self) {
      case "any": 1
      case "all": list.count
      default: Decimal.value(of: threshold) ?? 0
      }
    guard (1...list.count).contains(count) else { throw .export(.policyForm) }
    var rules: [Rule] = []
    for member in list {
      // Each may count in one way only, or a quorum could be met by fewer than it says.
      guard let rule = names[member], members.insert(member).inserted else {
        throw .export(.policyForm)
      }
      rules.append(rule)
    }
    try define(name, .group(count, rules))
  }

  private mutating func define(_ name: [UInt8], _ rule: Rule) throws(AuditLogError) {
    guard names[name] == nil, !name.elementsEqual("none".utf8) else { throw .export(.policyForm) }
    names[name] = rule
  }

  private mutating func setQuorum(_ name: [UInt8]) throws(AuditLogError) {
    guard !hasQuorum else { throw .export(.policyForm) }
    hasQuorum = true
    guard !name.elementsEqual("none".utf8) else { return }
    guard let rule = names[name] else { throw .export(.policyForm) }
    quorum = rule
  }

  /// Whether the cosignatures of some witnesses are enough.
  public func isMet(by signers: Set<NoteKey>) -> Bool { quorum?.isMet(by: signers) ?? true }

  /// Whether the policy asks for witnesses at all.
  public var asksWitnesses: Bool { quorum != nil }
}
