import AuditLog
import FoundationEssentials
import Sealing

extension VaultCard {
  /// Reads a card. Whatever is not spelled as this program would write it is refused by name: what two
  /// people compare must be what is used.
  ///
  /// - Throws: `.card`.
  public init(parsing bytes: [UInt8]) throws(VaultError) {
    guard bytes.count <= Self.maximumLength else { throw .card(.length) }
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n"),
      bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0a })
    else { throw .card(.text) }
    var lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == Self.header[...] else { throw .card(.header) }
    let vault = try Self.vault(Self.value("origin", &lines))
    let office =
      try lines.first?.hasPrefix("office ") == true
      ? Self.office(Self.value("office", &lines)) : nil
    let root = try Self.key(Self.value("root", &lines), of: vault)
    guard root.key.digest.identifier == vault else { throw .card(.root) }
    let lead = try Self.epoch(Self.value("lead", &lines))
    let duty = try Self.epoch(Self.value("duty", &lines))
    var signers: [Signer] = []
    while !lines.isEmpty { signers.append(try Self.signer(Self.value("key", &lines), of: vault)) }
    guard signers.contains(where: { $0.role == .lead }) else { throw .card(.signer) }
    self.init(
      vault: vault, office: office, root: root, lead: lead, duty: duty,
      signers: signers)
    // Order, number forms, base64: one card, one text.
    guard signers == Self.sorted(signers), Array(self.text.utf8) == bytes
    else { throw .card(.spelling) }
  }

  static func sorted(_ signers: [Signer]) -> [Signer] {
    // A role and an actor; keys are ASCII, so that texts order as bytes do.
    Set(signers).sorted { ($0.role.bit, $0.key.text) < ($1.role.bit, $1.key.text) }
  }

  private static func value(
    _ name: String, _ lines: inout ArraySlice<Substring>
  ) throws(VaultError) -> Substring {
    guard let line = lines.popFirst(), line.hasPrefix(name + " ") else { throw .card(.lines) }
    return line.dropFirst(name.utf8.count + 1)
  }

  private static func vault(_ text: Substring) throws(VaultError) -> Identifier {
    guard text.hasPrefix("safekeep/"), text.utf8.count == 41,
      let vault = Pseudonym.bytes(of: String(text.dropFirst(9))).flatMap({ Identifier($0) })
    else { throw .card(.origin) }
    return vault
  }

  /// What the office is called, on one line.
  ///
  /// - Throws: `.card(.office)`.
  static func office(_ text: Substring) throws(VaultError) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.properties.generalCategory != .control
        && $0.properties.generalCategory != .format
    }
    guard (1...200).contains(text.utf8.count), isPlain, text.first != " ", text.last != " "
    else { throw .card(.office) }
    return String(text)
  }

  /// A key of this very vault: named after it and after itself.
  private static func key(_ text: Substring, of vault: Identifier) throws(VaultError) -> NoteKey {
    let origin = Vault.origin(of: vault)
    guard let key = try? NoteKey(parsing: String(text)),
      key == (try? NoteKey.actor(key.key, origin: origin))
    else { throw .card(.key) }
    return key
  }

  private static func epoch(_ text: Substring) throws(VaultError) -> Epoch {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = UInt32(parts[0]),
      let bytes = Data(base64Encoded: String(parts[1])), let box = BoxPublicKey(Array(bytes))
    else { throw .card(.box) }
    return Epoch(number: number, box: box)
  }

  private static func signer(
    _ text: Substring, of vault: Identifier
  ) throws(VaultError) -> Signer {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let role = signing.first(where: { $0.rawValue == parts[0] })
    else { throw .card(.signer) }
    return Signer(role: role, key: try key(parts[1], of: vault))
  }
}
