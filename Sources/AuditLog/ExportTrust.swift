/// What an auditor brings: without any of it an export is only held against itself.
public struct ExportTrust: Sendable {
  /// Checks a time-stamp's answer over what was stamped, and gives its time in UTC milliseconds.
  public typealias Timestamps =
    @Sendable (_ token: [UInt8], _ stamped: [UInt8]) throws(AuditLogError) -> Int

  /// The name of the log, which is made from the key of its root.
  public var origin: String?
  /// Heads kept from earlier.
  public var pins: PinBook?
  /// Which logs and which quorum of witnesses are accepted.
  public var policy: WitnessPolicy?
  /// How time-stamps are checked; nil where no authority is trusted.
  public var timestamps: Timestamps?
  /// Whether only the tree is checked, as any tool for such logs does: neither who signed the entries,
  /// nor whether they might.
  public var isTreeOnly = false

  /// Nothing.
  public init() {}

  /// Whether a text can be the name of a log at all: `safekeep/` and 32 lower-case hexadecimal digits.
  public static func isOrigin(_ text: String) -> Bool {
    let prefix = "safekeep/"
    let digits = text.utf8.dropFirst(prefix.utf8.count)
    return text.hasPrefix(prefix) && digits.count == 32
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The kept heads of a log.
  func heads(of origin: String) -> [PinnedHead] {
    (pins?.heads ?? []).filter { $0.checkpoint.origin == origin }
  }

  /// Their sizes.
  func sizes(of origin: String) -> Set<Int> { Set(heads(of: origin).map(\.checkpoint.size)) }

  /// Trusts a time-stamp authority (RFC 3161).
  ///
  /// - Parameter pem: its certificates, one of them self-signed.
  /// - Throws: ``AuditLogError/timestamp(_:)`` where they are none: that is no fault of any time-stamp.
  public mutating func trust(authority pem: [UInt8]) throws(AuditLogError) {
    try TimeReceipt.check(authority: pem)
    timestamps = { (token, stamped) throws(AuditLogError) in
      try TimeReceipt(verifying: token, of: stamped, authority: pem).time
    }
  }
}
