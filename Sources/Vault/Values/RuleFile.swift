public import Sealing

/// One table of the rule book as the vault keeps it: the Vault stores it and binds its hash, and
/// leaves the meaning to Casework.
public struct RuleFile: Hashable, Sendable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Format.md, "Rule book": what `rules.adopt` states, over the files in order of their names.
  public static func digest(_ files: [RuleFile]) -> Digest {
    var out = Array("safekeep/rules/1".utf8)
    for file in files.sorted(by: { $0.name < $1.name }) {
      out.append(prefixed: Array(file.name.utf8))
      out.append(prefixed: file.bytes)
    }
    return Digest.of(out)
  }
}
