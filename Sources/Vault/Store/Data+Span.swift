import FoundationEssentials

extension Data {
  /// A copy for SQLite to bind. Only custody's outer keys go this way: alone they open nothing, and
  /// they pass through SQLite's page cache in any case (SECURITY.md, "Memory").
  init(copying span: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.count)
    for index in span.indices { bytes.append(span[index]) }
    self.init(bytes)
  }
}
