// Copying from guarded memory to guarded memory, byte by byte and never through an array.

extension OutputSpan<UInt8> {
  /// Appends bytes that are lent.
  mutating func append(_ bytes: Span<UInt8>) {
    for index in bytes.indices { append(bytes[index]) }
  }

  /// Appends all of a secret.
  mutating func append(_ secret: borrowing SecretBytes) {
    secret.withSpan { append($0) }
  }
}
