extension FieldPlace {
  /// The associated data as bytes, for what is not sealed on the workbench.
  var associated: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.associatedCount)
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var writer = unsafe RawWriter(start)
      unsafe writeAssociated(to: &writer, header: FieldHeader(keyVersion: keyVersion))
    }
    return bytes
  }
}
