extension Roster {
  func writeRecovery(to writer: inout ByteWriter) {
    writer.list(shares) { $1.write(to: &$0) }
    writer.list(askedRecoveries) { $1.write(to: &$0) }
    writer.optional(recovered) { $1.write(to: &$0) }
  }

  mutating func readRecovery(_ reader: inout ByteReader) -> Bool {
    guard let shares = reader.list({ SealedShareHolder(from: &$0) }),
      let asked = reader.list({ AskedRecovery(from: &$0) }),
      let recovered = reader.optional({ RunRecovery(from: &$0) })
    else { return false }
    (self.shares, askedRecoveries, self.recovered) = (shares, asked, recovered)
    return true
  }

  /// Every member that these three name, by place.
  var recoveryPlaces: [Int] {
    shares.map(\.member) + askedRecoveries.flatMap { [$0.askedBy, $0.member] }
      + [recovered?.by].compactMap(\.self)
  }
}
